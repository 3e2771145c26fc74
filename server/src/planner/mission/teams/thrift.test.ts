/** What can be had within limits. */
import { expect, test } from 'vitest';
import { wrongWithin } from '../fixtures/thrift.fixture.ts';

test('no plan that keeps to a limit brings more than is said to be possible within it', () => {
  const { wrong, tight, asked } = wrongWithin(300);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(250);
  expect(tight).toBeGreaterThan(15);
}, 120_000);
