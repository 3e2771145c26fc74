import { describe, expect, it } from 'vitest';

import { type Convention, conventionCountries, conventionFinding, conventionYear } from './convention.ts';

const text = (value: string) => ({ text: value, locale: 'en', isFallback: false, isOutdated: false });
const country = (code: string) => ({ id: `Country_${code}`, code, name: text(code), nameNote: null });

function bond(code: string, status: 'PARTY' | 'SIGNATORY' | 'NOT_PARTY', inForceOn: string | null, checkedOn: string | null) {
  return { status, inForceOn, country: { id: `Country_${code}`, code }, provenance: { source: 'A source', sourceUrl: null, checkedOn, isVerified: checkedOn !== null } };
}

const convention: Convention = {
  countries: ['AL', 'BG', 'RS', 'TR', 'XK'].map(country),
  instrument: {
    id: 'Instrument_1', reference: 'CETS No. 197', title: text('A convention'),
    countries: [
      bond('XK', 'NOT_PARTY', null, '2026-10'), bond('AL', 'PARTY', '2008-02-01', '2026-11'), bond('BG', 'PARTY', '2027-01-01', '2026-09'),
      bond('RS', 'PARTY', '2009-08-01', null),
    ],
  },
};

describe('what can be said of the convention', () => {
  const countries = conventionCountries(convention);

  it('is told for each country in the order of the reader’s language, unknown where nothing is known', () => {
    expect(countries.map(({ code, status }) => [code, status])).toEqual([['AL', 'PARTY'], ['BG', 'PARTY'], ['RS', 'PARTY'], ['TR', undefined], ['XK', 'NOT_PARTY']]);
    expect(countries.map(conventionYear)).toEqual([2008, 2027, 2009, undefined, undefined]);
  });

  it('counts where it is in force today, not where it will be', () => {
    expect(conventionFinding(countries, '2026-12-31').inForce).toBe(2);
    expect(conventionFinding(countries, '2027-01-01').inForce).toBe(3);
  });

  it('says how much of it was checked, when last, and names what was not', () => {
    const { verified, checkedOn, unverified } = conventionFinding(countries, '2026-12-31');
    expect([verified, checkedOn, unverified.map(({ code }) => code)]).toEqual([3, '2026-11', ['RS']]);
  });
});
