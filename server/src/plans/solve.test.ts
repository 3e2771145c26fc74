/** The planner of missions, as the explanations ask it, obeys what any solver of missions has to. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { priced, TINY } from '../planner/explain/brute-solve.fixture.ts';
import type { Solve } from '../planner/explain/index.ts';
import { LAWS } from '../planner/explain/laws-of-a-solver.fixture.ts';
import { solverOf } from './solve.ts';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed);
const PROBLEMS: readonly (readonly [seed: number, problem: Problem])[] = [...seeds(40).map((seed) => [seed, priced(seed, TINY)] as const), ...seeds(20).map((seed) => [seed, priced(seed, { meetings: 3, persons: 2, days: 2 })] as const)];
const solve = solverOf({ seed: 0, maxWork: 30_000, maxLabels: 20_000 });

/** What breaks a law over some problems, and how often it was asked. */
function asked(law: (typeof LAWS)[number], of: Solve): { readonly asked: number; readonly broken: readonly string[] } {
  const found = PROBLEMS.map(([seed, problem]) => ({ seed, ...law.breaks(of, problem, seed) }));
  return { asked: found.reduce((sum, one) => sum + one.asked, 0), broken: found.flatMap(({ seed, broken }) => broken.map((one) => `${seed} ${one}`)) };
}

test.each(LAWS.map((law) => [law.law, law] as const))('it obeys: %s', (_, law) => {
  const { asked: times, broken } = asked(law, solve);
  expect(broken).toEqual([]);
  expect(times).toBeGreaterThan(3);
});

test('one that says that what it has found soon is the best there is, is found out', () => {
  const hasty: Solve = (problem) => {
    const found = solverOf({ seed: 0, maxWork: 60, maxLabels: 0 })(problem);
    return { ...found, bound: found.value ?? [], isOptimal: true };
  };
  expect(LAWS.some((law) => asked(law, hasty).broken.length > 0)).toBe(true);
});

test('it ends where it is told to, and proves nothing then', () => {
  const [, problem] = PROBLEMS.find(([, one]) => solve(one).value?.some((worth) => worth > 0))!;
  expect(solverOf({ seed: 0, maxWork: 30_000, maxLabels: 20_000, stops: () => true })(problem).isOptimal).toBe(false);
});
