import { describe, expect, it } from 'vitest';

import { commonCheck, hotlineRows } from './hotlineRows.ts';
import type { HomeCountry } from './useHome.ts';

function country(code: string, ...hotlines: [number: string, checkedOn: string | null, isVerified: boolean][]): HomeCountry {
  return {
    id: `Country_${code}`,
    code,
    name: { text: code, locale: 'en', isFallback: false, isOutdated: false },
    nameNote: null,
    hotlines: hotlines.map(([number, checkedOn, isVerified]) => ({ number, provenance: { checkedOn, isVerified } })),
  };
}

const albania = country('AL', ['116 006', null, false]);
const bulgaria = country('BG', ['0800 20 100', '2026-11', true]);

describe('the hotlines of the first page', () => {
  it('keep every country, with the numbers that were verified and no other', () => {
    expect(hotlineRows([albania, bulgaria]).map(({ country: { code }, verified }) => [code, verified.map(({ number }) => number)]))
      .toEqual([['AL', []], ['BG', ['0800 20 100']]]);
  });

  it('say once when they were checked if it was all in one month, what is unverified set aside', () => {
    expect(commonCheck(hotlineRows([albania, bulgaria]))).toBe('2026-11');
  });

  it('say it for each when they were not checked together, or when it is not known', () => {
    expect(commonCheck(hotlineRows([bulgaria, country('GR', ['1109', '2026-10', true])]))).toBeUndefined();
    expect(commonCheck(hotlineRows([country('GR', ['1109', null, true])]))).toBeUndefined();
    expect(commonCheck([])).toBeUndefined();
  });
});
