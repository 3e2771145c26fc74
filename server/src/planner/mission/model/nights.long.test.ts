import { expect, test } from 'vitest';
import { wrongByNights } from '../fixtures/nights.fixture.ts';

test('of 400 problems no plan whose people are away for no more nights than they may be brings more than is said to be possible', () => {
  const { wrong, lower, asked } = wrongByNights(400);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(500);
  expect(lower).toBeGreaterThan(10);
}, 240_000);
