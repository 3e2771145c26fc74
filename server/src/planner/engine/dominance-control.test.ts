/** The control of exact.long.test.ts and bound.long.test.ts: where the dominance is unsound, brute force finds it out. */
import { expect, test, vi } from 'vitest';
import { upperBound } from './bound.ts';
import { bruteForce } from './brute-force.fixture.ts';
import { exactRoute } from './exact.ts';
import type { Labels } from './labels.ts';
import { networkOf } from './network.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { tightened } from './tighten.ts';

// What a label has visited is forgotten: it is taken to be better, though it can no longer go where the other can.
vi.mock('./dominance.ts', () => ({
  dominates: ({ worth, gain }: Labels, one: number, other: number): boolean => worth[one]! >= worth[other]! && gain[one]! >= gain[other]!,
}));

const LIMITS = { maxWork: 3_000_000, maxLabels: 200_000 };

test('an exact search with an unsound dominance misses optima', () => {
  let wrong = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const data = { ...randomProblem(seed, 8), routes: 1 };
    if (exactRoute(tightened(networkOf(data)), { known: { profit: 0, route: [] }, ...LIMITS }).bound < bruteForce(data).profit) wrong += 1;
  }
  expect(wrong).toBeGreaterThan(0);
});

test('a bound with an unsound dominance falls below optima', () => {
  let wrong = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const data = randomProblem(seed, 6);
    if (upperBound(tightened(networkOf(data)), { value: 0, ...LIMITS }).bound < bruteForce(data).profit) wrong += 1;
  }
  expect(wrong).toBeGreaterThan(0);
});
