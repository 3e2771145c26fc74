import { expect, test } from 'vitest';

import { withEmptyYears } from './emptyYears.ts';

test('a year without a session stands between those with one, and before and after them', () => {
  const line = (country: string, ...years: number[]) => ({ country, theme: 'T', years: years.map((year) => ({ year, sessions: 1 })) });
  expect(withEmptyYears([line('AL', 2024, 2026), line('RS', 2025)])).toEqual(new Map([
    ['AL T', [{ year: 2024, sessions: 1 }, { year: 2025, sessions: 0 }, { year: 2026, sessions: 1 }]],
    ['RS T', [{ year: 2024, sessions: 0 }, { year: 2025, sessions: 1 }, { year: 2026, sessions: 0 }]],
  ]));
  expect(withEmptyYears([])).toEqual(new Map());
});
