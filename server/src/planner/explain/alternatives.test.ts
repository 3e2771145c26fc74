import { expect, test } from 'vitest';
import { at, meeting } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem, Service, TimeWindow } from '@passerelle/shared/planning.ts';

import { bruteSolve, TWO_WAYS } from './brute-solve.fixture.ts';
import { alternatives, Asking } from './index.ts';

const startsAt = (hour: string): TimeWindow[] => [{ id: hour, bounds: 'START', from: at(8, hour), until: at(8, hour) }];
const [there, back] = TWO_WAYS.travel as [Service, Service];

/** After the first meeting in Sarajevo there is a second one, which costs something, or one in Belgrade, which is worth less. */
const CHOICE: Problem = {
  ...TWO_WAYS, period: { ...TWO_WAYS.period, latestReturn: at(8, '22:00') }, persons: TWO_WAYS.persons.slice(0, 1),
  meetings: [meeting('S1', 'SJJ', { windows: startsAt('10:30') }), meeting('S2', 'SJJ', { profit: 3, otherCents: 5_000, windows: startsAt('14:30') }), meeting('B1', 'BEG', { profit: 2, windows: startsAt('16:00') })],
  travel: [there, { ...back, departs: { at: [990] } }, { ...back, id: 'SJJ-BEG', to: 'BEG', minutes: 120, countries: ['BA', 'RS'], departs: { at: [750] } }, { ...back, id: 'BEG-PAR', from: 'BEG', countries: ['RS', 'FR'], departs: { at: [1050] } }],
};

function others(problem: Problem) {
  const solve = bruteSolve({ step: 30, maxOwn: 0 });
  const { plan, value } = solve(problem);
  const { plans, isComplete } = alternatives(new Asking(solve, { maxSolves: 60 }), problem, { plan: plan!, value: value! });
  return { best: plan!.meetings.map(({ meetingId }) => meetingId), isComplete, plans: plans.map((one) => [one.as, one.plan.meetings.map(({ meetingId }) => meetingId), one.value[0], one.isProved]) };
}

test('a cheaper plan without the dear meeting, and one with more countries', () => {
  expect(others(CHOICE)).toEqual({ best: ['S1', 'S2'], isComplete: true, plans: [['CHEAPEST', ['S1'], 10, true], ['WIDEST', ['S1', 'B1'], 12, true]] });
});

test('what is worth less than three quarters is not named, nor what is the best plan by another name', () => {
  const worth = (ids: readonly string[], profit: number): Problem => ({ ...CHOICE, meetings: CHOICE.meetings.map((one) => (ids.includes(one.id) ? { ...one, profit } : one)) });
  expect(others(worth(['S2'], 30)).plans).toEqual([]);
  expect(others(worth(['B1'], 20))).toMatchObject({ best: ['S1', 'B1'], plans: [] });
});
