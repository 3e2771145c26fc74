/** The control of payable.test.ts: where one more is taken to go than has to, random plans refute that nothing could be paid for. */
import { expect, test, vi } from 'vitest';
import { tooDear } from '../fixtures/payable.fixture.ts';

vi.mock('../model/needed.ts', async (original) => {
  const { leastTeam, ...rest } = await original<typeof import('../model/needed.ts')>();
  return { ...rest, leastTeam: (...asked: Parameters<typeof leastTeam>) => leastTeam(...asked) + 1 };
});

test('a mission that pays for one too many leaves no money for plans that there are', () => {
  expect(tooDear(60, { isFirstEnough: true }).wrong).not.toEqual([]);
}, 120_000);
