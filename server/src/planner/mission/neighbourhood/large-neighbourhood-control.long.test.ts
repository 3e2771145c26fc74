/** The control of large-neighbourhood.test.ts, and why it is there: without plans near to a good one, some problems end with less. */
import { compareValues, type Value } from '@passerelle/shared/planning.ts';
import { expect, test, vi } from 'vitest';
import { fieldProblem } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';

const isOff = vi.hoisted(() => ({ is: false }));
vi.mock('./large-neighbourhood.ts', async (original) => {
  const { searchLarge } = await original<typeof import('./large-neighbourhood.ts')>();
  return { searchLarge: (...given: Parameters<typeof searchLarge>): number => (isOff.is ? 0 : searchLarge(...given)) };
});

const valueOf = (seed: number, isWithout: boolean): Value => {
  isOff.is = isWithout;
  return planMission({ problem: fieldProblem(seed, { countries: 4, meetings: 30, experts: 40, days: 5 }), seed: 1, maxWork: 100_000, maxLabels: 5_000 }).value!;
};

test('looking near to a good plan finds better ones: with the same work all of these problems end with more', () => {
  for (const seed of [1, 2, 3]) expect([seed, compareValues(valueOf(seed, false), valueOf(seed, true)) > 0]).toEqual([seed, true]);
}, 180_000);
