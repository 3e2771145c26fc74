import { expect, test } from 'vitest';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import type { Problem, Service } from '@passerelle/shared/planning.ts';

import { bruteSolve, remembering } from './brute-solve.fixture.ts';
import { faultsOfLegs } from './checks.fixture.ts';
import { alternatives, askedOf, Asking, levelOf, sayLeg, whyThisLeg, whyThisLegOf, type Solve } from './index.ts';
import { round, withExtra } from './round.fixture.ts';

function legs(problem: Problem, solve: Solve = bruteSolve({ step: 30, maxOwn: 0 })) {
  const { plan, value } = bruteSolve({ step: 30, maxOwn: 0 })(problem);
  return whyThisLeg(new Asking(solve, { maxSolves: 60 }), problem, { plan: plan!, value: value! }).legs;
}

test('the other way round costs more, by what the best plan of it costs', () => {
  expect(legs(round(7_000))).toMatchObject([{ from: 'SJJ', to: 'BEG', is: 'WORSE', loses: [0, 0, 7_000, 0], fallsOut: [], about: [] }]);
  expect(sayLeg(legs(round(7_000))[0]!)).toMatchObject({ code: 'LEG.WORSE', amount: 7_000 });
});

test('where both ways are worth the same, that is said', () => {
  expect(legs(round(0))).toMatchObject([{ is: 'EQUAL', loses: [0, 0, 0, 0] }]);
});

test('where no way leads the other way round nothing can be taken away so that one does', () => {
  expect(legs({ ...round(7_000), travel: round(7_000).travel.filter(({ id }) => id !== 'BEG-SJJ') })).toMatchObject([{ is: 'REFUSED', about: [], isMinimal: true, instead: null }]);
});

test('what a solver does not prove is not said', () => {
  const unsure: Solve = (problem) => ({ ...bruteSolve({ step: 30, maxOwn: 0 })(problem), bound: [], isOptimal: false });
  expect(legs(round(7_000), unsure)).toMatchObject([{ is: 'UNPROVED', loses: [0, 0, 7_000, 0] }]);
});

test('where it is proved that none of the other order is as good that is said, and not by how much', () => {
  const solve = bruteSolve({ step: 30, maxOwn: 0 });
  const bounded: Solve = (problem) => {
    const found = solve(problem);
    return { ...found, bound: [found.value![0]! - 1, ...found.value!.slice(1)], isOptimal: false };
  };
  expect(legs(round(7_000), bounded)).toMatchObject([{ is: 'WORSE', loses: null, instead: null, fallsOut: [] }]);
});

test('of another plan the same meetings are held the other way round, and what it is called for is told first', () => {
  const [problem, solve] = [withExtra(7_000), bruteSolve({ step: 30, maxOwn: 0 })];
  const plan = solve(round(7_000)).plan!;
  for (const as of ['CHEAPEST', 'WIDEST'] as const) {
    const { legs: [reason, ...others], isComplete } = whyThisLegOf(new Asking(solve, { maxSolves: 60 }), problem, { plan, as });
    expect([reason, others, isComplete]).toMatchObject([{ from: 'SJJ', to: 'BEG', is: 'WORSE', fallsOut: [] }, [], true]);
    expect(sayLeg(reason!).amount).toBe(7_000);
    expect(askedOf(problem, { plan, as }).goals[levelOf(reason!)]!.terms).toMatchObject([{ measure: 'COST_CENTS' }]);
    expect(reason!.instead!.plan.meetings.map(({ meetingId }) => meetingId).sort()).toEqual(['B1', 'S1']);
    expect(faultsOfLegs(solve, problem, { plan, as, legs: [reason!] })).toEqual([]);
  }
});

test('a rule of a border is named for another plan too', () => {
  const rule = { id: 'rs-ba', validFrom: '2020-01-01', validUntil: null, source: { text: 'invented', url: null, checkedOn: null, isVerified: false }, type: 'LAST_ENTRY' as const, from: 'RS', to: 'BA', unlessEnteredFrom: ['BA'], exceptPersons: [] };
  const [problem, solve] = [{ ...withExtra(0), borderRules: [rule] }, bruteSolve({ step: 30, maxOwn: 0, maxAsked: 3_000 })];
  const plan = solve({ ...round(0), borderRules: [rule] }).plan!;
  const { legs: found } = whyThisLegOf(new Asking(solve, { maxSolves: 60 }), problem, { plan, as: 'SHORTEST' });
  expect(found).toMatchObject([{ is: 'REFUSED', about: [{ kind: 'RULE', id: 'rs-ba' }], isMinimal: true }]);
  expect(faultsOfLegs(solve, problem, { plan, as: 'SHORTEST', legs: found })).toEqual([]);
});

