/** The control of orders.test.ts: where nothing is looked for by profits before another goal, nor with what must be in as a wish, and that ranks nothing, some order of goals finds no plan. */
import { expect, test, vi } from 'vitest';
import { fieldProblem, SHAPES } from './fixtures/field-problem.fixture.ts';
import { ordersOf } from './fixtures/orders.fixture.ts';

vi.mock(import('./model/worth.ts'), async (original) => ({ ...(await original()), isByProfits: () => true }));
vi.mock(import('./parts.ts'), async (original) => ({ ...(await original()), planDearly: () => 0 }));
vi.mock(import('./labels/finish.ts'), async (original) => {
  const real = await original();
  return { ...real, Finish: class extends real.Finish { override missingOf(): number { return 0; } } };
});

test('a search that is led by its first goal alone finds less than one by profits', () => {
  expect(ordersOf([1, 2].map((seed) => fieldProblem(seed, SHAPES.week)), 120_000, { isFirstEnough: true }).behind).not.toEqual([]);
}, 240_000);
