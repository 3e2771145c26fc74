/** What mails bring into calendars, read by another program. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { mailedEntries } from './mailed.ts';
import { readCalendar } from './reading.fixture.ts';
import type { SessionInWords } from './session-words.ts';

const KEY = '01890000-0000-7000-8000-000000000001';
const AT = Date.UTC(2026, 10, 26, 7);
const text = (title: string, version = 1) => ({ title, summary: null, programme: null, reason: null, version });
const part = (day: number, startsAt: string, endsAt: string) => ({ day, startsAt, endsAt, room: null, sourceLocale: 'en' as const, sourceVersion: 1, texts: { en: { title: `Part ${day}`, version: 1 } } });

/** A session in Athens, said in English and in Greek. */
function aSession(given: Partial<SessionInWords> = {}): SessionInWords {
  return {
    key: KEY, stage: 'OPEN', sourceLocale: 'en', sourceVersion: 1, format: 'ON_SITE', town: 'Αθήνα', venue: null, startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-04T15:30:00Z', changedAt: '2026-11-25T00:00:00Z',
    timeZone: 'Europe/Athens', sequence: 0, isDemonstration: false, texts: { en: text('Hearing children'), el: text('Ακρόαση παιδιών') }, theme: { en: 'Hearings', fr: 'Auditions' },
    country: { en: 'Greece', el: 'Ελλάδα' }, parts: [], ...given,
  };
}

const read = (session: SessionInWords, locale: Locale = 'en') => mailedEntries(session, { locale, origin: 'https://passerelle.example', at: AT }).map(readCalendar);

describe('a session that is held', () => {
  test('is published under its id, with the number of its changes and the moment of the mail', () => {
    const [file, ...more] = read(aSession({ sequence: 4 }));
    const [event] = file!.events;
    expect([more, file!.method, file!.events.length, event!.uid]).toEqual([[], 'PUBLISH', 1, `TrainingSession_${KEY}`]);
    expect(['sequence', 'dtstamp', 'last-modified', 'status'].map((name) => event!.property(name)!.text)).toEqual(['4', '2026-11-26T07:00:00Z', '2026-11-25T00:00:00Z', 'CONFIRMED']);
    expect([event!.start.wall, event!.start.zone, event!.start.at]).toEqual(['20271103T100000', 'Europe/Athens', Date.UTC(2027, 10, 3, 8)]);
  });

  test('is told in the language of who reads it, and of what it lacks in the next one, which is named', () => {
    expect(read(aSession(), 'el')[0]!.events[0]!.property('summary')).toEqual({ text: 'Ακρόαση παιδιών', language: 'el' });
    expect(read(aSession(), 'uk')[0]!.events[0]!.property('summary')).toEqual({ text: 'Hearing children [English]', language: 'en' });
  });

  test('has the days of its programme, the first under the id that the file of the page has', () => {
    const parts = [part(1, '2027-11-03T08:00:00Z', '2027-11-03T10:00:00Z'), part(2, '2027-11-04T08:00:00Z', '2027-11-04T10:00:00Z')];
    expect(read(aSession({ parts }))[0]!.events.map(({ uid }) => uid)).toEqual([`TrainingSession_${KEY}`, `TrainingSession_${KEY}-day-2`]);
  });
});

describe('a session that was called off', () => {
  test('is cancelled under the same id, and says why', () => {
    const texts = { en: { ...text('Hearing children'), reason: 'The room is closed.' } };
    const [file, ...more] = read(aSession({ stage: 'CANCELLED', sequence: 5, texts }));
    const [event] = file!.events;
    expect([more, file!.method, event!.uid]).toEqual([[], 'CANCEL', `TrainingSession_${KEY}`]);
    expect(['sequence', 'status', 'summary'].map((name) => event!.property(name)!.text)).toEqual(['5', 'CANCELLED', 'Cancelled: Hearing children']);
    expect(event!.property('description')!.text).toContain('Reason: The room is closed.');
  });

  test('is cancelled in one object for each of its days: each has one id', () => {
    const parts = [part(1, '2027-11-03T08:00:00Z', '2027-11-03T10:00:00Z'), part(2, '2027-11-04T08:00:00Z', '2027-11-04T10:00:00Z')];
    expect(read(aSession({ stage: 'CANCELLED', parts })).map(({ method, events }) => [method, events.map(({ uid }) => uid)])).toEqual([
      ['CANCEL', [`TrainingSession_${KEY}`]], ['CANCEL', [`TrainingSession_${KEY}-day-2`]],
    ]);
  });
});

test('an entry has what the session says, and no property that could name anybody', () => {
  const named = ['attendee', 'organizer', 'contact', 'comment', 'related-to'];
  for (const stage of ['OPEN', 'CANCELLED'] as const) {
    const { names } = read(aSession({ stage }))[0]!.events[0]!;
    expect(names.filter((name) => named.includes(name))).toEqual([]);
    expect([...names].sort()).toEqual(['categories', 'description', 'dtend', 'dtstamp', 'dtstart', 'last-modified', 'location', 'sequence', 'status', 'summary', 'transp', 'uid', 'url']);
  }
});
