import { expect, test } from 'vitest';
import { busy, exceeded } from '../fixtures/relaxation.fixture.ts';

test('no plan of 400 random problems brings more than the relaxation says, which is met by most', () => {
  const { seeds, met, asked } = exceeded(400);
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(200);
  expect(met).toBeGreaterThan(asked * 0.7);
}, 120_000);

test('nor of 120 with two departures a day and people who are busy, or away for one day at most', () => {
  const { seeds, asked } = exceeded(120, { of: busy });
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(60);
}, 120_000);
