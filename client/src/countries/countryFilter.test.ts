import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { COUNTRY_CONDITIONS, sift } from './countryFilter.ts';

const text = (value: string) => ({ text: value, locale: 'tr', isFallback: false, isOutdated: false });

function country(name: string, capital: string, status: 'MEMBER' | 'CANDIDATE', language: string, sessions: number, inForceOn: string | null) {
  return {
    name: text(name),
    capital: text(capital),
    officialLanguages: [{ id: `Language_${language}`, code: language, name: text(language) }],
    memberships: [{ body: 'EU' as const, status }],
    trainingSessions: { totalCount: sessions },
    experts: { totalCount: 9 - sessions },
    convention: { inForceOn },
  };
}

const countries = [
  country('Arnavutluk', 'Tiran', 'CANDIDATE', 'SQ', 2, null),
  country('Kıbrıs', 'Lefkoşa', 'MEMBER', 'EL', 5, '2014-08-01'),
  country('Yunanistan', 'Atina', 'MEMBER', 'EL', 3, '2008-02-01'),
];

function names(query: Record<string, string>): string[] {
  return sift(countries, readConditions(COUNTRY_CONDITIONS, query)).map(({ name }) => name.text);
}

describe('the list of countries', () => {
  it('keeps the order of the server', () => {
    expect(names({})).toEqual(['Arnavutluk', 'Kıbrıs', 'Yunanistan']);
  });

  it('is searched by name or capital, without regard to accents and dots', () => {
    expect(names({ search: 'kibris' })).toEqual(['Kıbrıs']);
    expect(names({ search: 'LEFKOSA' })).toEqual(['Kıbrıs']);
  });

  it('is filtered by language and by place in Europe', () => {
    expect(names({ language: 'EL', membership: 'EU' })).toEqual(['Kıbrıs', 'Yunanistan']);
    expect(names({ membership: 'CANDIDATE' })).toEqual(['Arnavutluk']);
  });

  it('can begin with the country that has most sessions', () => {
    expect(names({ sort: 'SESSIONS' })).toEqual(['Kıbrıs', 'Yunanistan', 'Arnavutluk']);
  });

  it('can begin with the country that most experts know', () => {
    expect(names({ sort: 'EXPERTS' })).toEqual(['Arnavutluk', 'Yunanistan', 'Kıbrıs']);
  });

  it('can begin with the country that the convention has bound for longest; where it is not in force comes last', () => {
    expect(names({ sort: 'CONVENTION' })).toEqual(['Yunanistan', 'Kıbrıs', 'Arnavutluk']);
  });
});
