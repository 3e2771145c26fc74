import { describe, expect, it } from 'vitest';

import { loadFormat } from '../core/i18n/format/index.ts';
import { readerTimes, sessionDate, sessionSpan, sessionTimes } from './sessionTimes.ts';

const session = { startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-03T15:30:00Z', timeZone: 'Europe/Athens' };

describe('the times of a session', () => {
  it('are those of its own zone', async () => {
    const times = sessionTimes(await loadFormat('fr'), session);
    expect(times).toMatchObject({ isOneDay: true, days: 'mercredi 3\u00a0novembre 2027', start: '10:00', end: '17:30', offset: 'UTC+2' });
  });

  it('name the first and the last day of a longer one', async () => {
    const times = sessionTimes(await loadFormat('sq'), { ...session, endsAt: '2027-11-05T15:30:00Z' });
    expect(times).toMatchObject({ isOneDay: false, days: '3–\u20605\u00a0nëntor 2027' });
  });

  it('stand beside those of a reader whose clock differs', async () => {
    const format = await loadFormat('fr');
    expect(readerTimes(format, session, 'Europe/Vienna')).toEqual({ start: '09:00', end: '16:30' });
    expect(readerTimes(format, session, 'Europe/Bucharest')).toBeUndefined();
  });
});

describe('the times of a reader', () => {
  it('say the day where it is another one', async () => {
    const night = { startsAt: '2027-11-02T22:30:00Z', endsAt: '2027-11-03T05:00:00Z', timeZone: 'Europe/Athens' };
    expect(readerTimes(await loadFormat('fr'), night, 'Europe/Vienna')?.start).toMatch(/2\u00a0novembre.*23:30/u);
  });
});

describe('the days of a session', () => {
  it('are those of its own zone, whatever the clock of the reader', () => {
    expect(sessionSpan({ startsAt: '2027-11-02T22:30:00Z', endsAt: '2027-11-03T21:30:00Z', timeZone: 'Europe/Athens' })).toEqual({ first: '2027-11-03', last: '2027-11-03' });
    expect(sessionSpan({ startsAt: '2027-11-02T22:30:00Z', endsAt: '2027-11-03T21:30:00Z', timeZone: 'Europe/Vienna' })).toEqual({ first: '2027-11-02', last: '2027-11-03' });
  });

  it('do not take in the day that begins when it ends', () => {
    expect(sessionSpan({ startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-03T23:00:00Z', timeZone: 'Europe/Vienna' }).last).toBe('2027-11-03');
  });

  it('hold over the nights when clocks change', () => {
    const span = sessionSpan({ startsAt: '2027-03-27T08:00:00Z', endsAt: '2027-03-28T15:00:00Z', timeZone: 'Europe/Athens' });
    expect(span).toEqual({ first: '2027-03-27', last: '2027-03-28' });
  });

  it('are written large with their month and weekdays', async () => {
    const format = await loadFormat('el');
    expect(sessionDate(format, session)).toMatchObject({ first: '3', last: undefined, month: 'Νοεμβρίου', weekday: 'Τετάρτη', dots: 1 });
    const longer = sessionDate(format, { ...session, endsAt: '2027-11-05T15:30:00Z' });
    expect(longer).toMatchObject({ first: '3', last: '5', month: 'Νοεμβρίου', weekday: 'Τετ–Παρ', dots: 3 });
  });

  it.each([['hu', '3', '5.'], ['bs', '3', '5.'], ['sl', '3.', '5.'], ['hr', '3.', '5.'], ['fr', '3', '5']] as const)('have the points that %s writes between two days of a month', async (locale, first, last) => {
    expect(sessionDate(await loadFormat(locale), { ...session, endsAt: '2027-11-05T15:30:00Z' })).toMatchObject({ first, last });
  });

  it('name both months when there are two, and no dot for every day of a fortnight', async () => {
    const over = sessionDate(await loadFormat('cnr'), { startsAt: '2027-11-29T08:00:00Z', endsAt: '2027-12-09T16:00:00Z', timeZone: 'Europe/Podgorica' });
    expect(over).toMatchObject({ first: '29.', last: '9.', month: 'novembar–decembar', dots: 2 });
  });
});
