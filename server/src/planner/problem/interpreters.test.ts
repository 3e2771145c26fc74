/** Who could interpret: what is known of a country before what is assumed, and what is in force on no day of the mission not at all. */
import type { Meeting } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import type { KnownInterpretation } from './facts.ts';
import { interpretersOf, isAssumed } from './interpreters.ts';

const KNOWN: KnownInterpretation = { key: 'one', language: 'sr', country: 'RS', per: 'DAY', priceCents: 40_000, people: 2, validFrom: '2027-01-01', validUntil: null, source: 'S', sourceUrl: null, checkedOn: '2027-01', isVerified: true };
const meeting = (placeId: string, language: string): Meeting => ({ id: placeId + language, placeId, languages: [{ id: placeId + language, anyOf: [{ language, atLeast: 'C1' }], mayInterpret: true }] }) as unknown as Meeting;
const CITIES = [{ code: 'belgrade', country: 'RS', timeZone: 'Europe/Belgrade' }, { code: 'nis', country: 'RS', timeZone: 'Europe/Belgrade' }, { code: 'pristina', country: 'XK', timeZone: 'Europe/Belgrade' }];
const of = (interpretations: readonly KnownInterpretation[], interpreterCents: number | null) =>
  interpretersOf({ startsOn: '2027-11-08', endsOn: '2027-11-12', interpretations }, { interpreterCents }, { meetings: [meeting('belgrade', 'sr'), meeting('pristina', 'sr'), meeting('pristina', 'sq')], cities: CITIES })
    .map((one) => [one.language, one.placeIds.join(), one.per, one.cents, one.atOnce, isAssumed(one)]);

test('who is known interprets in all cities of their country, at their price; elsewhere, and what nobody is known for, at the price that is assumed', () => {
  expect(of([KNOWN], null)).toEqual([['sr', 'belgrade,nis', 'DAY', 40_000, 2, false]]);
  expect(of([KNOWN], 30_000)).toEqual([['sr', 'belgrade,nis', 'DAY', 40_000, 2, false], ['sr', 'pristina', 'HALF_DAY', 30_000, 9, true], ['sq', 'pristina', 'HALF_DAY', 30_000, 9, true]]);
  expect(of([], null)).toEqual([]);
});

test('what is not in force on any day of the mission, or of a language that nobody needs there, is not planned with', () => {
  const others = [{ ...KNOWN, validUntil: '2027-11-07' }, { ...KNOWN, validFrom: '2027-11-13' }, { ...KNOWN, country: 'XK', language: 'mk' }];
  expect(of(others, null)).toEqual([]);
  expect(of([{ ...KNOWN, validFrom: '2027-11-12' }], null)).toHaveLength(1);
});

test('where one of several languages would do, the one that is known is planned with, and without any the first is assumed', () => {
  const one = { id: 'm', placeId: 'pristina', languages: [{ id: 'm', anyOf: ['sq', 'sr'].map((language) => ({ language, atLeast: 'B2' })), mayInterpret: true }] } as unknown as Meeting;
  const found = (interpretations: readonly KnownInterpretation[]) => interpretersOf({ startsOn: '2027-11-08', endsOn: '2027-11-12', interpretations }, { interpreterCents: 30_000 }, { meetings: [one], cities: CITIES }).map(({ language, cents }) => [language, cents]);
  expect([found([{ ...KNOWN, country: 'XK' }]), found([])]).toEqual([[['sr', 40_000]], [['sq', 30_000]]]);
});
