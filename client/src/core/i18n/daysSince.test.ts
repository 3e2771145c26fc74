import { expect, test } from 'vitest';

import { daysSince } from './daysSince.ts';

const at = (year: number, month: number, day: number, hour: number): Date => new Date(year, month - 1, day, hour);

test('a day begins at midnight on the clock of the reader', () => {
  expect(daysSince(at(2026, 11, 24, 1).toISOString(), at(2026, 11, 24, 23))).toBe(0);
  expect(daysSince(at(2026, 11, 24, 23).toISOString(), at(2026, 11, 25, 1))).toBe(1);
  expect(daysSince(at(2026, 11, 24, 9).toISOString(), at(2026, 12, 1, 8))).toBe(7);
});

test('the days on which clocks are changed count as one', () => {
  expect(daysSince(at(2027, 3, 27, 12).toISOString(), at(2027, 3, 29, 0))).toBe(2);
  expect(daysSince(at(2027, 10, 30, 12).toISOString(), at(2027, 11, 1, 0))).toBe(2);
});
