/** The control of tightened.test.ts: where what is still to be spent is said to be a cent more than it is, what a known plan keeps to is said to be impossible. */
import { expect, test, vi } from 'vitest';
import { drawn, searched, tightness } from './fixtures/tightened.fixture.ts';

vi.mock(import('./labels/onward.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    onwardOf(...given: Parameters<typeof real.onwardOf>) {
      const onward = real.onwardOf(...given);
      return {
        of(...asked) {
          const least = onward.of(...asked);
          return least && { ...least, cents: least.cents + 1 };
        },
        get work() { return onward.work; },
      };
    },
  };
});

test.each([['that a search has found', searched], ['that no engine has made', drawn]] as const)('a search whose bound is a cent too high gives up a plan %s', (_, planOf) => {
  expect(tightness(60, planOf, { isFirstEnough: true }).bad).not.toEqual([]);
}, 120_000);
