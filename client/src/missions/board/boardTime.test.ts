import { describe, expect, it } from 'vitest';

import { axisOf, daySpan, daysFrom, gapsIn, hasSeveralClocks, instantOf, lanesOf, minutesFrom, placeOn } from './boardTime.ts';

const HOUR = 3_600_000;
const BELGRADE = 'Europe/Belgrade';
const ISTANBUL = 'Europe/Istanbul';
const WEEK = { startsOn: '2027-11-08', endsOn: '2027-11-12' };

describe('the instant of what a clock shows', () => {
  it('is that of its place', () => {
    expect(new Date(instantOf('2027-11-08T09:30', BELGRADE)).toISOString()).toBe('2027-11-08T08:30:00.000Z');
    expect(new Date(instantOf('2027-11-08T09:30', ISTANBUL)).toISOString()).toBe('2027-11-08T06:30:00.000Z');
  });

  it('is the later one where the clocks are put back, and as long after midnight as it says where they are put forward', () => {
    expect(new Date(instantOf('2027-10-31T02:30', BELGRADE)).toISOString()).toBe('2027-10-31T01:30:00.000Z');
    expect(new Date(instantOf('2027-03-28T02:30', BELGRADE)).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });
});

describe('days', () => {
  it('are counted by the calendar, over the end of a month and the change of clocks', () => {
    expect(daysFrom('2027-10-30', '2027-11-01')).toEqual(['2027-10-30', '2027-10-31', '2027-11-01']);
  });

  it('have 23 or 25 hours where the clocks change', () => {
    const hours = (day: string): number => (daySpan(day, BELGRADE).until - daySpan(day, BELGRADE).from) / HOUR;
    expect(['2027-03-28', '2027-10-31', '2027-11-08'].map(hours)).toEqual([23, 25, 24]);
  });
});

describe('the axis', () => {
  it('goes from the first midnight of the mission to its last', () => {
    const axis = axisOf(WEEK, [BELGRADE, BELGRADE]);
    expect((axis.until - axis.from) / HOUR).toBe(120);
    expect(axis.days).toHaveLength(5);
    expect(hasSeveralClocks(axis, [BELGRADE, 'Europe/Sarajevo'])).toBe(false);
  });

  it('has room for the days of each zone, and is parted by the clock of the first', () => {
    const axis = axisOf(WEEK, [BELGRADE, ISTANBUL]);
    expect((axis.until - axis.from) / HOUR).toBe(122);
    expect(axis.zone).toBe(BELGRADE);
    expect(hasSeveralClocks(axis, [BELGRADE, ISTANBUL])).toBe(true);
  });

  it('is there without any leg', () => {
    expect(axisOf(WEEK, []).days).toHaveLength(5);
  });

  it('puts what is at noon of the third of five days in its middle, also in a zone an hour away', () => {
    const axis = axisOf(WEEK, [BELGRADE]);
    expect(placeOn(axis, minutesFrom('2027-11-10T12:00', 60, BELGRADE))?.start).toBeCloseTo(0.5);
    expect(placeOn(axis, minutesFrom('2027-11-10T14:00', 60, ISTANBUL))?.start).toBeCloseTo(0.5);
  });

  it('keeps in the right order what is before and after the hour that comes twice', () => {
    const axis = axisOf({ startsOn: '2027-10-30', endsOn: '2027-10-31' }, [BELGRADE]);
    const [before, after] = [placeOn(axis, minutesFrom('2027-10-31T01:00', 60, BELGRADE))!, placeOn(axis, minutesFrom('2027-10-31T04:00', 60, BELGRADE))!];
    expect((after.start - before.start) * 49).toBeCloseTo(4);
  });

  it('cuts what goes on beyond its ends, says so, and shows nothing of what is outside', () => {
    const axis = axisOf(WEEK, [BELGRADE]);
    expect(placeOn(axis, { from: axis.from - HOUR, until: axis.from + 12 * HOUR })).toEqual({ start: 0, end: 0.1, isCutBefore: true, isCutAfter: false });
    expect(placeOn(axis, { from: axis.until - 12 * HOUR, until: axis.until + HOUR })).toEqual({ start: 0.9, end: 1, isCutBefore: false, isCutAfter: true });
    expect(placeOn(axis, { from: axis.from - 2 * HOUR, until: axis.from })).toBeUndefined();
    expect(placeOn(axis, { from: axis.until, until: axis.until + HOUR })).toBeUndefined();
    expect(placeOn(axis, { from: axis.from + HOUR, until: axis.from })).toBeUndefined();
  });
});

describe('gaps', () => {
  it('are what none covers, whatever the order, and overlapping ones count once', () => {
    expect(gapsIn({ from: 0, until: 10 }, [{ from: 6, until: 8 }, { from: 2, until: 5 }, { from: 3, until: 4 }])).toEqual([{ from: 0, until: 2 }, { from: 5, until: 6 }, { from: 8, until: 10 }]);
  });

  it('are none where all is covered, and end where what is looked at ends', () => {
    expect(gapsIn({ from: 0, until: 10 }, [{ from: -5, until: 5 }, { from: 5, until: 12 }])).toEqual([]);
    expect(gapsIn({ from: 0, until: 10 }, [{ from: 20, until: 30 }])).toEqual([{ from: 0, until: 10 }]);
  });
});

describe('lanes', () => {
  it('keep apart what overlaps, and what would with the room that each takes', () => {
    expect(lanesOf([{ start: 0, end: 0.5 }, { start: 0.4, end: 0.6 }, { start: 0.5, end: 0.7 }], 0)).toEqual([0, 1, 0]);
    expect(lanesOf([{ start: 0, end: 0.01 }, { start: 0.02, end: 0.03 }], 0.05)).toEqual([0, 1]);
  });

  it('let each begin where another ends, whatever the order they are given in', () => {
    expect(lanesOf([{ start: 0.3, end: 0.6 }, { start: 0, end: 0.1 + 0.2 }], 0)).toEqual([0, 0]);
  });
});
