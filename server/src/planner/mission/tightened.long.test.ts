import { expect, test } from 'vitest';
import { drawn, searched, tightness } from './fixtures/tightened.fixture.ts';

/** How many problems: `PLANNER_PROBLEMS=2000` asks about more (docs/testing.md). */
const PROBLEMS = Number(process.env.PLANNER_PROBLEMS ?? 300);

test.each([['that a search has found', searched], ['that no engine has made', drawn]] as const)(`of ${PROBLEMS} problems that a plan %s just keeps to, the search of crews finds one that is as good`, (_, planOf) => {
  const { kept, bad } = tightness(PROBLEMS, planOf, { from: 10_000 });
  expect(bad).toEqual([]);
  expect(kept).toBeGreaterThan(PROBLEMS * 0.6);
}, 300_000 + PROBLEMS * 2_000);
