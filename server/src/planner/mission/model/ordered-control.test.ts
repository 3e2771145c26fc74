/** The control of ordered.test.ts: where to hold nothing in a place is not tried, though it leaves an earlier one open, the bound is below what is possible. */
import { expect, test, vi } from 'vitest';
import { THROUGH_TWO } from '../fixtures/relaxation-cases.fixture.ts';
import { relaxedOf } from '../fixtures/relaxation.fixture.ts';

vi.mock(import('./ordered.ts'), async (original) => {
  const { orderedOf } = await original();
  return { orderedOf: (model) => ({ ...orderedOf(model), closes: () => false }) };
});

test('a relaxation that holds all that it can on its way is below what is possible', () => {
  expect(relaxedOf(THROUGH_TWO)).toBe(20);
});
