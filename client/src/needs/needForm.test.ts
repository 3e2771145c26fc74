import { expect, test } from 'vitest';

import { needFilter } from './needFilter.ts';
import { emptyNeed, isKeptNeed, lineOf, needFaults, needInput } from './needForm.ts';

test('a need of which nothing is said lacks what it needs, in the order of the fields; its country and its language are known', () => {
  expect(needFaults(emptyNeed('sq', 'AL')).map(({ field }) => field)).toEqual(['TITLE', 'TEXT', 'THEME', 'PILLAR']);
});

test('lines of links of which nothing is typed are not sent', () => {
  expect(needInput({ ...emptyNeed('sq', 'AL'), links: [{ url: '', label: ' ' }, { url: 'https://example.org', label: '' }] }).links).toEqual([{ url: 'https://example.org', label: '' }]);
});

test('a link that is sent is known by the line in which it was typed', () => {
  const links = [{ url: '', label: '' }, { url: 'https://example.org', label: 'A' }, { url: ' ', label: '' }, { url: 'x', label: 'B' }];
  expect([0, 1, 2].map((position) => lineOf(links, position))).toEqual([1, 3, -1]);
});

test('a further theme that became the theme is not sent twice', () => {
  expect(needInput({ ...emptyNeed('sq', 'AL'), theme: 'A', furtherThemes: ['A', 'B'] }).furtherThemes).toEqual(['B']);
});

test('a need is sent with the part of its theme that was chosen, and with none where it is about the whole', () => {
  expect(['', 'SHELTER'].map((subtheme) => needInput({ ...emptyNeed('sq', 'AL'), theme: 'ASSISTANCE', subtheme }).subtheme)).toEqual([null, 'SHELTER']);
});

test('what an address holds is asked for, and what it holds wrongly is not', () => {
  const none = { search: '', country: '', theme: '', subtheme: '', pillar: '', urgency: '', status: '', from: '', until: '', sort: '' };
  expect(needFilter(none)).toEqual({ filter: {}, sort: 'NEWEST' });
  expect(needFilter({ ...none, theme: 'ASSISTANCE', subtheme: 'SHELTER' }).filter).toEqual({ theme: 'ASSISTANCE', subtheme: 'SHELTER' });
  expect(needFilter({ ...none, status: 'DECLINED', urgency: 'X', sort: 'URGENCY' })).toEqual({ filter: { statuses: ['DECLINED'] }, sort: 'URGENCY' });
});

test('what was kept is a need where it has all that is typed of one today, but for the sub-theme, of which it said none before', () => {
  const { links: _links, ...older } = emptyNeed('sq', 'AL');
  const { subtheme: _subtheme, ...before } = emptyNeed('sq', 'AL');
  expect([JSON.parse(JSON.stringify(emptyNeed('sq', 'AL'))), { ...older, links: '' }, older, before, { ...before, subtheme: 1 }, null, 'x'].map(isKeptNeed)).toEqual([true, false, false, true, false, false, false]);
});
