/** The control of mission.test.ts: where the search forgets a rule, the validator refuses what it finds, and asking about every plan finds more. */
import { expect, test, vi } from 'vitest';
import { agreement } from './fixtures/agreement.fixture.ts';

vi.mock('./model/model.ts', async (original) => {
  const model = await original<typeof import('./model/model.ts')>();
  return { ...model, modelOf: (problem: Parameters<typeof model.modelOf>[0]) => ({ ...model.modelOf(problem), hasRules: false }) };
});

test('a search that knows no rest misses optima', () => {
  expect(agreement(150, { maxAsked: 1_000, isFirstEnough: true }).bad).not.toEqual([]);
}, 180_000);
