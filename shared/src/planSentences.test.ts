/** Times within sentences about plans. */
import { expect, it } from 'vitest';
import { planLosses, spanWith, weekWith } from './planSentences.ts';
import { dayRuns } from './planSentences/times.ts';

it('tells days as from one to another only where none lies between that is not among them', () => {
  expect([dayRuns([1, 2, 3, 4, 5]), dayRuns([1, 3, 5]), dayRuns([5, 1, 2, 3]), dayRuns([1, 2])]).toEqual([[[1, 5]], [[1, 1], [3, 3], [5, 5]], [[1, 3], [5, 5]], [[1, 1], [2, 2]]]);
});

const CLOCKS = { day: (day: string) => day, days: (first: string, last: string) => `${first}..${last}`, hour: (instant: string, zone: string) => new Intl.DateTimeFormat('sv', { timeStyle: 'short', timeZone: zone }).format(new Date(instant)), dayIn: (instant: string, zone: string) => new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(instant)), weekday: (n: number) => ['', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][n]! };

it('writes whole days by the clock of a place as days, and all else with its hours', () => {
  const span = spanWith(CLOCKS);
  expect([span('2027-11-10T23:00:00Z', '2027-11-11T23:00:00Z', 'Europe/Paris'), span('2027-11-10T23:00:00Z', '2027-11-13T23:00:00Z', 'Europe/Paris')]).toEqual(['2027-11-11', '2027-11-11..2027-11-13']);
  expect([span('2027-11-11T08:00:00Z', '2027-11-11T09:30:00Z', 'Europe/Paris'), span('2027-11-11T22:00:00Z', '2027-11-12T01:00:00Z', 'Europe/Paris')]).toEqual(['2027-11-11 09:00 – 10:30', '2027-11-11 23:00 – 2027-11-12 02:00']);
});

it('writes the hours of a week once for all days that have them', () => {
  expect(weekWith(CLOCKS)([...[1, 2, 3, 4].map((weekday) => ({ weekday, from: '08:00', until: '16:00' })), { weekday: 5, from: '08:00', until: '14:00' }])).toBe('Mo–Th 08:00–16:00 · Fr 08:00–14:00');
});

it('names what a plan would lose by the goal that decides, with how much more or less of it there would be; of no single goal nothing', () => {
  const lost = planLosses({ money: (cents) => `${cents / 100} €`, time: (minutes) => `${minutes} min`, count: String, goal: (goal) => goal });
  expect([lost({ measure: 'COST_CENTS', amount: 5_000 }), lost({ measure: 'TRAVEL_MINUTES', amount: 90 }), lost({ measure: 'KEPT', amount: 2 })]).toEqual(['COST_CENTS (+50 €)', 'TRAVEL_MINUTES (+90 min)', 'KEPT (−2)']);
  expect([lost({ measure: null, amount: null }), lost({ measure: 'GROUPS', amount: 1 }), lost({ measure: 'KEPT', amount: null })]).toEqual([null, null, null]);
});
