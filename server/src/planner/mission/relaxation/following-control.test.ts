/** The control of relaxation.test.ts: where the rule of the first day is taken for that of all days, the bound is below a plan that there is. */
import { expect, test, vi } from 'vitest';
import { LONGER_LATER } from '../fixtures/relaxation-cases.fixture.ts';
import { relaxedOf } from '../fixtures/relaxation.fixture.ts';

vi.mock('../model/model.ts', async (original) => {
  const real = await original<typeof import('../model/model.ts')>();
  return {
    ...real,
    modelOf(problem: Parameters<typeof real.modelOf>[0]): ReturnType<typeof real.modelOf> {
      const model = real.modelOf(problem);
      return { ...model, ruleOn: () => problem.workRules?.[0] };
    },
  };
});

test('a relaxation that knows the first rule of work alone is below what is possible', () => {
  expect(relaxedOf(LONGER_LATER)).toBe(10);
});
