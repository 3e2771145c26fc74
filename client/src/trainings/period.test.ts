import { describe, expect, it } from 'vitest';

import { instantsOf, neighbour, periodOf, periodQuery, periodWith, weeksOf } from './period.ts';
import { sessionsIn, sessionsOn, spansOf } from './spans.ts';

const today = '2026-11-24';
const session = (id: string, first: string, last: string, timeZone = 'UTC'): { id: string; startsAt: string; endsAt: string; timeZone: string } =>
  ({ id, startsAt: `${first}T09:00:00Z`, endsAt: `${last}T16:00:00Z`, timeZone });

describe('the period of the calendar', () => {
  it('is the month or the week that the address names', () => {
    expect(periodOf('month', '2028-02', today)).toEqual({ view: 'month', first: '2028-02-01', last: '2028-02-29' });
    expect(periodOf('week', '2027-01-02', today)).toEqual({ view: 'week', first: '2026-12-28', last: '2027-01-03' });
  });

  it('is the one of today when the address names none, or wrongly', () => {
    expect(periodOf('month', '', today)).toMatchObject({ first: '2026-11-01' });
    expect(periodOf('month', '2026-13', today)).toMatchObject({ first: '2026-11-01' });
    expect(periodOf('week', '2027-02-30', today)).toMatchObject({ first: '2026-11-23' });
    expect(periodOf('', '2027-02', today)).toBeUndefined();
  });

  it('keeps the month when the view changes', () => {
    expect(periodOf('month', '2026-12-07', today)).toMatchObject({ first: '2026-12-01' });
    expect(periodOf('week', '2026-12', today)).toMatchObject({ first: '2026-11-30' });
  });

  it('has one before and one after', () => {
    const january = periodWith('month', '2027-01-15');
    expect(periodQuery(neighbour(january, -1))).toEqual({ view: 'month', on: '2026-12' });
    expect(periodQuery(neighbour(january, 1))).toEqual({ view: 'month', on: '2027-02' });
    expect(periodQuery(neighbour(periodWith('week', '2027-01-01'), 1))).toEqual({ view: 'week', on: '2027-01-04' });
  });

  it('is asked for wide enough for every zone of the world', () => {
    const { from, until } = instantsOf(periodWith('month', '2026-11-01'));
    // The first minute of the month on Kiritimati, fourteen hours ahead, and its last one twelve hours behind.
    expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse('2026-11-01T00:00:00+14:00'));
    expect(Date.parse(until)).toBeGreaterThanOrEqual(Date.parse('2026-11-30T23:59:00-12:00'));
  });
});

describe('the weeks of a month', () => {
  it('run from Monday to Sunday and leave the other months out', () => {
    const weeks = weeksOf(periodWith('month', '2026-11-01'));
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01']);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
  });

  it('are four when February begins on Monday and is no leap month', () => {
    expect(weeksOf(periodWith('month', '2027-02-01'))).toHaveLength(4);
  });
});

describe('the sessions of a period', () => {
  it('are those with a day in it, in their own zone', () => {
    const late = { id: 'late', startsAt: '2026-11-30T23:30:00Z', endsAt: '2026-12-01T01:00:00Z', timeZone: 'Europe/Athens' };
    expect(sessionsIn([late], periodWith('month', '2026-11-01'))).toEqual([]);
    expect(sessionsIn([late], periodWith('month', '2026-12-01'))).toEqual([late]);
  });

  it('belong to each of their days', () => {
    const long = session('long', '2026-11-24', '2026-11-26');
    expect(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((day) => sessionsOn([long], day).length)).toEqual([0, 1, 1, 1, 0]);
  });

  it('go on over the end of a week, and are drawn on lines of their own', () => {
    const [first, second] = weeksOf(periodWith('month', '2026-12-01')) as [(string | undefined)[], (string | undefined)[]];
    const long = session('long', '2026-12-04', '2026-12-08');
    const other = session('other', '2026-12-04', '2026-12-04');
    const next = session('next', '2026-12-05', '2026-12-05');
    expect(spansOf([other, long, next], first).map(({ session: { id }, ...span }) => ({ id, ...span }))).toEqual([
      { id: 'long', lane: 0, from: 4, to: 6, begins: true, ends: false },
      { id: 'other', lane: 1, from: 4, to: 4, begins: true, ends: true },
      { id: 'next', lane: 1, from: 5, to: 5, begins: true, ends: true },
    ]);
    expect(spansOf([long], second)[0]).toMatchObject({ from: 0, to: 1, begins: false, ends: true });
  });

  it('come from the month before and go on in the next', () => {
    const over = session('over', '2026-11-30', '2026-12-02');
    const november = weeksOf(periodWith('month', '2026-11-01')).at(-1) ?? [];
    const december = weeksOf(periodWith('month', '2026-12-01'))[0] ?? [];
    expect(spansOf([over], november)[0]).toMatchObject({ from: 0, to: 0, begins: true, ends: false });
    expect(spansOf([over], december)[0]).toMatchObject({ from: 1, to: 2, begins: false, ends: true });
  });
});
