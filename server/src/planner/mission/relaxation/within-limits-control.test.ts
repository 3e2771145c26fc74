/** The control of within-limits.test.ts: where one more is taken to go than has to, plans that keep to their limit bring more than is said to be possible. */
import { expect, test, vi } from 'vitest';
import { wrongWithin } from '../fixtures/within-limits.fixture.ts';

vi.mock('../model/needed.ts', async (original) => {
  const { leastTeam, ...rest } = await original<typeof import('../model/needed.ts')>();
  return { ...rest, leastTeam: (...asked: Parameters<typeof leastTeam>) => leastTeam(...asked) + 1 };
});

test('a bound that pays for one too many is below what is possible', () => {
  expect(wrongWithin(200, { isFirstEnough: true }).wrong).not.toEqual([]);
}, 120_000);
