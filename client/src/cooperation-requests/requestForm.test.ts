import { expect, test } from 'vitest';

import { requestFilter } from './requestFilter.ts';
import { emptyRequest, requestFaults, requestInput } from './requestForm.ts';

test('a request of which nothing is said lacks what it needs, in the order of the fields; its country and its language are known', () => {
  expect(requestFaults(emptyRequest('sq', 'AL')).map(({ field }) => field)).toEqual(['KIND', 'SUBJECT', 'TEXT', 'THEME']);
});

test('a period that ends before it begins is told of at its end', () => {
  const typed = { ...emptyRequest('sq', 'AL'), kind: 'TRAINING', subject: 'S', text: 'T', theme: 'A' };
  expect(requestFaults({ ...typed, wishedFrom: '2031-02-02', wishedUntil: '2031-02-01' })).toEqual([{ field: 'WISHED_UNTIL', fault: 'BEFORE_START', maximum: null }]);
  expect(requestFaults({ ...typed, wishedFrom: '2031-02-02', wishedUntil: '2031-02-02' })).toEqual([]);
});

test('what is not said is sent as nothing', () => {
  expect(requestInput({ ...emptyRequest('sq', 'AL'), kind: 'TRAINING' })).toMatchObject({ kind: 'TRAINING', wishedFrom: null, wishedUntil: null, need: null });
});

test('what an address holds is asked for, and what it holds wrongly is not', () => {
  const none = { search: '', country: '', kind: '', theme: '', urgency: '', status: '', sort: '' };
  expect(requestFilter(none)).toEqual({ filter: {}, sort: 'NEWEST' });
  expect(requestFilter({ ...none, kind: 'TRAINING', status: 'SENT', urgency: 'X', sort: 'URGENCY' })).toEqual({ filter: { kind: 'TRAINING', statuses: ['SENT'] }, sort: 'URGENCY' });
});
