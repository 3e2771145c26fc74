/** The control of mission.test.ts: where more is said to be spent on the way home than is, asking about every plan finds it out. */
import { expect, test, vi } from 'vitest';
import { agreement, weighed } from '../fixtures/agreement.fixture.ts';
import type { Spending } from './cost-to-go.ts';

vi.mock(import('./cost-to-go.ts'), async (original) => {
  const { costToGoOf } = await original();
  const dearer = (spending: Spending | null): Spending | null => spending && { ...spending, cents: spending.cents * 3, nights: spending.nights + spending.travellers };
  return {
    costToGoOf(...given: Parameters<typeof costToGoOf>) {
      const costToGo = costToGoOf(...given);
      return { ...costToGo, home: (...asked) => dearer(costToGo.home(...asked)), through: (...asked) => dearer(costToGo.through(...asked)) };
    },
  };
});

test('a search that takes the way home to be dearer than it is misses optima', () => {
  expect(agreement(150, { maxAsked: 1_000, of: weighed, isFirstEnough: true }).bad).not.toEqual([]);
}, 180_000);
