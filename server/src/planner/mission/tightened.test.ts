import { expect, test } from 'vitest';
import { tightness } from './tightened.fixture.ts';

test('of problems that a known plan just keeps to, the search of crews finds a plan that is as good', () => {
  const { kept, bad } = tightness(60);
  expect(bad).toEqual([]);
  expect(kept).toBeGreaterThan(50);
}, 120_000);
