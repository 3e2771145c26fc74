/** When countries work: what is known of one, in force on all days of the mission; all its hours together. */
import { expect, test } from 'vitest';
import type { KnownHours } from './facts.ts';
import { changingHoursOf, ownHoursOf } from './hours.ts';

const KNOWN: KnownHours = { country: 'RS', weekdays: [1, 5], from: '08:00', until: '12:00', validFrom: '2027-01-01', validUntil: null, source: 'S', sourceUrl: null, checkedOn: null, isVerified: false };
const DAYS = { startsOn: '2027-11-08', endsOn: '2027-11-12' };
const of = (...hours: readonly KnownHours[]) => ownHoursOf({ ...DAYS, hours });

test('hours of a country are those of all its lines, day by day, each source once', () => {
  const [found] = of({ ...KNOWN, from: '13:00', until: '16:00' }, KNOWN);
  expect(found!.hours.map(({ weekday, from, until }) => [weekday, from, until])).toEqual([[1, 480, 720], [1, 780, 960], [5, 480, 720], [5, 780, 960]]);
  expect(found!.sources).toEqual([{ source: { text: 'S', url: null, checkedOn: null, isVerified: false }, validFrom: '2027-01-01', validUntil: null }]);
});

test('where a line of a country begins or ends during the mission its hours are not planned with, and that is known', () => {
  const lines = [{ ...KNOWN, weekdays: [1, 2, 3, 4] }, { ...KNOWN, weekdays: [5], validUntil: '2027-11-11' }];
  expect([of(...lines), changingHoursOf({ ...DAYS, hours: lines })]).toEqual([[], ['RS']]);
  const others = [KNOWN, { ...KNOWN, validUntil: '2027-11-07' }, { ...KNOWN, validFrom: '2027-11-13' }];
  expect([of(...others).map(({ hours }) => hours.length), changingHoursOf({ ...DAYS, hours: others })]).toEqual([[2], []]);
});
