/** The file of a certificate, read as a program reads it: every letter of sixteen languages, its structure, its languages. */
import { createRequire } from 'node:module';
import { type Locale, LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { plain, readPdf as read } from '../core/pdf/read-pdf.fixture.ts';
import { certificatePdf, type CertificateToPrint } from './certificate-pdf.ts';
import { CERTIFICATE_WORDS } from './texts.ts';

/** A sentence of each language with the letters that others lack. */
const LETTERS: Readonly<Record<Locale, string>> = {
  fr: 'Où l’œuvre naît : çà, là, aiguë, « dûment »', en: 'Recognising victims – “indicators”', sq: 'Çështje dhe njohje të viktimave, përkujdesja ë Ë', bs: 'Đaci, žene i ćerke: čuvanje šansi', bg: 'Ъгъл, щит, юноша, ѝ, ьо',
  hr: 'Čuvanje žrtava, ljubav, đački, ćud', el: 'Άνθρωπος, ΐ ΰ ώ ή ύ ό έ ί, σς, «ταυτοποίηση»', hu: 'Árvíztűrő tükörfúrógép, ŐŰ', mk: 'Ѓорѓи, ќерка, ѕвезда, љубов, њива, џеб, ѝ ѐ', ro: 'Țări și așezări: ăâî ĂÂÎ, „șapte”',
  'sr-Cyrl': 'Ђак, ћерка, љубав, њива, џеп', 'sr-Latn': 'Đak, ćerka, ljubav, njiva, džep, žšč', cnr: 'Crnogorski jezik: śekira, źenica, ŚŹ', sl: 'Čas, žoga, šola – usposabljanje', tr: 'Iğdır’da İstanbul ışığı, şöför, çğü', uk: 'Ґанок, їжак, єдність, іній, сім’я',
};

const certificate = (name: string): CertificateToPrint => ({
  number: '7K3M9QXT2FJDW8HP', name, startsAt: new Date('2027-03-10T08:00:00Z'), endsAt: new Date('2027-03-12T16:00:00Z'), timeZone: 'Europe/Skopje', issuedAt: new Date('2027-03-13T10:00:00Z'), daysPresent: 3, days: 3, isDemonstration: true,
  facts: new Map(LOCALE_TAGS.map((locale) => [locale, { title: { text: LETTERS[locale], locale }, place: { text: 'Скопје, Ćićevac', locale }, note: locale === 'en' ? { text: 'A note.', locale } : null }])),
  verifyAt: 'https://passerelle.example/fr/verify',
});

describe.each(LOCALE_TAGS.map((locale, i): [Locale, Locale] => [locale, LOCALE_TAGS[(i + 7) % LOCALE_TAGS.length]!]))('a certificate in %s and %s', (first, second) => {
  test('has every letter of both, to be found by who searches it', async () => {
    const { text, pages } = await read(await certificatePdf(certificate(LETTERS[first]), [first, second]));
    for (const locale of [first, second]) {
      for (const word of [...Object.entries(CERTIFICATE_WORDS[locale]).filter(([name]) => name !== 'online').map(([, word]) => word), LETTERS[locale]]) expect(text).toContain(plain(word));
      expect(text).toContain(plain(new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: 'Europe/Skopje' }).format(new Date('2027-03-13T10:00:00Z'))));
    }
    expect(text).toContain('7K3M-9QXT-2FJD-W8HP');
    expect(text).toContain('https://passerelle.example/fr/verify/7K3M9QXT2FJDW8HP');
    expect(pages).toBe(1);
  });
});

test('it is tagged: what it says has an order, headings, languages, and the picture says what it is', async () => {
  const { tree, mark, info, xmp } = await read(await certificatePdf(certificate('Ana'), ['fr', 'mk']));
  expect(new Map(Object.entries(mark instanceof Map ? Object.fromEntries(mark) : (mark ?? {}))).get('Marked')).toBe(true);
  expect(info).toMatchObject({ Language: 'fr', Title: 'Attestation de présence – Ana' });
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  const all = JSON.stringify(tree);
  for (const part of ['"role":"Document"', '"role":"Sect"', '"role":"H1"', '"role":"H2"', '"role":"Figure"', '"alt":"https://passerelle.example/fr/verify/7K3M9QXT2FJDW8HP"', '"lang":"mk"']) expect(all).toContain(part);
});

test('the control: a font that is split by script loses the letters of the others', async () => {
  const split = createRequire(import.meta.url).resolve('../../../client/node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff');
  const doc = new PDFDocument({ font: split });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.once('end', resolve));
  doc.text(LETTERS.mk).end();
  await done;
  expect((await read(Buffer.concat(chunks))).text).not.toContain(plain(LETTERS.mk));
});
