import { expect, test } from 'vitest';

import { groupFilter } from './groupFilter.ts';
import { groupShared } from './groupShared.ts';
import { lastingKeys } from './lastingKeys.ts';
import { emptyTexts, missingTexts } from './typedTexts.ts';

test('what an address holds is asked for, and what it holds wrongly is not', () => {
  const none = { theme: '', subtheme: '', pillar: '', audience: '', from: '', until: '', countries: '' };
  expect(groupFilter(none)).toEqual({});
  expect(groupFilter({ ...none, theme: 'REFERRAL', subtheme: 'NATIONAL_REFERRAL', pillar: 'X', countries: '3' })).toEqual({ theme: 'REFERRAL', subtheme: 'NATIONAL_REFERRAL', minCountries: 3 });
});

test('a group shares what two of its needs or more have, the most frequent first; a pillar only if it is that of all', () => {
  const need = (theme: string, further: readonly string[], pillar: string, subtheme: string | null = null) => ({ theme: { code: theme }, subtheme: subtheme && { code: subtheme }, furtherThemes: further.map((code) => ({ code })), audiences: [], pillar }) as never;
  expect(groupShared({ needs: [need('A', ['B'], 'PROTECTION'), need('B', [], 'PROTECTION', 'b1'), need('C', ['A', 'B'], 'PROTECTION', 'b1'), need('D', [], 'PROTECTION', 'd1')] })).toEqual({ themes: ['B', 'A'], subthemes: ['b1'], audiences: [], pillar: 'PROTECTION' });
  expect(groupShared({ needs: [need('A', [], 'PROTECTION'), need('A', [], 'PREVENTION')] }).pillar).toBeNull();
});

test('a group of which nothing is said lacks both of its texts', () => {
  expect(missingTexts(emptyTexts('fr'))).toEqual(['TITLE', 'WHY']);
  expect(missingTexts({ ...emptyTexts('fr'), title: 'T', why: ' ' })).toEqual(['WHY']);
});

test('a suggestion keeps its key while needs come and go, and no two have the same', () => {
  const lists = (...all: readonly string[]) => all.map((ids) => ({ needs: [...ids].map((id) => ({ id })) }));
  const first = lastingKeys(lists('abc', 'de'), new Map());
  expect([...first]).toEqual([['a', 'a'], ['b', 'a'], ['c', 'a'], ['d', 'd'], ['e', 'd']]);
  // The need whose key it is went.
  expect([...lastingKeys(lists('de', 'bc'), first)]).toEqual([['d', 'd'], ['e', 'd'], ['b', 'a'], ['c', 'a']]);
  // Divided, and one that begins with a key that another has.
  expect([...new Set(lastingKeys(lists('bx', 'ac', 'de'), first).values())]).toEqual(['a', 'c', 'd']);
});
