import { expect, test } from 'vitest';
import { explained } from './random.fixture.ts';

test('of random problems each explanation holds what it says, and what is called cheapest is, of all sets of changes', () => {
  const { faults, ...tally } = explained(0, 30);
  expect(faults).toEqual([]);
  expect(tally.witnesses).toBeGreaterThan(5);
});
