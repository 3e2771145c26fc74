import { describe, expect, test } from 'vitest';
import { mannWhitney, median } from './mann-whitney.ts';

const series = (length: number, of: (n: number) => number): number[] => Array.from({ length }, (_, n) => of(n));

describe('the test of Mann and Whitney', () => {
  test('finds the same series the same, and another one other', () => {
    const times = series(200, (n) => Math.sin(n) + 5);
    expect(mannWhitney(times, times)).toBeCloseTo(1);
    expect(mannWhitney(times, times.map((time) => time + 1))).toBeLessThan(1e-6);
  });

  test.each([
    // U is 1 and 4.5 of 25; the second has four ties of two, which make the variance 22.36 in the place of 22.92.
    [[1, 2, 3, 4, 6], [5, 7, 8, 9, 10], 0.0216], [[1, 1, 2, 3, 4], [2, 3, 4, 5, 6], 0.1127],
  ])('of %j and %j gives %d', (a, b, p) => {
    expect(mannWhitney(a, b)).toBeCloseTo(p, 2);
  });

  test('of nothing but ties sees no difference', () => {
    expect(mannWhitney([3, 3, 3], [3, 3])).toBe(1);
  });
});

test('the median is the value in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
