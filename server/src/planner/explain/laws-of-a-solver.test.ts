import { describe, expect, test } from 'vitest';
import { at, meeting } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem } from '@passerelle/shared/planning.ts';

import { bruteSolve, priced, TINY } from './brute-solve.fixture.ts';
import type { Solve } from './index.ts';
import { LAWS } from './laws-of-a-solver.fixture.ts';
import { round } from './round.fixture.ts';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
const right = bruteSolve();

/** What breaks a law over some problems, and how often it was asked. */
function asked(law: (typeof LAWS)[number], solve: Solve): { readonly asked: number; readonly broken: readonly string[] } {
  const found = SEEDS.map((seed) => ({ seed, ...law.breaks(solve, priced(seed, TINY), seed) }));
  return { asked: found.reduce((sum, one) => sum + one.asked, 0), broken: found.flatMap(({ seed, broken }) => broken.map((one) => `${seed} ${one}`)) };
}

test.each(LAWS.map((law) => [law.law, law] as const))('who asks about every plan obeys: %s', (_, law) => {
  const { asked: times, broken } = asked(law, right);
  expect(broken).toEqual([]);
  expect(times).toBeGreaterThan(3);
});

/** Solves another problem than it is asked, and says that this is the best there is. */
const confusing = (isConfused: (problem: Problem) => boolean, other: (problem: Problem) => Problem): Solve => (problem) => right(isConfused(problem) ? other(problem) : problem);
const nothing = (problem: Problem): Problem => ({ ...problem, persons: [], meetings: problem.meetings.map((one) => ({ ...one, isMandatory: false })), pins: [] });
const poorer = (problem: Problem): Problem => ({ ...problem, limits: problem.limits.map((one) => ({ ...one, cents: 0 })) });

let calls = 0;
/** A solver that is wrong in one way each, by the law that finds it out. */
const WRONG: Readonly<Record<string, Solve>> = {
  'a plan is valid, and worth what is said; no plan is better than the bound': (problem) => {
    const found = right(problem);
    return { ...found, value: found.value && found.value.map((one) => one + 1) };
  },
  'the same problem is answered the same': confusing(() => (calls += 1) % 2 === 0, nothing),
  'more money never lowers the value': confusing(({ limits }) => limits.some(({ cents }) => cents > 70_000), poorer),
  'more days never lower the value': confusing(({ period }) => period.latestReturn - period.earliestDeparture > 20 * 60, nothing),
  'more meetings never lower the value': confusing(({ meetings }) => meetings.length > 1, (problem) => ({ ...problem, meetings: problem.meetings.slice(0, 1) })),
  'what only allows more never lowers the value': confusing(({ period }) => period.latestReturn - period.earliestDeparture > 20 * 60, nothing),
  'what is taken away never lowers the value': confusing(({ limits }) => limits.length === 0, nothing),
  'forbidding what is not done changes nothing': confusing(({ pins }) => pins.some(({ pin }) => pin === 'OUT' || pin === 'STAYS'), nothing),
  'pinning all that is done gives it back': confusing(({ pins }) => pins.some(({ pin }) => pin === 'TRAVELS'), nothing),
  'the order in which a problem is told says nothing': (problem) => right({ ...problem, meetings: problem.meetings.slice(0, 1) }),
  'a country by another name is the same': confusing(({ countries }) => countries.some(({ id }) => id === 'zz'), nothing),
  'a week later, without holidays, is worth the same': confusing(({ period }) => Math.floor(period.earliestDeparture / 10_080) % 2 === 0, nothing),
  'what is proposed for a meeting, applied with the meeting fixed, brings it in': (problem) => (problem.pins.some(({ id }) => id.startsWith('law ')) ? { plan: null, value: null, bound: [], isOptimal: true, work: 0 } : right(problem)),
};

describe('a solver that is wrong', () => {
  test.each(LAWS.map((law) => [law.law, law] as const))('is found out by: %s', (name, law) => {
    expect(SEEDS.some((seed) => law.breaks(WRONG[name]!, priced(seed, TINY), seed).broken.length > 0)).toBe(true);
  });
});

test('a solver that does not fix what is proposed is found out where the best plan does without it', () => {
  const law = LAWS.at(-1)!;
  const hour = [{ id: 'one', bounds: 'START' as const, from: at(8, '10:30'), until: at(8, '10:30') }];
  const twice: Problem = { ...round(0), meetings: [meeting('S1', 'SJJ', { windows: hour }), meeting('S2', 'SJJ', { windows: hour, otherCents: 5_000 })] };
  const solve = bruteSolve({ step: 30, maxOwn: 0, maxAsked: 3_000 });
  const forgetting: Solve = (problem) => solve({ ...problem, pins: problem.pins.filter(({ id }) => !id.startsWith('law ')) });
  expect([law.breaks(solve, twice, 0).broken, law.breaks(forgetting, twice, 0).broken]).toEqual([[], ['S2']]);
});
