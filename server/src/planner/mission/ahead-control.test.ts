/** The control of mission.test.ts: where more is said to be spent on the way home than is, asking about every plan finds it out. */
import { expect, test, vi } from 'vitest';
import { agreement, weighed } from './agreement.fixture.ts';
import type { Spending } from './ahead.ts';

vi.mock(import('./ahead.ts'), async (original) => {
  const { aheadOf } = await original();
  const dearer = (spending: Spending | null): Spending | null => spending && { ...spending, cents: spending.cents * 3, nights: spending.nights + spending.travellers };
  return {
    aheadOf(...given: Parameters<typeof aheadOf>) {
      const ahead = aheadOf(...given);
      return { ...ahead, home: (...asked) => dearer(ahead.home(...asked)), through: (...asked) => dearer(ahead.through(...asked)) };
    },
  };
});

test('a search that takes the way home to be dearer than it is misses optima', () => {
  expect(agreement(150, { maxAsked: 1_000, of: weighed, isFirstEnough: true }).bad).not.toEqual([]);
}, 180_000);
