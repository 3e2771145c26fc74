import { expect, test } from 'vitest';

import { needFilter } from './needFilter.ts';
import { emptyNeed, needFaults, needInput } from './needForm.ts';

test('a need of which nothing is said lacks what it needs, in the order of the fields; its country and its language are known', () => {
  expect(needFaults(emptyNeed('sq', 'AL')).map(({ field }) => field)).toEqual(['TITLE', 'TEXT', 'THEME', 'PILLAR']);
});

test('lines of links of which nothing is typed are not sent', () => {
  expect(needInput({ ...emptyNeed('sq', 'AL'), links: [{ url: '', label: ' ' }, { url: 'https://example.org', label: '' }] }).links).toEqual([{ url: 'https://example.org', label: '' }]);
});

test('what an address holds is asked for, and what it holds wrongly is not', () => {
  const none = { search: '', country: '', theme: '', pillar: '', urgency: '', status: '', from: '', until: '', sort: '' };
  expect(needFilter(none)).toEqual({ filter: {}, sort: 'NEWEST' });
  expect(needFilter({ ...none, status: 'DECLINED', urgency: 'X', sort: 'URGENCY' })).toEqual({ filter: { statuses: ['DECLINED'] }, sort: 'URGENCY' });
});
