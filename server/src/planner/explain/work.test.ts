import { describe, expect, test } from 'vitest';
import { valueOf, type Problem } from '@passerelle/shared/planning.ts';

import { bruteSolve, priced } from './brute-solve.fixture.ts';
import { alternatives, Asking, compare, conflictsOf, curve, leftOut, levelOf, sayChange, sayLeftOut, sayLeg, whyThisLeg, type Solve, type Valued } from './index.ts';

const solve = bruteSolve();
const bestOf = (problem: Problem): Valued => {
  const { plan, value } = solve(problem);
  return { plan: plan!, value: value! };
};
/** Leaves out two meetings, each with a witness. */
const OUT = priced(0);
/** Has no plan. */
const NONE = priced(4);

describe('the work', () => {
  test('is counted, and never more than it may be: what is known by then is said, and nothing is called cheapest that is not proved', () => {
    const whole = leftOut(new Asking(solve, { maxSolves: 1_000 }), OUT, bestOf(OUT));
    expect([whole.isComplete, whole.leftOut.every(({ witness }) => witness!.isCheapest)]).toEqual([true, true]);
    for (const maxSolves of [0, 1, 4, 10, whole.solves - 1]) {
      let calls = 0;
      const counting: Solve = (problem) => {
        calls += 1;
        return solve(problem);
      };
      const asking = new Asking(counting, { maxSolves });
      const part = leftOut(asking, OUT, bestOf(OUT));
      expect([part.solves, calls <= maxSolves, part.isComplete, part.leftOut.length]).toEqual([calls, true, false, 2]);
      expect(part.leftOut.some(({ witness, why, hasNoWitness }) => hasNoWitness || (why !== 'UNPROVED' && witness?.isLeast === true && maxSolves === 0))).toBe(false);
    }
    expect(leftOut(new Asking(solve, { maxSolves: 0 }), OUT, bestOf(OUT)).leftOut).toEqual(whole.leftOut.map(({ meetingId }) => ({ meetingId, why: 'UNPROVED', about: [], loses: null, isMinimal: false, witness: null, hasNoWitness: false, exchange: null })));
  });

  test('is that of the solver, too: once so much of it is done it is not asked again', () => {
    const whole = leftOut(new Asking(solve, { maxSolves: Infinity }), OUT, bestOf(OUT));
    let most = 0;
    const counting: Solve = (problem) => {
      const found = solve(problem);
      most = Math.max(most, found.work);
      return found;
    };
    const part = leftOut(new Asking(counting, { maxSolves: Infinity, maxWork: whole.work / 2 }), OUT, bestOf(OUT));
    expect([part.isComplete, part.work < whole.work, part.work < whole.work / 2 + most, part.solves > 0]).toEqual([false, true, true, true]);
  });

  test('what little work leaves open is asked again with all of it', () => {
    const brief: Solve = (problem, _enough, most) => (most === undefined ? solve(problem) : { plan: null, value: null, bound: [], isOptimal: false, work: most });
    const asking = new Asking(brief, { maxSolves: 2 });
    expect([asking.solve(OUT, null, 5).plan, asking.solve(OUT, null, 5).plan, asking.solves]).toEqual([null, null, 1]);
    expect([asking.solve(OUT, null).plan === null, asking.solve(OUT, null, 5).plan === null, asking.solves]).toEqual([false, false, 2]);
  });

  test('can be stopped before each solve', () => {
    let left = 5;
    const found = leftOut(new Asking(solve, { maxSolves: 1_000, stops: () => (left -= 1) < 0 }), OUT, bestOf(OUT));
    expect([found.solves, found.isComplete]).toEqual([5, false]);
  });

  test('of all explanations ends where nothing may be solved', () => {
    const asking = new Asking(solve, { maxSolves: 0 });
    expect(conflictsOf(asking, NONE)).toMatchObject({ conflicts: [], isResolved: false, isComplete: false });
    expect(alternatives(asking, OUT, bestOf(OUT))).toMatchObject({ plans: [], isComplete: false });
    expect(curve(asking, priced(9), { limitId: 'envelope', envelopes: [1] })).toMatchObject({ points: [] });
    expect(whyThisLeg(asking, OUT, bestOf(OUT)).legs.every(({ is }) => is === 'UNPROVED')).toBe(true);
  });

  test('what is solved twice is solved once', () => {
    const asking = new Asking(solve, { maxSolves: 1 });
    expect(asking.solve(OUT)).toBe(asking.solve({ ...OUT, meetings: [...OUT.meetings].reverse() }));
  });

  test('a plan that breaks a rule is not believed', () => {
    const invalid: Solve = (problem) => ({ ...solve(problem), plan: { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [{ meetingId: 'none', startsAt: 0, attends: [], interpreted: [] }] } });
    expect(new Asking(invalid, { maxSolves: 1 }).solve(OUT)).toMatchObject({ plan: null, value: null, isOptimal: false });
  });
});

