import { describe, expect, it } from 'vitest';

import { beginningOfDay, beginningOfQuarter } from './instants.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('the instants from which on lists ask', () => {
  it.each([
    ['2026-11-24T09:44:59.999Z', '2026-11-24T09:30:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T09:45:00.000Z', '2026-11-24T09:45:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T23:59:59.999Z', '2026-11-24T23:45:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['2026-11-25T00:00:00.000Z', '2026-11-25T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
  ])('at %s are %s and %s', (now, quarter, day) => {
    expect(iso(beginningOfQuarter(Date.parse(now)))).toBe(quarter);
    expect(iso(beginningOfDay(Date.parse(now)))).toBe(day);
  });
});
