/** The control of witness.test.ts and random.test.ts: explanations that say more than they know are found out. */
import { expect, test, vi } from 'vitest';
import { bruteSolve, TWO_WAYS } from './brute-solve.fixture.ts';
import { faultsOfLeftOut } from './checks.fixture.ts';
import { explained } from './random.fixture.ts';

// The first changes that are found are called the cheapest, and all that could be taken away a conflict.
vi.mock('./hitting.ts', () => ({ cheapestHit: () => null }));
vi.mock('./quick-xplain.ts', () => ({ smallest: <T>(list: readonly T[], holds: (some: readonly T[]) => boolean) => (holds(list) ? [...list] : null) }));

test('a witness that is not the cheapest is seen', () => {
  const solve = bruteSolve({ step: 30, maxOwn: 0 });
  const { plan, value } = solve(TWO_WAYS);
  expect(faultsOfLeftOut({ solve, problem: TWO_WAYS, best: { plan: plan!, value: value! } }, () => undefined).faults).toEqual(['something cheaper does it']);
});

test('a conflict of which some can be missed is seen', () => {
  expect([4, 6, 11, 16, 18, 20].some((seed) => explained(seed, 1).faults.some(([, fault]) => fault === 'not minimal'))).toBe(true);
});
