import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import type { LocalizedText } from '../core/translation/index.ts';
import { calendarFile } from './calendar-file.ts';
import { readCalendar } from './reading.fixture.ts';
import { sessionEvents, type SessionToTell } from './session-event.ts';
import { WORDS } from './texts.ts';

const text = (words: string, locale: Locale, given: Partial<LocalizedText> = {}): LocalizedText => ({ text: words, locale, isFallback: false, isOutdated: false, ...given });

const session = (locale: Locale, given: Partial<SessionToTell> = {}): SessionToTell => ({
  id: 'TrainingSession_00000000-0000-7000-8000-000000000001', title: text('Titre', locale), summary: text('Résumé', locale), programme: text('Matin\nAprès-midi', locale), cancelledReason: null,
  theme: { name: text('Thème', locale) }, format: 'ON_SITE', town: 'Αθήνα', venue: null, country: { name: text('Grèce', locale) },
  startsAt: '2027-11-03T08:00:00Z', endsAt: '2027-11-04T15:30:00Z', changedAt: '2026-11-25T10:00:00Z', timeZone: 'Europe/Athens', state: 'OPEN', sequence: 2, isDemonstration: false, parts: [], ...given,
});

const toldAll = (one: SessionToTell, locale: Locale) => sessionEvents(one, { locale, origin: 'https://example.org', isBusy: true });
const told = (one: SessionToTell, locale: Locale) => toldAll(one, locale)[0]!;

describe.each(LOCALE_TAGS)('an event in %s', (locale) => {
  test('has each of its texts marked with that language', () => {
    const event = told(session(locale), locale);
    expect([event.title, event.place, event.category, event.description].map(({ locale: language }) => language)).toEqual([locale, locale, locale, locale]);
    const { property } = readCalendar(calendarFile({ events: [event] })).events[0]!;
    for (const name of ['summary', 'location', 'categories', 'description']) expect(property(name)!.language).toBe(locale);
    expect(property('url')!.text).toBe(`https://example.org/${locale}/trainings/${event.uid}`);
  });

  test('names the language of a text that it lacks, and marks that text with it', () => {
    const other: Locale = locale === 'fr' ? 'en' : 'fr';
    const fallback = (words: string): LocalizedText => text(words, other, { isFallback: true });
    const event = told(session(locale, { title: fallback('Titre'), summary: fallback('Résumé'), programme: null, theme: { name: fallback('Thème') } }), locale);
    expect(event.title).toEqual({ text: `Titre [${LOCALES[other].endonym}]`, locale: other });
    expect(event.category).toEqual({ text: `Thème [${LOCALES[other].endonym}]`, locale: other });
    // Of two languages, it is of none.
    expect(event.description.text).toContain(`Résumé [${LOCALES[other].endonym}]\n\n`);
    expect(event.description.locale).toBeUndefined();
  });

  test('says in it what is being prepared, called off, invented, and out of date', () => {
    const words = WORDS[locale];
    const draft = told(session(locale, { state: 'DRAFT' }), locale);
    expect(draft).toMatchObject({ status: 'TENTATIVE', isBusy: false, isPrivate: true, title: { text: words.draft.replace('{title}', 'Titre'), locale } });
    expect(draft.description.text).toContain(words.notAnnounced);
    const cancelled = told(session(locale, { state: 'CANCELLED', cancelledReason: text('La neige', locale), isDemonstration: true }), locale);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', isBusy: false, isPrivate: false, sequence: 2, title: { text: words.cancelled.replace('{title}', `Titre (${words.demonstration})`), locale } });
    expect(cancelled.description.text).toContain(words.reason.replace('{reason}', 'La neige'));
    expect(told(session(locale, { summary: text('Résumé', locale, { isOutdated: true }) }), locale).description.text).toContain(words.outdated);
  });

  test('says when it is on the clock of its place, and where it is', () => {
    const { description, place } = told(session(locale), locale);
    expect(description.text).toMatch(/10[.:]00.+17[.:]30/s);
    expect(description.text).toContain('Europe/Athens');
    expect(place.text).toBe('Αθήνα, Grèce');
    expect(told(session(locale, { format: 'ONLINE', town: null, country: null }), locale).place.text).toBe(WORDS[locale].online);
    expect(told(session(locale, { format: 'HYBRID' }), locale).place.text).toBe(`Αθήνα, Grèce · ${WORDS[locale].hybrid}`);
  });
});

