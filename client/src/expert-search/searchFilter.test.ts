import { expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { countryVariables, daysAsked, lastDayFor, SEARCH_CONDITIONS, searchVariables } from './searchFilter.ts';

const asked = (query: Readonly<Record<string, string>>): ReturnType<typeof searchVariables> => searchVariables(readConditions(SEARCH_CONDITIONS, query));

it('asks for what the address holds', () => {
  expect(asked({ profession: 'JUDGE', orProfession: 'PROSECUTOR', language: 'sr', orLanguage: 'sr', atLeast: 'C1', theme: 'PROSECUTION', country: 'RS', from: '2027-11-08', until: '2027-11-12', cleared: 'yes', rested: '6', state: 'UNSURE', because: 'NOT_ASKED', sort: 'NAME' })).toEqual({
    professions: ['JUDGE', 'PROSECUTOR'], languages: ['sr'], atLeast: 'C1', theme: 'PROSECUTION', country: 'RS', from: '2027-11-08', until: '2027-11-12', isCleared: true, restedMonths: 6, filter: { states: ['UNSURE'], because: ['NOT_ASKED'] }, sort: 'NAME',
  });
});

it('asks for nothing where the address holds nothing, or nothing that can be asked for', () => {
  const none: readonly Readonly<Record<string, string>>[] = [{}, { atLeast: 'D1', from: '2027-02-30', cleared: 'no', rested: '5', state: 'MAYBE', because: 'X', sort: 'Y' }, { until: '2027-11-12', cleared: 'yes' }];
  for (const query of none) {
    expect(JSON.parse(JSON.stringify(asked(query)))).toEqual({ filter: {}, sort: 'NEAREST' });
  }
});

it('asks for another profession or language only beside a first one', () => {
  expect(JSON.parse(JSON.stringify(asked({ orProfession: 'JUDGE', orLanguage: 'sr' })))).toEqual({ filter: {}, sort: 'NEAREST' });
  expect(asked({ profession: 'PROSECUTOR', orProfession: 'JUDGE', language: 'en', orLanguage: 'sr' })).toMatchObject({ professions: ['PROSECUTOR', 'JUDGE'], languages: ['en', 'sr'] });
});

it('asks for the first day alone where the last is before it, or too far from it', () => {
  expect(lastDayFor('2027-11-08')).toBe('2028-01-08');
  expect(daysAsked({ from: '2027-11-08', until: '2028-01-08' })).toEqual({ from: '2027-11-08', until: '2028-01-08' });
  for (const until of ['2028-01-09', '2027-11-07', '']) expect(daysAsked({ from: '2027-11-08', until })).toEqual({ from: '2027-11-08', until: '2027-11-08' });
});

it('leaves those out who do not know the country only where one is asked for; a map counts without it', () => {
  expect(asked({ country: 'RS', knows: 'yes' })).toMatchObject({ country: 'RS', without: ['COUNTRY'], filter: { without: ['COUNTRY'] } });
  for (const query of [{ knows: 'yes' }, { country: 'RS' }] as readonly Readonly<Record<string, string>>[]) expect(asked(query).without).toBeUndefined();
  expect(JSON.parse(JSON.stringify(countryVariables(readConditions(SEARCH_CONDITIONS, { country: 'RS', knows: 'yes', theme: 'PROSECUTION', state: 'FITS' }))))).toEqual({ theme: 'PROSECUTION', states: ['FITS'] });
});
