import { expect, test } from 'vitest';
import { explained } from './random.fixture.ts';

/** How many problems: `PLANNER_PROBLEMS=2000` asks about more (docs/testing.md). */
const PROBLEMS = Number(process.env.PLANNER_PROBLEMS ?? 60);

test(`of ${PROBLEMS} random problems each explanation holds what it says, and what is called cheapest is, of all sets of changes`, { timeout: 300_000 + PROBLEMS * 5_000 }, () => {
  const { faults, ...tally } = explained(1_000, PROBLEMS);
  expect(faults).toEqual([]);
  expect(tally.plans).toBeGreaterThan(PROBLEMS / 400 - 1);
  expect([tally.witnesses, tally.cheapest, tally.conflicts].map((count) => count > PROBLEMS / 12)).toEqual([true, true, true]);
});
