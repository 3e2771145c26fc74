import { expect, test } from 'vitest';
import { type AllowanceRule, countedDays, daysFrom, eurosOf, MICROS, shareOf, type Stay } from './allowance.ts';
import { instantsOf } from './wallTime.ts';

const RULE: AllowanceRule = {
  night: { permille: 650, from: '00:00', until: '05:00' }, isNightWhole: true, lunch: { permille: 175, from: '12:00', until: '15:00' }, dinner: { permille: 175, from: '19:00', until: '21:00' },
};
const stay = (arrivesAt: string, leavesAt: string, provided: Partial<Stay> = {}): Stay => ({ arrivesAt, leavesAt, isLodgingProvided: false, lunchesProvided: 0, dinnersProvided: 0, ...provided });
const counts = (one: Stay, rule = RULE): number[] => {
  const { nights, lunches, dinners } = countedDays(one, rule);
  return [nights.length, lunches.length, dinners.length];
};

test.each<[what: string, from: string, until: string, counted: number[]]>([
  ['arrives at noon on the minute', '2027-11-08T12:00', '2027-11-08T18:00', [0, 1, 0]],
  ['arrives a minute after noon', '2027-11-08T12:01', '2027-11-08T18:00', [0, 0, 0]],
  ['leaves when the midday meal is over on the minute', '2027-11-08T08:00', '2027-11-08T15:00', [0, 1, 0]],
  ['leaves a minute before', '2027-11-08T08:00', '2027-11-08T14:59', [0, 0, 0]],
  ['arrives at midnight', '2027-11-08T00:00', '2027-11-08T05:00', [1, 0, 0]],
  ['arrives a minute after midnight', '2027-11-08T00:01', '2027-11-08T23:59', [0, 1, 1]],
  ['leaves before five', '2027-11-08T20:00', '2027-11-09T04:59', [0, 0, 0]],
  ['is there for less than a day', '2027-11-08T09:00', '2027-11-08T22:00', [0, 1, 1]],
  ['stays several nights', '2027-11-08T09:30', '2027-11-12T20:00', [4, 5, 4]],
  ['stays over the end of a year', '2027-12-31T18:00', '2028-01-02T10:00', [2, 1, 2]],
])('somebody who %s', (_what, from, until, counted) => {
  expect(counts(stay(from, until))).toEqual(counted);
});

test('a night is a night, however long it is, and where the clocks never change', () => {
  // In Belgrade the clocks go back on 31 October 2027 and forward on 28 March 2027; in Istanbul they never do.
  for (const [first, last] of [['2027-10-30', '2027-10-31'], ['2027-03-27', '2027-03-28']] as const) {
    const [from, until] = [`${first}T18:00`, `${last}T18:00`];
    const hours = (zone: string): number => (instantsOf(until, zone)[0]!.getTime() - instantsOf(from, zone)[0]!.getTime()) / 3_600_000;
    expect([hours('Europe/Belgrade') === 24, hours('Europe/Istanbul')]).toEqual([false, 24]);
    expect(counts(stay(from, until))).toEqual([1, 1, 1]);
  }
});

test('where a part of a night is enough, who comes at four has it, and who leaves at midnight has not', () => {
  const part = { ...RULE, isNightWhole: false };
  expect(counts(stay('2027-11-08T04:00', '2027-11-08T09:00'), part)).toEqual([1, 0, 0]);
  expect(counts(stay('2027-11-08T16:00', '2027-11-09T00:00'), part)).toEqual([0, 0, 1]);
  expect(counts(stay('2027-11-08T05:00', '2027-11-08T09:00'), part)).toEqual([0, 0, 0]);
});

test('what the host provides is not given, and never less than nothing', () => {
  const days = ['2027-11-08T09:00', '2027-11-10T20:00'] as const;
  expect(countedDays(stay(...days, { lunchesProvided: 1 }), RULE).lunches).toEqual(['2027-11-09', '2027-11-10']);
  expect(counts(stay(...days, { isLodgingProvided: true, dinnersProvided: 1 }))).toEqual([0, 3, 1]);
  expect(counts(stay(...days, { isLodgingProvided: true, lunchesProvided: 9, dinnersProvided: 9 }))).toEqual([0, 0, 0]);
});

test('days are counted over a leap day', () => {
  expect(daysFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(daysFrom('2028-03-01', '2028-02-28')).toEqual([]);
});

test('a share of a rate is rounded once, at the end, a half upwards', () => {
  expect(shareOf({ nights: 2, lunches: 3, dinners: 1 }, RULE)).toBe(2000);
  expect(eurosOf(15_000, 2000)).toBe(30_000);
  expect([eurosOf(100, 175), eurosOf(10, 650), eurosOf(10, 649), eurosOf(2, 250)]).toEqual([18, 7, 6, 1]);
  // 39,000 forints at 0.002513 euros, and an amount of which a half of a cent is left.
  expect(eurosOf(3_900_000, 1000, 2_513)).toBe(9_801);
  expect([eurosOf(50, 1000, 10_000), eurosOf(49, 1000, 10_000)]).toEqual([1, 0]);
  expect(eurosOf(10_000_000, 366_000, 999_999_999)).toBe(Math.round(10_000_000 * 366 * 999.999999));
  expect(MICROS).toBe(1_000_000);
});
