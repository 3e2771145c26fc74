import { describe, expect, it } from 'vitest';

import { sessionMonths } from './sessionMonths.ts';

const at = (startsAt: string, timeZone = 'Europe/Athens'): { startsAt: string; endsAt: string; timeZone: string } =>
  ({ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), timeZone });

describe('the months of a list', () => {
  it('hold the sessions that begin in them, in the order of the list', () => {
    const [first, second, third] = [at('2027-11-03T08:00:00Z'), at('2027-11-29T08:00:00Z'), at('2028-01-10T08:00:00Z')];
    expect(sessionMonths([first, second, third])).toEqual([{ month: '2027-11', sessions: [first, second] }, { month: '2028-01', sessions: [third] }]);
  });

  it('are those of each session’s own zone', () => {
    expect(sessionMonths([at('2027-11-30T22:30:00Z')])[0]?.month).toBe('2027-12');
    expect(sessionMonths([at('2027-11-30T22:30:00Z', 'Europe/Vienna')])[0]?.month).toBe('2027-11');
  });

  it('of no session are none', () => {
    expect(sessionMonths([])).toEqual([]);
  });
});
