/** The control of nights.test.ts: where one more is taken to go than has to, plans that keep to their nights bring more than is said to be possible. */
import { expect, test, vi } from 'vitest';
import { wrongByNights } from '../fixtures/nights.fixture.ts';

vi.mock('./needed.ts', async (original) => {
  const { leastTeam, ...rest } = await original<typeof import('./needed.ts')>();
  return { ...rest, leastTeam: (...asked: Parameters<typeof leastTeam>) => leastTeam(...asked) + 1 };
});

test('a bound that has nights for one too many is below what is possible', () => {
  expect(wrongByNights(150, { isFirstEnough: true }).wrong).not.toEqual([]);
}, 240_000);
