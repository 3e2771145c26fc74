/** That a bound of weighed goals can be wrong is noticed: one that knows profits alone is below what is possible. */
import { expect, test, vi } from 'vitest';
import { agreement, weighed } from './fixtures/agreement.fixture.ts';

vi.mock(import('./labels/bound.ts'), async (original) => ({ ...(await original()), besideProfits: () => -100_000 }));

test('a bound that forgets what else counts is below what is possible', () => {
  expect(agreement(60, { maxAsked: 1_000, of: weighed, isFirstEnough: true }).bad).not.toEqual([]);
}, 120_000);