describe('what money buys', () => {
  const WITH_LIMIT = Array.from({ length: 60 }, (_, seed) => priced(seed)).filter((problem) => problem.limits.length > 0 && (solve(problem).value?.[0] ?? 0) > 0).slice(0, 6);
  const ENVELOPES = [0, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000];

  test('there are problems with money among them', () => expect(WITH_LIMIT.length).toBeGreaterThan(2));

  test.each(WITH_LIMIT.map((problem, n) => [n, problem] as const))('problem %i: each envelope buys what solving it says', (_, problem) => {
    const limitId = problem.limits[0]!.id;
    const firstOf = (cents: number): number | null => solve({ ...problem, limits: problem.limits.map((one) => (one.id === limitId ? { ...one, cents } : one)) }).value?.[0] ?? null;
    const { points, solves } = curve(new Asking(solve, { maxSolves: 100 }), problem, { limitId, envelopes: ENVELOPES });
    expect(points.map(({ cents, value, isProved }) => [cents, value, isProved])).toEqual([...ENVELOPES].reverse().map((cents) => [cents, firstOf(cents), true]));
    expect(solves).toBeLessThanOrEqual(ENVELOPES.length);
  });
});

test('two plans side by side: what one has and the other has not, and what that is worth', () => {
  const problem = Array.from({ length: 80 }, (_, seed) => priced(seed)).find((one) => (solve(one).plan?.meetings.length ?? 0) > 1)!;
  const a = bestOf(problem);
  const [first] = a.plan.meetings;
  const b = bestOf({ ...problem, pins: [...problem.pins, { id: 'out', why: 'ADVISER', pin: 'OUT', meetingId: first!.meetingId }] });
  const { meetings, gains, stability, ...sides } = compare(problem, a.plan, b.plan);
  expect([meetings.onlyA, gains]).toEqual([[first!.meetingId], valueOf(problem, b.plan).map((one, level) => one - a.value[level]!)]);
  expect([sides.a.value, stability.inBoth, Object.values(sides.a.costs).every((cents) => cents >= 0)]).toEqual([a.value, b.plan.meetings.length, true]);
  expect(compare(problem, a.plan, a.plan)).toMatchObject({ gains: a.value.map(() => 0), meetings: { onlyA: [], onlyB: [], moved: [] }, stability: { inBoth: a.plan.meetings.length, sameMinute: a.plan.meetings.length } });
});

test('what is said names everything by its id, and no words', () => {
  expect(sayChange({ change: 'RAISE_LIMIT', limitId: 'envelope', by: 4_200 })).toEqual({ code: 'CHANGE.RAISE_LIMIT', about: [{ kind: 'LIMIT', id: 'envelope' }], amount: 4_200, from: null, until: null, day: null });
  expect(sayChange({ change: 'EXTEND_PERIOD', edge: 'END', minutes: 60 })).toMatchObject({ about: [{ kind: 'PERIOD', id: 'latestReturn' }], amount: 60 });
  const { plan } = bestOf(OUT);
  const said = (isCheapest: boolean, isLeast: boolean): string => sayLeftOut({ meetingId: 'm', why: 'UNPROVED', about: [], loses: null, isMinimal: false, hasNoWitness: false, exchange: null, witness: { changes: [{ change: 'RAISE_NIGHTS', by: 2 }], price: 7, plan, isCheapest, isLeast } })[1]!.code;
  expect([said(true, true), said(true, false), said(false, true)]).toEqual(['WITNESS.CHEAPEST', 'WITNESS.AMOUNT_OPEN', 'WITNESS.FOUND']);
  const worse = { partyId: 'all', from: 'A', to: 'B', is: 'WORSE', about: [], isMinimal: false, instead: null, loses: [0, 0, 300], fallsOut: ['m'] } as const;
  expect([sayLeg(worse), levelOf(worse)]).toMatchObject([{ code: 'LEG.WORSE', about: [{ kind: 'PLACE', id: 'A' }, { kind: 'PLACE', id: 'B' }, { kind: 'MEETING', id: 'm' }], amount: 300 }, 2]);
});
