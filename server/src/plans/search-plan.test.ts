/** What a search tells, in its order: the plan first, then what is said of it and of others. Nobody waits for what is asked last. */
import type { Problem, RankedPlan } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { round, withLate } from '../planner/explain/round.fixture.ts';
import { faultsOfLegs } from '../planner/explain/checks.fixture.ts';
import { bruteSolve } from '../planner/explain/brute-solve.fixture.ts';
import type { Assumed, Explained } from './plan-stored.ts';
import { searchForPlan } from './search-plan.ts';
import { SEARCH_LIMITS, type SearchMessage } from './search-task.ts';
import { showAlternatives, showConflicts } from './show-explained.ts';

const ASSUMED = { homes: [], links: [] } as unknown as Assumed;

function told(problem: Problem, stops: (heard: readonly SearchMessage[]) => boolean = () => false): SearchMessage[] {
  const heard: SearchMessage[] = [];
  searchForPlan({ problem, seed: 0, limits: SEARCH_LIMITS }, (message) => heard.push(message), () => stops(heard));
  return heard;
}

const explainedBy = (heard: readonly SearchMessage[]): Explained => Object.assign({}, ...heard.flatMap((one) => (one.is === 'EXPLAINED' ? [one.explained] : []))) as Explained;

test('why other plans go as they do is told last, and each reason is so', () => {
  const problem = withLate(7_000);
  const heard = told(problem);
  const parts = heard.flatMap((one) => (one.is === 'EXPLAINED' ? Object.keys(one.explained) : one.is === 'BETTER' ? [] : [one.is]));
  expect(parts).toEqual(['SOLVED', 'leftOut', 'legs', 'alternatives', 'otherLegs', 'OVER']);
  const { alternatives, otherLegs } = explainedBy(heard);
  const [cheapest] = alternatives as [RankedPlan];
  expect([cheapest.as, otherLegs!.CHEAPEST!.map(({ from, to, is }) => [from, to, is])]).toEqual(['CHEAPEST', [['SJJ', 'BEG', 'WORSE']]]);
  expect(faultsOfLegs(bruteSolve({ step: 30, maxOwn: 0, maxAsked: 3_000 }), problem, { ...cheapest, legs: otherLegs!.CHEAPEST! })).toEqual([]);
  const [shown] = showAlternatives({ problem, assumed: ASSUMED }, explainedBy(heard));
  expect(shown!.legs).toMatchObject([{ fromCity: 'SJJ', toCity: 'BEG', why: { code: 'LEG_WORSE', amount: 7_000, measure: 'COST_CENTS' } }]);
});

test('a search that is ended before that says of other plans what it has, and nothing of their order', () => {
  const heard = told(withLate(7_000), (so) => so.some((one) => one.is === 'EXPLAINED' && one.explained.alternatives));
  const explained = explainedBy(heard);
  expect([heard.at(-1)!.is, explained.alternatives!.length, explained.otherLegs]).toEqual(['OVER', 1, undefined]);
  expect(showAlternatives({ problem: withLate(7_000), assumed: ASSUMED }, explained)[0]!.legs).toEqual([]);
});

test('of several things that cannot be had together one of each has to go, which is said once; and that there is a plan then, or that this is not proved', () => {
  const problem: Problem = { ...round(0), pins: ['S1', 'B1'].flatMap((meetingId) => (['IN', 'OUT'] as const).map((pin) => ({ id: `${pin} ${meetingId}`, why: 'ADVISER' as const, pin, meetingId }))) };
  const explained = explainedBy(told(problem));
  expect([explained.conflicts!.map(({ members, isMinimal }) => [members.map(({ id }) => id).sort(), isMinimal]), explained.isResolved]).toEqual([[[['IN S1', 'OUT S1'], true], [['IN B1', 'OUT B1'], true]], true]);
  const codes = (changes: Partial<Explained> = {}): string[] => showConflicts({ problem, assumed: ASSUMED }, { ...explained, ...changes }).map(({ code }) => code);
  expect(codes()).toEqual(['CONFLICT_MINIMAL', 'CONFLICT_MINIMAL', 'CONFLICT_EACH']);
  expect(codes({ conflicts: explained.conflicts!.slice(0, 1), isResolved: false })).toEqual(['CONFLICT_MINIMAL', 'CONFLICT_OPEN']);
  expect([codes({ isResolved: undefined }).at(-1), codes({ conflicts: [], isResolved: false })]).toEqual(['CONFLICT_EACH', []]);
});