describe('a session with parts', () => {
  const part = (day: number, startsAt: string, endsAt: string, given: Partial<SessionToTell['parts'][number]> = {}) => ({ day, startsAt, endsAt, room: null, title: text(`Partie ${day}`, 'fr'), ...given });
  const parts = [part(1, '2027-11-03T09:00:00Z', '2027-11-03T10:00:00Z', { room: 'A1' }), part(1, '2027-11-03T12:00:00Z', '2027-11-03T15:00:00Z', { title: text('Μέρος', 'el', { isFallback: true }) }), part(3, '2027-11-05T07:00:00Z', '2027-11-05T09:00:00Z')];
  const long = session('fr', { parts, endsAt: '2027-11-05T15:30:00Z' });

  test('is an event for each day on which it has some, from its beginning to its end where these are on that day', () => {
    const { events } = readCalendar(calendarFile({ events: toldAll(long, 'fr') }));
    expect(events.map(({ uid, start, end }) => [uid, start.wall, end.wall])).toEqual([[long.id, '20271103T100000', '20271103T170000'], [`${long.id}-day-3`, '20271105T090000', '20271105T173000']]);
    expect(toldAll(long, 'fr').map(({ title, sequence }) => [title.text, sequence])).toEqual([['Titre, jour 1 sur 2', 2], ['Titre, jour 2 sur 2', 2]]);
    expect(new Set(toldAll(long, 'fr').map(({ url }) => url)).size).toBe(1);
  });

  test('says the parts of that day on the clock of its place, each in its language', () => {
    const [first, second] = toldAll(long, 'fr');
    expect(first!.description.text).toMatch(/11:00\s–\s12:00 Partie 1 \(A1\)\n14:00\s–\s17:00 Μέρος \[ελληνικά\]/i);
    expect([first!.description.locale, second!.description.locale]).toEqual([undefined, 'fr']);
    expect(second!.description.text).not.toContain('Partie 1');
  });

  test('on one day is one event, and is called off on all of its days', () => {
    expect(toldAll({ ...long, parts: parts.slice(0, 2) }, 'fr').map(({ uid, title }) => [uid, title.text])).toEqual([[long.id, 'Titre']]);
    expect(toldAll({ ...long, state: 'CANCELLED' }, 'fr').map(({ status, title }) => [status, title.text])).toEqual([['CANCELLED', 'Annulée\u202F: Titre, jour 1 sur 2'], ['CANCELLED', 'Annulée\u202F: Titre, jour 2 sur 2']]);
  });
});

test('a title with words of another language around it is of none', () => {
  expect(told(session('el', { title: text('Titre', 'fr', { isFallback: true }), state: 'CANCELLED' }), 'el').title).toEqual({ text: 'Ακυρώθηκε: Titre [français]', locale: undefined });
});

test('a zone that nobody knows spoils no calendar', () => {
  const file = calendarFile({ events: [told(session('fr', { timeZone: 'Europe/Atlantis' }), 'fr')] });
  expect(readCalendar(file).events[0]!.start).toMatchObject({ at: Date.UTC(2027, 10, 3, 8), zone: 'UTC' });
});

test('what is in braces in a text stays so', () => {
  expect(told(session('fr', { title: text('{title} {reason}', 'fr'), state: 'CANCELLED' }), 'fr').title.text).toBe('Annulée\u202F: {title} {reason}');
});
