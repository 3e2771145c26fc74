/** The files of papers, as programs read them: every letter of sixteen languages, languages and structure, the same as page and as PDF; and a file for a calendar. */
import { type Locale, LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { plain, readPdf } from '../core/pdf/read-pdf.fixture.ts';
import type { Facts } from './facts.ts';
import { paperCalendar } from './paper-calendar.ts';
import { PaperKind } from './paper-kind.ts';
import { paperPage } from './paper-page.ts';
import { paperPdf } from './paper-pdf.ts';
import { partsOf } from './papers.ts';
import type { PaperToDraw } from './sheet.ts';
import { PAPER_WORDS } from './texts.ts';

const MEETING = '00000000-0000-4000-8000-000000000001';
const LEG = '00000000-0000-4000-8000-000000000002';
const WHO = '00000000-0000-4000-8000-000000000003';
const everywhere = (text: (locale: Locale) => string): Record<Locale, string> => Object.fromEntries(LOCALE_TAGS.map((locale) => [locale, text(locale)])) as Record<Locale, string>;
const stay = { leg: LEG, country: 'RS', city: 'belgrade', arrivesAt: '2098-11-08T09:15', leavesAt: '2098-11-10T18:45', lodgingName: 'Хотел Ђердап', lodgingAddress: 'Çameria 5', transport: null, isLodgingProvided: false, sourceLocale: 'fr' as const, purpose: everywhere((locale) => `[${locale}] Čćžšđ ŐŰ ğış Ξένιος Ґїє`) };

const facts: Facts = {
  version: 1, isDemonstration: false,
  leg: { ...stay, key: LEG, startsOn: '2098-11-08', endsOn: '2098-11-10' },
  people: [{ key: WHO, role: 'MAGISTRATE', profession: 'JUDGE', arrivesAt: stay.arrivesAt, leavesAt: stay.leavesAt, languages: [{ language: 'fr', level: 'NATIVE' }] }],
  meetings: [{ key: MEETING, leg: LEG, sourceLocale: 'fr', subject: { fr: 'Équipes communes' }, note: {}, organisation: null, host: 'Тужилаштво', status: 'CONFIRMED', minutes: 90, day: '2098-11-09', starts: '10:00', languages: [{ language: 'sr', atLeast: 'B2' }], people: [{ key: WHO, role: 'MAGISTRATE', isSubstitute: false }] }],
  contacts: [{ key: WHO }], member: { key: WHO, role: 'MAGISTRATE', isLead: true, profession: 'JUDGE' }, mission: { sourceLocale: 'fr', title: { fr: 'Tournée' } }, stays: [stay],
  journeys: [{ key: LEG, mode: 'TRAIN', from: 'paris', to: 'belgrade', departsAt: '2098-11-07T08:00', arrivesAt: '2098-11-07T20:00', carrier: 'IC 1' }],
  places: { [MEETING]: { name: 'Палата', address: 'Savska 17', organisation: null, host: 'Тужилаштво', country: 'RS' } }, names: { [WHO]: { name: 'Ёва Ðorđe Őri' } },
};
const reference = {
  countries: { RS: everywhere((locale) => `Serbia-${locale}`) }, notes: { RS: { en: 'A note on the country.' } }, cities: { belgrade: everywhere(() => 'Београд'), paris: { fr: 'Paris' } }, zones: { belgrade: 'Europe/Belgrade', paris: 'Europe/Paris' },
  languages: { sr: everywhere((locale) => `Serbian-${locale}`), fr: { fr: 'français' } }, professions: { JUDGE: everywhere((locale) => `Judge-${locale}`) }, organisations: {},
};
const paper = (kind: PaperKind, changes: Partial<PaperToDraw> = {}): PaperToDraw => ({ kind, number: 3, madeAt: new Date('2098-10-01T10:00:00Z'), state: 'CURRENT', facts, earlier: [], reference, ...changes });
const KINDS = Object.keys(PaperKind) as PaperKind[];
const draw = (kind: PaperKind, locales: readonly Locale[], changes: Partial<PaperToDraw> = {}): Promise<Buffer> => paperPdf(partsOf(paper(kind, changes), locales), new Date('2098-10-01T10:00:00Z'));
const textOfPage = (html: string): string => plain(html.replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&'));

describe.each(LOCALE_TAGS.map((locale, i): [Locale, Locale] => [locale, LOCALE_TAGS[(i + 5) % LOCALE_TAGS.length]!]))('papers in %s and %s', (first, second) => {
  test('have every letter of both, to be found by who searches them', async () => {
    for (const kind of KINDS) {
      const { text } = await readPdf(await draw(kind, [first, second]));
      for (const locale of [first, second]) expect(text).toContain(plain(PAPER_WORDS[locale].kind[kind]));
      if (kind !== 'INTERPRETER' && kind !== 'CONTACTS' && kind !== 'INVITATION') expect(text).toContain('Čćžšđ ŐŰ ğış Ξένιος Ґїє');
      expect([kind, text.includes('Ёва Ðorđe Őri')]).toEqual([kind, true]);
    }
  });

  test('say the same as a page to be printed, each part in its language', async () => {
    const parts = partsOf(paper('PROGRAMME_POST'), [first, second]);
    const page = paperPage(parts);
    const words = (text: string): string[] => text.replaceAll(/\s*:\s*/g, ' ').replaceAll(/\s+/g, ' ').split(' ').filter(Boolean);
    expect(words(textOfPage(page))).toEqual(words((await readPdf(await draw('PROGRAMME_POST', [first, second]))).text));
    for (const locale of [first, second]) expect(page).toContain(`<article lang="${LOCALES[locale].intl}">`);
    expect(page).not.toMatch(/<script|<img|https?:/);
  });
});

test('a paper is tagged: it has an order, headings, and each language says that it is one', async () => {
  const { trees, mark, info, xmp } = await readPdf(await draw('PROGRAMME_PERSON', ['fr', 'el']));
  expect(new Map(Object.entries(mark instanceof Map ? Object.fromEntries(mark) : (mark ?? {}))).get('Marked')).toBe(true);
  expect([info.Language, xmp.includes('<pdfuaid:part>1</pdfuaid:part>')]).toEqual(['fr', true]);
  const all = JSON.stringify(trees);
  for (const part of ['"role":"Sect"', '"role":"H1"', '"role":"H2"', '"role":"H3"', '"lang":"el"']) expect(all).toContain(part);
});

test('an invented paper and one that was replaced say so first', async () => {
  const { text } = await readPdf(await draw('CONTACTS', ['fr'], { state: 'REPLACED', facts: { ...facts, isDemonstration: true } }));
  for (const word of [PAPER_WORDS.fr.replaced, PAPER_WORDS.fr.demonstration]) expect(text).toContain(plain(word));
  expect((await readPdf(await draw('CONTACTS', ['fr']))).text).not.toContain(PAPER_WORDS.fr.replaced);
});

test('what somebody has written is no part of a page but its text', () => {
  const page = paperPage(partsOf(paper('CONTACTS', { facts: { ...facts, names: { [WHO]: { name: '<b onclick="x">&' } } } }), ['fr']));
  expect([page.includes('<b '), page.includes('&lt;b onclick=&quot;x&quot;&gt;&amp;')]).toEqual([false, true]);
});

test('a calendar has its meetings, on the clocks of the city, the same ones in each version', () => {
  const file = paperCalendar(paper('PROGRAMME_POST'), 'fr', 'https://passerelle.example/fr/legs/x').replaceAll('\r\n ', '');
  for (const line of [`UID:Meeting_${MEETING}_PROGRAMME_POST_${LEG}`, 'SEQUENCE:3', 'DTSTART;TZID=Europe/Belgrade:20981109T100000', 'DTEND;TZID=Europe/Belgrade:20981109T113000', 'STATUS:CONFIRMED', 'CLASS:PRIVATE', 'SUMMARY;LANGUAGE=fr:Équipes communes']) expect(file).toContain(line);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  const { leg: _leg, ...own } = facts;
  expect(paperCalendar(paper('PROGRAMME_PERSON', { facts: own }), 'fr', 'https://passerelle.example').replaceAll('\r\n ', '')).toContain(`UID:Meeting_${MEETING}_PROGRAMME_PERSON_${WHO}\r\n`);
});

test('a calendar calls off what an earlier version had and this one has not, and what has no hour any more', () => {
  const [held] = facts.meetings!;
  const was = [{ ...held!, key: WHO, subject: { fr: 'Jadis' } }, { ...held!, key: WHO, starts: '16:00' }, { ...held!, day: null, starts: null }, held!];
  const eventsOf = (changes: Partial<PaperToDraw>): string[] => paperCalendar(paper('PROGRAMME_POST', changes), 'fr', 'https://passerelle.example').replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  const [stays, gone, ...more] = eventsOf({ earlier: was });
  expect([stays!.includes('STATUS:CONFIRMED'), more]).toEqual([true, []]);
  for (const line of [`UID:Meeting_${WHO}_PROGRAMME_POST_${LEG}`, 'SEQUENCE:3', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'DTSTART;TZID=Europe/Belgrade:20981109T160000']) expect(gone).toContain(line);
  const [untimed] = eventsOf({ earlier: [held!], facts: { ...facts, meetings: [{ ...held!, day: null, starts: null }] } });
  expect(untimed).toContain('STATUS:CANCELLED');
});

test('a calendar of a version that does not say what is so says that in each entry', () => {
  const of = (state: PaperToDraw['state']): string => paperCalendar(paper('PROGRAMME_POST', { state }), 'fr', 'https://passerelle.example').replaceAll('\r\n ', '');
  expect([of('REPLACED').includes(`DESCRIPTION;LANGUAGE=fr:${PAPER_WORDS.fr.replaced}`), of('CHANGED').includes(`DESCRIPTION;LANGUAGE=fr:${PAPER_WORDS.fr.changed}`), of('CURRENT').includes(PAPER_WORDS.fr.changed)]).toEqual([true, true, false]);
});
