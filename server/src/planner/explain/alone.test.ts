/** What nobody could do alone no plan does: of random problems, and of people who are more than they seem. */
import { describe, expect, test } from 'vitest';
import { at, person } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { fieldProblem, SHAPES } from '../mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../mission/index.ts';
import type { Problem } from '@passerelle/shared/planning.ts';

import { isRefusedAlone } from './alone.ts';
import { bruteSolve, priced, TWO_WAYS } from './brute-solve.fixture.ts';
import { Asking, leftOut, type Solve } from './index.ts';
import { obstaclesOf } from './obstacles.ts';
import { pinned } from './pin.ts';

const solve = bruteSolve({ step: 30, maxOwn: 1, maxAsked: 3_000 });
const refused = (problem: Problem, by: Solve = solve): boolean => isRefusedAlone(new Asking(by, { maxSolves: 10 }), pinned(problem, { pin: 'IN', meetingId: problem.meetings[0]!.id }), problem.meetings[0]!);

test('of random problems, with all that may stand in the way and without it, no plan has a meeting at which nobody could be alone', () => {
  const brute = bruteSolve({ maxAsked: 20_000 });
  const asked = Array.from({ length: 60 }, (_, seed) => [priced(seed), priced(seed, { meetings: 2, persons: 2, days: 1 })]).flat().flatMap((problem) => {
    const [meeting] = problem.meetings;
    const wanted = pinned(problem, { pin: 'IN', meetingId: meeting!.id });
    return [wanted, obstaclesOf(problem, meeting!).reduce((left, one) => one.lift(left), wanted)];
  });
  const found = asked.filter((problem) => refused(problem, brute)).map((problem) => brute(problem));
  expect(found.length).toBeGreaterThan(20);
  expect(found.map(({ plan, isOptimal }) => [plan, isOptimal])).toEqual(found.map(() => [null, true]));
});

/** One meeting in Sarajevo on Monday morning, there and back. */
const MONDAY: Problem = { ...TWO_WAYS, teamRule: [], meetings: [{ ...TWO_WAYS.meetings[0]!, needs: [] }] };
const busy = { blocks: [{ id: 'busy', from: at(8, '00:00'), until: at(9, '00:00'), cause: 'ENGAGED' as const }] };

describe('of people', () => {
  test('one alone can be there; nobody can where nothing leads there', () => {
    expect([refused({ ...MONDAY, persons: [person('M', ['MAGISTRATE'])] }), refused({ ...MONDAY, persons: [person('M', ['MAGISTRATE'])], travel: [] })]).toEqual([false, true]);
  });

  test('the first of a kind does not stand for the others: who is engaged, a reserve, or away for no day does not deny them', () => {
    expect(refused({ ...MONDAY, persons: [person('A', ['POLICE'], { ...busy, isReserve: true, maxDaysAway: 0 }), person('M', ['MAGISTRATE'])] })).toBe(false);
  });

  test('who is let through a border by name is of a kind of their own', () => {
    const rule = { id: 'closed', validFrom: '2020-01-01', validUntil: null, source: MONDAY.borderRules![0]!.source, type: 'LAST_ENTRY' as const, from: 'BA', to: 'FR', unlessEnteredFrom: [] };
    const people = [person('A', ['POLICE']), person('M', ['MAGISTRATE'])];
    const closed = (exceptPersons: string[]): Problem => ({ ...MONDAY, persons: people, borderRules: [{ ...rule, from: 'FR', to: 'BA', exceptPersons }] });
    expect([refused(closed([])), refused(closed(['M']))]).toEqual([true, false]);
  });
});

/** Three countries, of one of which no rate is known: there is lunch, dinner or a night in each stay there. */
const WEEK = fieldProblem(1, SHAPES.week);
const UNKNOWN: Problem = { ...WEEK, allowances: { ...WEEK.allowances!, rates: WEEK.allowances!.rates.filter(({ countryId }) => countryId !== 'c0') } };

test('all meetings of a country without a rate are out because of it, with less work than thirty questions may take', () => {
  const mission: Solve = (problem, enough, most = 30_000) => {
    const { bound, ...found } = planMission({ problem, seed: 1, maxWork: most, maxLabels: 20_000, ...(enough !== undefined && { enough }) });
    return { ...found, bound: bound ?? [] };
  };
  const { plan, value } = mission(UNKNOWN);
  const { leftOut: out, work } = leftOut(new Asking(mission, { maxSolves: Infinity, maxWork: 800_000 }), UNKNOWN, { plan: plan!, value: value! });
  const there = out.filter(({ meetingId }) => UNKNOWN.meetings.find(({ id }) => id === meetingId)!.placeId === 'C0');
  expect(there.length).toBeGreaterThan(5);
  expect(there.map(({ why, about, isMinimal, witness }) => [why, about, isMinimal, witness])).toEqual(there.map(() => ['RATE_UNKNOWN', [{ kind: 'COUNTRY', id: 'c0' }], true, null]));
  expect(there.filter(({ hasNoWitness }) => hasNoWitness).length).toBeGreaterThan(5);
  expect(work).toBeLessThan(850_000);
});
