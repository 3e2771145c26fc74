/** The files of papers, as programs read them: every letter of sixteen languages, languages and structure, the same as page and as PDF; and a file for a calendar. */
import { type Locale, LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { plain, readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { drawnPaper, facts, LEG, MEETING, paper, PAPER_KINDS, WHO } from './drawn-paper.fixture.ts';
import { paperCalendar } from './paper-calendar.ts';
import { paperPage } from './paper-page.ts';
import { partsOf } from './papers.ts';
import type { PaperToDraw } from './sheet.ts';
import { PAPER_WORDS } from './texts.ts';

const textOfPage = (html: string): string => plain(html.replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&'));

describe.each(LOCALE_TAGS.map((locale, i): [Locale, Locale] => [locale, LOCALE_TAGS[(i + 5) % LOCALE_TAGS.length]!]))('papers in %s and %s', (first, second) => {
  test('have every letter of both, to be found by who searches them', async () => {
    for (const kind of PAPER_KINDS) {
      const { text } = await readPdf(await drawnPaper(kind, [first, second]));
      for (const locale of [first, second]) expect(text).toContain(plain(PAPER_WORDS[locale].kind[kind]));
      if (kind !== 'INTERPRETER' && kind !== 'CONTACTS' && kind !== 'INVITATION') expect(text).toContain('Čćžšđ ŐŰ ğış Ξένιος Ґїє');
      expect([kind, text.includes('Ёва Ðorđe Őri')]).toEqual([kind, true]);
    }
  });

  test('say the same as a page to be printed, each part in its language', async () => {
    const parts = partsOf(paper('PROGRAMME_POST'), [first, second]);
    const page = paperPage(parts);
    const words = (text: string): string[] => text.replaceAll(/\s*:\s*/g, ' ').replaceAll(/\s+/g, ' ').split(' ').filter(Boolean);
    expect(words(textOfPage(page))).toEqual(words((await readPdf(await drawnPaper('PROGRAMME_POST', [first, second]))).text));
    for (const locale of [first, second]) expect(page).toContain(`<article lang="${LOCALES[locale].intl}">`);
    expect(page).not.toMatch(/<script|<img|https?:/);
  });
});

test('a paper is tagged: it has an order, headings, and each language says that it is one', async () => {
  const { trees, mark, info, xmp } = await readPdf(await drawnPaper('PROGRAMME_PERSON', ['fr', 'el']));
  expect(new Map(Object.entries(mark instanceof Map ? Object.fromEntries(mark) : (mark ?? {}))).get('Marked')).toBe(true);
  expect([info.Language, xmp.includes('<pdfuaid:part>1</pdfuaid:part>')]).toEqual(['fr', true]);
  const all = JSON.stringify(trees);
  for (const part of ['"role":"Sect"', '"role":"H1"', '"role":"H2"', '"role":"H3"', '"lang":"el"']) expect(all).toContain(part);
});

test('an invented paper and one that was replaced say so first', async () => {
  const { text } = await readPdf(await drawnPaper('CONTACTS', ['fr'], { state: 'REPLACED', facts: { ...facts, isDemonstration: true } }));
  for (const word of [PAPER_WORDS.fr.replaced, PAPER_WORDS.fr.demonstration]) expect(text).toContain(plain(word));
  expect((await readPdf(await drawnPaper('CONTACTS', ['fr']))).text).not.toContain(PAPER_WORDS.fr.replaced);
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
