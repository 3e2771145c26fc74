import { describe, expect, test } from 'vitest';
import { nextAt } from './index.ts';

describe('a job that comes by itself comes next', () => {
  test.each([
    ['* * * * *', '2026-11-25T10:07:30Z', '2026-11-25T10:08:00.000Z'],
    ['* * * * *', '2026-11-25T10:07:00Z', '2026-11-25T10:08:00.000Z'],
    ['*/10 * * * *', '2026-11-25T10:50:00Z', '2026-11-25T11:00:00.000Z'],
    ['41 3 * * *', '2026-11-25T03:41:00Z', '2026-11-26T03:41:00.000Z'],
    ['17 3 * * *', '2026-12-31T23:59:59Z', '2027-01-01T03:17:00.000Z'],
    ['0 6 * * 1', '2026-11-25T10:00:00Z', '2026-11-30T06:00:00.000Z'],
    ['0 0 1 1 *', '2026-11-25T10:00:00Z', '2027-01-01T00:00:00.000Z'],
  ])('%s, after %s, at %s', (at, now, next) => {
    expect(nextAt(at, new Date(now))?.toISOString()).toBe(next);
  });

  test('never, on a day that does not come', () => {
    expect(nextAt('0 0 30 2 *', new Date('2026-11-25T10:00:00Z'))).toBeNull();
  });

  test('not at what is no time', () => {
    expect(() => nextAt('often', new Date())).toThrow();
  });
});
