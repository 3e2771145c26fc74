import { expect, test } from 'vitest';

import { myselfFaults, myselfInput, toldFaultsOfMyself } from './myselfForm.ts';
import type { Capacity } from './useOneself.ts';

const typed = { capacity: '0', profession: 'NURSE', mode: '', answers: {}, showsName: false };
const capacity = (more: object = {}): Capacity => ({ sector: 'AUTHORITY', organisation: null, country: { code: 'RS' }, profession: null, ...more }) as unknown as Capacity;
const sent = { submission: 's', questions: [] };

test('as what somebody takes part is chosen, and how, where both ways are held', () => {
  expect(myselfFaults({ ...typed, capacity: '' }, { asksMode: true, asksProfession: false, questions: [] })).toEqual({ capacity: true, mode: true });
  expect(myselfFaults(typed, { asksMode: false, asksProfession: false, questions: [] })).toEqual({});
});

test('nothing is sent of somebody else, and the profession of an expert is that of their sheet', () => {
  expect(myselfInput('i', capacity(), typed, sent)).toEqual({ session: 'i', submission: 's', organisation: null, country: 'RS', profession: 'NURSE', mode: null, answers: [], showsName: false });
  expect(myselfInput('i', capacity({ sector: 'OTHER', profession: { id: 'p' } }), typed, sent).profession).toBeNull();
  expect(myselfInput('i', capacity({ organisation: { id: 'Organisation_o' } }), { ...typed, profession: '', mode: 'ONLINE', showsName: true }, sent)).toMatchObject({ organisation: 'Organisation_o', profession: null, mode: 'ONLINE', showsName: true });
});

test('a profession is chosen where places are counted by it', () => {
  const asking = { asksMode: false, asksProfession: true, questions: [] };
  expect(myselfFaults({ ...typed, profession: '' }, asking)).toEqual({ profession: true });
  expect(myselfFaults(typed, asking)).toEqual({});
  expect(toldFaultsOfMyself({ faults: [], personFaults: [{ person: 0, field: 'PROFESSION', fault: 'MISSING' }] }, asking)).toEqual({ profession: true });
});

test('a form that has changed is read again', () => {
  const changed = { person: 0, question: 'q', fault: 'CHANGED', maximum: null } as const;
  expect(toldFaultsOfMyself({ faults: [changed], personFaults: [] }, { asksProfession: false, questions: [] })).toBeUndefined();
  expect(toldFaultsOfMyself({ faults: [], personFaults: [{ person: 0, field: 'PROFESSION', fault: 'MISSING' }] }, { asksProfession: false, questions: [] })).toBeUndefined();
});
