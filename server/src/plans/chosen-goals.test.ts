/** What may count, and which limits may be set. */
import { expect, test } from 'vitest';
import { type ChosenGoals, GOAL_MEASURES } from '../planner/problem/index.ts';
import { areGoals, areLimits } from './chosen-goals.ts';

const inOrder = (...measures: readonly ChosenGoals['goals'][number]['measure'][]): ChosenGoals => ({ isWeighed: false, goals: measures.map((measure) => ({ measure, points: 1 })) });

test('each goal counts once, with points; each limit is of one kind, once, and no amount is below nothing', () => {
  const weighed = (...points: readonly number[]): boolean => areGoals({ isWeighed: true, goals: points.map((one, n) => ({ measure: GOAL_MEASURES[n]!, points: one })) }, false);
  expect([areGoals(null, false), weighed(1, 1000), weighed(), weighed(0), weighed(1001), weighed(1.5), areGoals(inOrder('PROFIT', 'PROFIT'), false), areGoals(inOrder('SHARED_NEEDS' as 'PROFIT'), false)]).toEqual([true, true, false, false, false, false, false, false]);
  expect([areLimits([{ kind: 'FARE', cents: 0 }, { kind: 'ALLOWANCE', cents: 5 }], 5), areLimits([{ kind: 'FARE', cents: 1 }, { kind: 'FARE', cents: 2 }], 5), areLimits([{ kind: 'FARE', cents: 6 }], 5), areLimits([{ kind: 'FARE', cents: -1 }], 5)]).toEqual([true, false, false, false]);
});

test('what stays of a former plan counts alone only where there is one; a limit is of fares, allowances or interpretation', () => {
  expect([areGoals(inOrder('KEPT'), false), areGoals(inOrder('KEPT'), true), areGoals(inOrder('KEPT', 'PROFIT'), false), areLimits([{ kind: 'OTHER', cents: 1 }], 5)]).toEqual([false, true, true, false]);
});
