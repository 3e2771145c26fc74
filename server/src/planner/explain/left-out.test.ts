/** Why a meeting is out that could be in: decided by the first level at which a plan with it is worth less. */
import { expect, test } from 'vitest';
import { at, meeting } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { type GoalLevel, type LeftOut, type Meeting, type Problem, valueOf } from '@passerelle/shared/planning.ts';

import { bruteSolve } from './brute-solve.fixture.ts';
import { Asking, isLeftOpen, isProvedWhy, leftOut, levelOf, sayLeftOut, type Solve, type Valued } from './index.ts';
import { round } from './round.fixture.ts';

const solve = bruteSolve({ step: 30, maxOwn: 0, maxAsked: 3_000 });
const hour = (starts: string): Meeting['windows'] => [{ id: starts, bounds: 'START', from: at(8, starts), until: at(8, starts) }];
/** Two meetings in Sarajevo; of the second something is so. */
const two = (starts: string, more: Partial<Meeting>, goals: readonly GoalLevel[] = round(0).goals): Problem =>
  ({ ...round(0), goals, meetings: [meeting('S1', 'SJJ', { windows: hour('10:30') }), meeting('S2', 'SJJ', { windows: hour(starts), ...more })] });

function outOf(problem: Problem, by: Solve = solve): LeftOut {
  const { plan, value } = solve(problem);
  const best: Valued = { plan: plan!, value: value! };
  const { leftOut: [one, ...others] } = leftOut(new Asking(by, { maxSolves: 60 }), problem, best);
  expect(others).toEqual([]);
  return one!;
}
const said = (problem: Problem, by?: Solve): unknown[] => {
  const one = outOf(problem, by);
  const [{ code, amount, about }] = sayLeftOut(one) as [ReturnType<typeof sayLeftOut>[number]];
  return [code, amount, problem.goals[levelOf(one)]?.terms[0]!.measure ?? null, about.slice(1).map(({ id }) => id)];
};

test('another meeting takes its place where that counts for more', () => {
  expect(said(two('10:30', { profit: 4 }))).toEqual(['LEFT_OUT.DISPLACED', 6, 'PROFIT', ['S1']]);
});

test('of two that count for as much none displaces the other: the plan with it is worse by what is said, or as good', () => {
  expect(said(two('10:30', { otherCents: 5_000 }))).toEqual(['LEFT_OUT.AS_MUCH', 5_000, 'COST_CENTS', []]);
  const one = outOf(two('10:30', {}));
  expect([sayLeftOut(one)[0]!.code, sayLeftOut(one)[0]!.amount, one.exchange!.fallsOut.length, one.witness!.changes]).toEqual(['LEFT_OUT.AS_GOOD', null, 1, []]);
});

test('where nothing falls out, by what the plan with it is worse is said, whichever goal that is', () => {
  expect(said(two('15:00', { profit: 0, otherCents: 5_000 }))).toEqual(['LEFT_OUT.LESS_WORTH', 5_000, 'COST_CENTS', []]);
  const slack: GoalLevel[] = [{ id: 'meetings', terms: [{ measure: 'PROFIT', weight: 1 }] }, { id: 'slack', terms: [{ measure: 'SHORT_SLACK', weight: -1, slackMinutes: 120 }] }];
  expect(said(two('15:00', { profit: 0 }, slack))).toEqual(['LEFT_OUT.LESS_WORTH', expect.toSatisfy((minutes: number) => minutes > 0), 'SHORT_SLACK', []]);
});

test('where goals are weighed no meeting displaces another, for it is the whole that counts', () => {
  const weighed: GoalLevel[] = [{ id: 'weighed', terms: [{ measure: 'PROFIT', weight: 30_000 }, { measure: 'COST_CENTS', weight: -3 }] }];
  expect(said(two('10:30', { otherCents: 5_000 }, weighed)).slice(0, 1)).toEqual(['LEFT_OUT.LESS_WORTH']);
});

test('by how much is not said where a plan with it is not proved to be the best that has it', () => {
  const bounded: Solve = (problem) => ({ ...solve(problem), bound: [9], isOptimal: false });
  expect(said(two('10:30', { profit: 4 }), bounded)).toEqual(['LEFT_OUT.DISPLACED', null, null, ['S1']]);
});

/** Proves nothing of what it finds. */
const unsure: Solve = (problem) => ({ ...solve(problem), bound: [], isOptimal: false });

test('a reason that is not proved is that of the plans that were found, and says so; what is lost is so at most', () => {
  expect(said(two('10:30', { profit: 4 }), unsure)).toEqual(['LEFT_OUT.DISPLACED', 6, 'PROFIT', ['S1']]);
  expect([outOf(two('10:30', { profit: 4 }), unsure), outOf(two('10:30', { profit: 4 }))].map((one) => [one.isAsFound ?? false, isProvedWhy(one), isLeftOpen(one)])).toEqual([[true, false, true], [false, true, false]]);
});

test('where no plan that has it was found, but one by a change, it is out for what is missing', () => {
  const dear = two('15:00', { otherCents: 5_000 });
  const problem: Problem = { ...dear, limits: [{ id: 'all', kinds: ['OTHER'], cents: 0 }], efforts: [{ change: 'RAISE_LIMIT', base: 1, perUnit: 1, unit: 10_000 }] };
  const blind: Solve = (asked) => ({ ...(asked.limits[0]!.cents === 0 && asked.pins.length > 0 ? { plan: null, value: null, work: 1 } : solve(asked)), bound: [], isOptimal: false });
  const one = outOf(problem, blind);
  expect([one.why, one.isAsFound, one.exchange, one.witness!.changes]).toEqual(['ENVELOPE', true, null, [{ change: 'RAISE_LIMIT', limitId: 'all', by: 5_000 }]]);
  expect([outOf(problem).why, outOf(problem).isAsFound]).toEqual(['ENVELOPE', undefined]);
});

test('a better plan that has it is said to be better, whatever is proved', () => {
  const problem = two('10:30', { profit: 40 });
  const worse: Problem = { ...problem, meetings: problem.meetings.slice(0, 1) };
  const { plan } = solve(worse);
  for (const by of [solve, unsure]) {
    const { leftOut: [one] } = leftOut(new Asking(by, { maxSolves: 60 }), problem, { plan: plan!, value: valueOf(problem, plan!) });
    expect([one!.why, isProvedWhy(one!), one!.loses![0], one!.exchange!.fallsOut]).toEqual(['BETTER', true, -30, ['S1']]);
  }
});

test('where nothing at all was found, nothing is said', () => {
  const nothing: Solve = () => ({ plan: null, value: null, bound: [], isOptimal: false, work: 1 });
  const one = outOf(two('10:30', { profit: 4 }), nothing);
  expect([one.why, isProvedWhy(one), one.witness, one.exchange]).toEqual(['UNPROVED', false, null, null]);
});
