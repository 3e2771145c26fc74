/** The control of within-limits.test.ts: where all are taken to be there for all of the first stay and of the last one, a plan of which one goes ahead and two come home before the last meeting brings more than is said to be possible. */
import { expect, test, vi } from 'vitest';
import { aheadAndBefore, wrongWithin } from '../fixtures/within-limits.fixture.ts';

vi.mock('./outlay.ts', async (original) => {
  const { outlayOf, ...rest } = await original<typeof import('./outlay.ts')>();
  return {
    ...rest,
    outlayOf: (...asked: Parameters<typeof outlayOf>) => {
      const outlay = outlayOf(...asked);
      const all = outlay.paid.between.map(() => asked[2]);
      return { ...outlay, paid: { between: all, first: all, last: all, only: outlay.paid.only } };
    },
  };
});

test('a bound by which all pay for all of a stay is below what is possible', () => {
  expect(wrongWithin(1, { of: aheadAndBefore }).wrong).not.toEqual([]);
});
