import { describe, expect, test } from 'vitest';

import { instantsOf, wallTimeAt } from '../wallTime.ts';
import { clockAt, dayNumber, dayOf, instantOf, wallTimeOf, weekdayOf } from './time.ts';
import type { Zone } from './travel.ts';

const minutes = (text: string): number => Date.parse(text) / 60_000;
/** Belgrade in 2027: summer from 28 March, 01:00 UTC, to 31 October, 01:00 UTC; the order of offsets means nothing. */
const BELGRADE: Zone = { id: 'Europe/Belgrade', offsets: [{ from: minutes('2027-10-31T01:00Z'), minutes: 60 }, { from: minutes('2026-10-25T01:00Z'), minutes: 60 }, { from: minutes('2027-03-28T01:00Z'), minutes: 120 }] };
const at = (day: string, hour: number, minute: number): string => new Date(instantOf(BELGRADE, dayNumber(day), hour * 60 + minute) * 60_000).toISOString().slice(0, 16);

describe('wall times by the offsets that a problem has', () => {
  test('in winter and in summer', () => {
    expect([at('2027-01-05', 9, 0), at('2027-07-05', 9, 0)]).toEqual(['2027-01-05T08:00', '2027-07-05T07:00']);
  });

  test('what comes twice is the later one', () => {
    expect(at('2027-10-31', 2, 30)).toBe('2027-10-31T01:30');
  });

  test('what never comes is the moment at which the clocks change', () => {
    expect(at('2027-03-28', 2, 30)).toBe('2027-03-28T01:00');
  });

  test('midnight ends a day', () => {
    expect(at('2027-11-08', 24, 0)).toBe(at('2027-11-09', 0, 0));
  });

  test('they are those of the database of zones, hour by hour around both changes', () => {
    for (const day of ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01']) {
      for (let minute = 0; minute < 1440; minute += 15) {
        const instant = instantOf(BELGRADE, dayNumber(day), 0) + minute;
        expect(wallTimeOf(clockAt(BELGRADE, instant))).toBe(wallTimeAt(new Date(instant * 60_000), 'Europe/Belgrade'));
        const shown = instantsOf(wallTimeOf({ day: dayNumber(day), minute }), 'Europe/Belgrade').at(-1);
        if (shown) expect(instantOf(BELGRADE, dayNumber(day), minute)).toBe(shown.getTime() / 60_000);
      }
    }
  });
});

test('8 November 2027 is a Monday, and days have numbers both ways', () => {
  expect(weekdayOf(dayNumber('2027-11-08'))).toBe(1);
  expect([dayOf(dayNumber('2027-02-28') + 1), weekdayOf(-4)]).toEqual(['2027-03-01', 7]);
});
