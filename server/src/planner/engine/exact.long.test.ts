import { expect, test } from 'vitest';
import { bruteForce } from './brute-force.fixture.ts';
import { checkRoutes } from './check-routes.ts';
import { exactRoute } from './exact.ts';
import { type NetworkData, networkOf } from './network.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { tightened } from './tighten.ts';

const LIMITS = { maxWork: 50_000_000, maxLabels: 1_000_000 };
const NOTHING = { profit: 0, route: [] };
const oneRoute = (seed: number, most?: number): NetworkData => ({ ...randomProblem(seed, most), routes: 1 });
const exact = (data: NetworkData, known: { profit: number; route: readonly number[] } = NOTHING, limits = LIMITS): ReturnType<typeof exactRoute> =>
  exactRoute(tightened(networkOf(data)), { known, ...limits });

/** In milliseconds: thousands of problems are solved, beside all else that a machine does. */
const PATIENCE = 180_000;

test('brute force agrees on 2,000 random problems, and the bound is the value', () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const data = oneRoute(seed, 8);
    const best = bruteForce(data).profit;
    const { profit, route, bound } = exact(data);
    expect({ profit, bound }, `seed ${seed}`).toEqual({ profit: best, bound: best });
    expect(checkRoutes(data, [route]), `seed ${seed}`).toEqual({ profit: best, faults: [] });
  }
}, PATIENCE);

test('what is known to be the best is proved, and given back', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const data = oneRoute(seed);
    const { profit, routes } = bruteForce(data);
    const known = { profit, route: routes[0] ?? [] };
    expect(exact(data, known), `seed ${seed}`).toMatchObject({ ...known, bound: profit });
  }
});

test('work that is used up leaves a bound that holds, and what was known', () => {
  const bounds = new Set<string>();
  for (let seed = 0; seed < 150; seed += 1) {
    const data = oneRoute(seed, 8);
    const best = bruteForce(data).profit;
    for (const maxWork of [0, 20, 100, 400, 1600, 6400]) {
      const { profit, bound, route } = exact(data, NOTHING, { ...LIMITS, maxWork });
      expect(bound, `seed ${seed}, work ${maxWork}`).toBeGreaterThanOrEqual(best);
      expect(checkRoutes(data, [route]), `seed ${seed}, work ${maxWork}`).toEqual({ profit, faults: [] });
      bounds.add(bound > profit ? 'open' : 'proved');
    }
  }
  expect([...bounds].sort()).toEqual(['open', 'proved']);
});

test('the same problem takes the same work', () => {
  for (const seed of [3, 14, 15]) expect(exact(oneRoute(seed))).toEqual(exact(oneRoute(seed)));
});
