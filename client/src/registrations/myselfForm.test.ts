import { expect, test } from 'vitest';

import { myselfFaults, myselfInput, toldOfAnswers } from './myselfForm.ts';
import type { Capacity } from './useOneself.ts';

const typed = { capacity: '0', profession: 'NURSE', mode: '', answers: {} };
const capacity = (more: object = {}): Capacity => ({ sector: 'AUTHORITY', organisation: null, country: { code: 'RS' }, profession: null, ...more }) as unknown as Capacity;
const sent = { submission: 's', questions: [] };

test('as what somebody takes part is chosen, and how, where both ways are held', () => {
  expect(myselfFaults({ ...typed, capacity: '' }, { asksMode: true, questions: [] })).toEqual({ capacity: true, mode: true });
  expect(myselfFaults(typed, { asksMode: false, questions: [] })).toEqual({});
});

test('nothing is sent of somebody else, and the profession of an expert is that of their sheet', () => {
  expect(myselfInput('i', capacity(), typed, sent)).toEqual({ session: 'i', submission: 's', organisation: null, country: 'RS', profession: 'NURSE', mode: null, answers: [] });
  expect(myselfInput('i', capacity({ sector: 'OTHER', profession: { id: 'p' } }), typed, sent).profession).toBeNull();
  expect(myselfInput('i', capacity({ organisation: { id: 'Organisation_o' } }), { ...typed, profession: '', mode: 'ONLINE' }, sent)).toMatchObject({ organisation: 'Organisation_o', profession: null, mode: 'ONLINE' });
});

test('a form that has changed is read again', () => {
  expect(toldOfAnswers([{ person: 0, question: 'q', fault: 'CHANGED', maximum: null }], [])).toBeUndefined();
});
