import { expect, test } from 'vitest';
import { upperBound } from './bound.ts';
import { bruteForce } from './brute-force.fixture.ts';
import { networkOf } from './network.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { tightened } from './tighten.ts';

const LIMITS = { maxWork: 3_000_000, maxLabels: 200_000 };

/** In milliseconds: thousands of problems are solved, beside all else that a machine does. */
const PATIENCE = 180_000;

test('the bound is never below what brute force finds, on 2,000 random problems, whatever is hoped for', () => {
  let tight = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const data = randomProblem(seed, 6);
    const best = bruteForce(data).profit;
    const network = tightened(networkOf(data));
    for (const value of [0, best]) expect(upperBound(network, { value, ...LIMITS }).bound, `seed ${seed}`).toBeGreaterThanOrEqual(best);
    if (upperBound(network, { value: best, ...LIMITS }).bound === best) tight += 1;
  }
  // It is worth its name: nearly always it is the optimum itself.
  expect(tight).toBeGreaterThan(1800);
}, PATIENCE);

test('it holds wherever it is stopped', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const data = randomProblem(seed, 6);
    const best = bruteForce(data).profit;
    const network = tightened(networkOf(data));
    for (const maxWork of [0, 50, 500, 5000]) expect(upperBound(network, { value: 0, ...LIMITS, maxWork }).bound, `seed ${seed}, work ${maxWork}`).toBeGreaterThanOrEqual(best);
    let asked = 0;
    const { bound } = upperBound(network, { value: 0, ...LIMITS, stops: () => (asked += 1) === 3 });
    expect(asked).toBeLessThanOrEqual(3);
    expect(bound).toBeGreaterThanOrEqual(best);
  }
});
