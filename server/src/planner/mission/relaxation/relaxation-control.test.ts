/** The control of relaxation.test.ts: where multipliers are paid and not given back, asking about every plan finds out that the bound is too low. */
import { expect, test, vi } from 'vitest';
import { exceeded } from '../fixtures/relaxation.fixture.ts';

vi.mock('./completion.ts', async (original) => {
  const { completionOf, ...rest } = await original<typeof import('./completion.ts')>();
  return { ...rest, completionOf: (...asked: Parameters<typeof completionOf>) => ({ ...completionOf(...asked), sum: 0 }) };
});

test('a relaxation that forgets its multipliers is below what is possible', () => {
  expect(exceeded(400, { isFirstEnough: true }).seeds).not.toEqual([]);
}, 120_000);
