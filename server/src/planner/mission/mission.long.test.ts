import { expect, test } from 'vitest';
import { agreement, weighed } from './fixtures/agreement.fixture.ts';

/** How many problems: `PLANNER_PROBLEMS=2000` asks about more (docs/testing.md). */
const PROBLEMS = Number(process.env.PLANNER_PROBLEMS ?? 300);

test(`asking about every plan of ${PROBLEMS} problems finds nothing better, and what is found is valid and proved`, () => {
  const { counts, bad } = agreement(PROBLEMS, { maxAsked: 5_000, from: 10_000 });
  expect(bad).toEqual([]);
  expect(counts.SAME).toBeGreaterThan(PROBLEMS * 0.95);
}, 300_000 + PROBLEMS * 2_000);

test(`nor does it where the goals of ${PROBLEMS} problems are weighed against each other`, () => {
  const { counts, bad } = agreement(PROBLEMS, { maxAsked: 5_000, from: 20_000, of: weighed });
  expect(bad).toEqual([]);
  expect(counts.SAME).toBeGreaterThan(PROBLEMS * 0.95);
}, 300_000 + PROBLEMS * 2_000);
