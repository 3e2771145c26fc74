import { describe, expect, test } from 'vitest';
import { calendarFile, refreshedAfter } from './calendar-file.ts';
import { anEvent } from './event.fixture.ts';
import { linesOf, readCalendar } from './reading.fixture.ts';

const lines = (file: string): string[] => linesOf(file.replaceAll('\r\n ', ''));

describe('a file', () => {
  test('of one event has its zone, its times on the clock of the place, and what became of it', () => {
    const found = lines(calendarFile({ events: [anEvent({ sequence: 3, status: 'CANCELLED', isBusy: false })] }));
    expect(found).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Passerelle//Trainings//EN',
      'BEGIN:VTIMEZONE', 'TZID:Europe/Athens', 'X-LIC-LOCATION:Europe/Athens',
      'BEGIN:STANDARD', 'DTSTART:20261025T040000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0200', 'END:STANDARD',
      'BEGIN:DAYLIGHT', 'DTSTART:20260329T030000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0300', 'END:DAYLIGHT',
      'END:VTIMEZONE',
      'BEGIN:VEVENT', 'UID:TrainingSession_1', 'DTSTAMP:20261125T000000Z', 'LAST-MODIFIED:20261125T000000Z', 'SEQUENCE:3',
      'DTSTART;TZID=Europe/Athens:20271103T100000', 'DTEND;TZID=Europe/Athens:20271104T173000',
      'SUMMARY;LANGUAGE=el:Τίτλος', String.raw`LOCATION;LANGUAGE=el:Αθήνα\, Ελλάδα`, 'CATEGORIES;LANGUAGE=el:Θέμα',
      'URL;VALUE=URI:https://example.org/el/trainings/TrainingSession_1', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('of events that are read again and again has a name and says how often', () => {
    const file = calendarFile({ name: { text: 'Passerelle · Εκπαιδεύσεις', locale: 'el' }, address: 'own', events: [anEvent()] });
    expect(lines(file)).toEqual(expect.arrayContaining(['NAME;LANGUAGE=el:Passerelle · Εκπαιδεύσεις', 'X-WR-CALNAME:Passerelle · Εκπαιδεύσεις', `REFRESH-INTERVAL;VALUE=DURATION:${refreshedAfter('own')}`, `X-PUBLISHED-TTL:${refreshedAfter('own')}`]));
  });

  test('is read again after six to eight hours, always the same for one address: those of many are spread over all of it', () => {
    const told = Array.from({ length: 1_000 }, (_, n) => refreshedAfter(`address ${n}`));
    const minutes = told.map((one) => /^PT([67])H(\d{1,2})M$/.exec(one)!).map(([, hours, rest]) => Number(hours) * 60 + Number(rest));
    expect([told.map((_, n) => refreshedAfter(`address ${n}`)), Math.min(...minutes) >= 360, Math.max(...minutes) < 480]).toEqual([told, true, true]);
    // Of a thousand no two dozen come in the same minute.
    const most = (of: readonly number[]): number => Math.max(...of.map((one) => of.filter((other) => other === one).length));
    expect([most(minutes) < 24, most(minutes.map(() => 360)) < 24]).toEqual([true, false]);
  });

  test('of no events has a component all the same, as the format asks', () => {
    const file = calendarFile({ name: { text: 'Passerelle', locale: undefined }, events: [] });
    expect(readCalendar(file)).toMatchObject({ events: [], zones: ['UTC'] });
  });

  test('describes each zone once, by one rule for each direction: Outlook keeps no more', () => {
    const file = calendarFile({ events: [anEvent(), anEvent({ uid: '2', startsAt: Date.UTC(2029, 5, 1, 8), endsAt: Date.UTC(2029, 5, 1, 9) }), anEvent({ uid: '3', timeZone: 'Europe/Istanbul' })] });
    const found = lines(file);
    const count = (line: string): number => found.filter((one) => one === line).length;
    expect([count('BEGIN:VTIMEZONE'), count('BEGIN:STANDARD'), count('BEGIN:DAYLIGHT'), count('TZID:Europe/Istanbul')]).toEqual([2, 2, 1, 1]);
  });

  test('ends by the clock of where a journey arrives, and describes both', () => {
    const found = lines(calendarFile({ events: [anEvent({ endTimeZone: 'Europe/Paris' })] }));
    expect(found.filter((line) => /^(?:DTSTART;|DTEND;|TZID:)/.test(line))).toEqual(['TZID:Europe/Athens', 'TZID:Europe/Paris', 'DTSTART;TZID=Europe/Athens:20271103T100000', 'DTEND;TZID=Europe/Paris:20271104T163000']);
    // Where either is not to be described, both are instants.
    expect(lines(calendarFile({ events: [anEvent({ endTimeZone: 'Africa/Casablanca', startsAt: Date.UTC(2027, 1, 10, 9), endsAt: Date.UTC(2027, 1, 10, 10) })] })).filter((line) => /^DT(?:START|END):.*Z$/.test(line))).toEqual(['DTSTART:20270210T090000Z', 'DTEND:20270210T100000Z']);
  });

  test('says instants where clocks follow no rule of that kind', () => {
    // Morocco’s follow the moon.
    const { events, zones } = readCalendar(calendarFile({ events: [anEvent({ timeZone: 'Africa/Casablanca', startsAt: Date.UTC(2027, 1, 10, 9), endsAt: Date.UTC(2027, 1, 10, 10) })] }));
    expect(zones).toEqual([]);
    expect(events[0]!.start).toEqual({ at: Date.UTC(2027, 1, 10, 9), wall: undefined, zone: undefined });
  });

  test('says a rule that is not about the last week, and clocks that go back in spring', () => {
    const event = (timeZone: string): string[] => lines(calendarFile({ events: [anEvent({ timeZone })] }));
    expect(event('America/New_York')).toEqual(expect.arrayContaining(['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU']));
    expect(event('Australia/Sydney')).toEqual(expect.arrayContaining(['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU']));
  });

  test('hides from others what is being prepared', () => {
    expect(lines(calendarFile({ events: [anEvent({ isPrivate: true, status: 'TENTATIVE' })] }))).toEqual(expect.arrayContaining(['CLASS:PRIVATE', 'STATUS:TENTATIVE']));
    expect(lines(calendarFile({ events: [anEvent()] })).filter((line) => line.startsWith('CLASS'))).toEqual([]);
  });
});
