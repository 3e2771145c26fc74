/** When countries work: what is known of one, in force on all days of the mission; all its hours together. */
import { expect, test } from 'vitest';
import type { KnownHours } from './facts.ts';
import { ownHoursOf } from './hours.ts';

const KNOWN: KnownHours = { country: 'RS', weekdays: [1, 5], from: '08:00', until: '12:00', validFrom: '2027-01-01', validUntil: null, source: 'S', sourceUrl: null, checkedOn: null, isVerified: false };
const of = (...hours: readonly KnownHours[]) => ownHoursOf({ startsOn: '2027-11-08', endsOn: '2027-11-12', hours });

test('hours of a country are those of all its lines, day by day, each source once', () => {
  const [found] = of({ ...KNOWN, from: '13:00', until: '16:00' }, KNOWN);
  expect(found!.hours.map(({ weekday, from, until }) => [weekday, from, until])).toEqual([[1, 480, 720], [1, 780, 960], [5, 480, 720], [5, 780, 960]]);
  expect(found!.sources).toEqual([{ source: { text: 'S', url: null, checkedOn: null, isVerified: false }, validFrom: '2027-01-01', validUntil: null }]);
});

test('what begins or ends during the mission is not planned with', () => {
  expect(of({ ...KNOWN, validFrom: '2027-11-09' }, { ...KNOWN, validUntil: '2027-11-11' })).toEqual([]);
  expect(of({ ...KNOWN, validFrom: '2027-11-08', validUntil: '2027-11-12' }).map(({ country }) => country)).toEqual(['RS']);
});
