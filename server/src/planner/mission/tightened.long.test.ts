import { expect, test } from 'vitest';
import { tightness } from './tightened.fixture.ts';

/** How many problems: `PLANNER_PROBLEMS=2000` asks about more (docs/testing.md). */
const PROBLEMS = Number(process.env.PLANNER_PROBLEMS ?? 300);

test(`of ${PROBLEMS} problems that a known plan just keeps to, the search of crews finds a plan that is as good`, () => {
  const { kept, bad } = tightness(PROBLEMS, { from: 10_000 });
  expect(bad).toEqual([]);
  expect(kept).toBeGreaterThan(PROBLEMS * 0.8);
}, 300_000 + PROBLEMS * 2_000);
