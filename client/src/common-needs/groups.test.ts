import { expect, test } from 'vitest';

import { groupFilter } from './groupFilter.ts';
import { groupShared } from './groupShared.ts';
import { emptyTexts, missingTexts } from './typedTexts.ts';

test('what an address holds is asked for, and what it holds wrongly is not', () => {
  const none = { theme: '', pillar: '', audience: '', from: '', until: '', countries: '' };
  expect(groupFilter(none)).toEqual({});
  expect(groupFilter({ ...none, theme: 'REFERRAL', pillar: 'X', countries: '3' })).toEqual({ theme: 'REFERRAL', minCountries: 3 });
});

test('a group shares what two of its needs or more have, the most frequent first; a pillar only if it is that of all', () => {
  const need = (theme: string, further: readonly string[], pillar: string) => ({ theme: { code: theme }, furtherThemes: further.map((code) => ({ code })), audiences: [], pillar }) as never;
  expect(groupShared({ needs: [need('A', ['B'], 'PROTECTION'), need('B', [], 'PROTECTION'), need('C', ['A', 'B'], 'PROTECTION')] })).toEqual({ themes: ['B', 'A'], audiences: [], pillar: 'PROTECTION' });
  expect(groupShared({ needs: [need('A', [], 'PROTECTION'), need('A', [], 'PREVENTION')] }).pillar).toBeNull();
});

test('a group of which nothing is said lacks both of its texts', () => {
  expect(missingTexts(emptyTexts('fr'))).toEqual(['TITLE', 'WHY']);
  expect(missingTexts({ ...emptyTexts('fr'), title: 'T', why: ' ' })).toEqual(['WHY']);
});
