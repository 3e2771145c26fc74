import { describe, expect, it } from 'vitest';

import { loadFormat } from '../core/i18n/format/index.ts';
import { isOver, readerTimes, sessionTimes } from './sessionTimes.ts';

const session = { startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-03T15:30:00Z', timeZone: 'Europe/Athens' };

describe('the times of a session', () => {
  it('are those of its own zone', async () => {
    const times = sessionTimes(await loadFormat('fr'), session);
    expect(times).toMatchObject({ isOneDay: true, days: 'mercredi 3 novembre 2027', start: '10:00', end: '17:30', offset: 'UTC+2' });
  });

  it('name the first and the last day of a longer one', async () => {
    const times = sessionTimes(await loadFormat('sq'), { ...session, endsAt: '2027-11-05T15:30:00Z' });
    expect(times).toMatchObject({ isOneDay: false, days: '3\u2009–\u20095 nëntor 2027' });
  });

  it('stand beside those of a reader whose clock differs', async () => {
    const format = await loadFormat('fr');
    expect(readerTimes(format, session, 'Europe/Vienna')?.start).toContain('09:00');
    expect(readerTimes(format, session, 'Europe/Bucharest')).toBeUndefined();
  });

  it('say when it is over', () => {
    expect(isOver(session, Date.parse('2027-11-03T15:00:00Z'))).toBe(false);
    expect(isOver(session, Date.parse('2027-11-03T16:00:00Z'))).toBe(true);
  });
});