test('a reason that says something else than is so is seen', () => {
  const [problem, solve] = [withExtra(7_000), bruteSolve({ step: 30, maxOwn: 0 })];
  const plan = solve(round(7_000)).plan!;
  const [reason] = whyThisLegOf(new Asking(solve, { maxSolves: 60 }), problem, { plan, as: 'CHEAPEST' }).legs;
  const faults = (changes: object): string[] => faultsOfLegs(solve, problem, { plan, as: 'CHEAPEST', legs: [{ ...reason!, ...changes }] });
  expect(faults({ is: 'EQUAL' })).toContain('not EQUAL');
  expect(faults({ loses: reason!.loses!.map((one) => one + 1) })).toEqual(['not by so much']);
  expect(faults({ is: 'REFUSED', about: [], isMinimal: true })).toContain('not refused');
  expect(faults({ fallsOut: ['S1'] })).toEqual(['other meetings']);
});

/** Two cities in a day by a seed: links that are missing or dear, meetings that are worth something, at one hour or at two, a border, an envelope. */
function drawn(seed: number): Problem {
  const draw = new Draw(seed);
  const base = withExtra(1_000 * draw.below(12));
  const rule = { id: 'rs-ba', validFrom: '2020-01-01', validUntil: null, source: { text: 'invented', url: null, checkedOn: null, isVerified: false }, type: 'LAST_ENTRY' as const, from: 'RS', to: 'BA', unlessEnteredFrom: draw.once(2) ? ['BA'] : [], exceptPersons: [] };
  return {
    ...base, borderRules: draw.once(3) ? [rule] : [], limits: draw.once(3) ? [{ id: 'envelope', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], cents: 20_000 + 1_000 * draw.below(12) }] : [],
    travel: base.travel.filter(() => !draw.once(8)).map((one) => ({ ...one, fareCents: draw.once(2) ? 1_000 * draw.below(20) : (one as Service).fareCents }) as Service),
    meetings: base.meetings.map((one) => ({ ...one, profit: 1 + draw.below(9), otherCents: 1_000 * draw.below(9), windows: draw.once(4) ? one.windows!.slice(0, 1) : one.windows })),
  };
}

test('of many missions what is said of the order of the best plan and of others is so: the other order costs that, or that refuses it', () => {
  const told = new Map<string, number>();
  for (let seed = 0; seed < 80; seed += 1) {
    const [problem, solve] = [drawn(seed), remembering(bruteSolve({ step: 30, maxOwn: 0, maxAsked: 3_000 }))];
    const { plan, value } = solve(problem);
    if (!plan || !value) continue;
    const asking = (): Asking => new Asking(solve, { maxSolves: 200 });
    const others = [...alternatives(asking(), problem, { plan, value }).plans, ...(['CHEAPEST', 'SHORTEST', 'WIDEST'] as const).map((as) => ({ plan, as }))];
    const ways = [{ plan, as: 'BEST' as const, legs: whyThisLeg(asking(), problem, { plan, value }).legs }, ...others.map((other) => ({ plan: other.plan, as: other.as, legs: whyThisLegOf(asking(), problem, other).legs }))];
    expect([seed, ways.flatMap((way) => faultsOfLegs(solve, problem, way))]).toEqual([seed, []]);
    for (const { as, legs: reasons } of ways) for (const { is } of reasons) told.set(`${as} ${is}`, (told.get(`${as} ${is}`) ?? 0) + 1);
  }
  for (const as of ['BEST', 'CHEAPEST', 'WIDEST']) for (const is of ['WORSE', 'REFUSED']) expect([as, is, told.get(`${as} ${is}`) ?? 0]).toEqual([as, is, expect.toSatisfy((count: number) => count > 2)]);
});
