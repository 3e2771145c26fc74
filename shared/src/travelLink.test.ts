import { expect, test } from 'vitest';
import { type KnownLink, lackingOf } from './travelLink.ts';

const WHOLE: KnownLink = { hasService: true, minutes: 165, fareCents: 0, weekdays: [1], departures: ['06:40'], firstDeparture: null, countryCodes: ['FR', 'RS'], validFrom: '2027-01-01' };

test('nothing lacks of a link that is known, whether it leaves at some hours or at any, and whether it costs anything', () => {
  expect(lackingOf(WHOLE)).toEqual([]);
  expect(lackingOf({ ...WHOLE, departures: null, firstDeparture: '06:00' })).toEqual([]);
});

test('what nobody knows lacks, each by itself', () => {
  expect(lackingOf({ ...WHOLE, minutes: null })).toEqual(['MINUTES']);
  expect(lackingOf({ hasService: true, minutes: null, fareCents: null, weekdays: null, departures: null, firstDeparture: null, countryCodes: null, validFrom: null })).toEqual(['VALID_FROM', 'MINUTES', 'FARE', 'WEEKDAYS', 'HOURS', 'COUNTRIES']);
});

test('nothing lacks of what does not run', () => {
  expect(lackingOf({ hasService: false, minutes: null, fareCents: null, weekdays: null, departures: null, firstDeparture: null, countryCodes: null, validFrom: null })).toEqual([]);
});
