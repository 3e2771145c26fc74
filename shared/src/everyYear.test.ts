import { expect, test } from 'vitest';

import { everyYear } from './everyYear.ts';

test('years without anything stand between the first and the last, and none beside them', () => {
  expect([everyYear([2026, 2023, 2026]), everyYear([2025]), everyYear([])]).toEqual([[2023, 2024, 2025, 2026], [2025], []]);
});
