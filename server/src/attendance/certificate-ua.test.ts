/** A certificate is PDF/UA in what a program can ask of it, and what is written in a language says that it is. */
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { uaFaults } from '../core/pdf/ua.fixture.ts';
import { readContent } from '../core/pdf/ua-content.fixture.ts';
import { structureOf } from '../core/pdf/ua-structure.fixture.ts';
import { certificatePdf, type CertificateToPrint } from './certificate-pdf.ts';
import { CERTIFICATE_WORDS } from './texts.ts';

const certificate = (first: Locale, second: Locale): CertificateToPrint => ({
  number: '7K3M9QXT2FJDW8HP', name: 'Ана Ðorđe Őri', startsAt: new Date('2027-03-10T08:00:00Z'), endsAt: new Date('2027-03-12T16:00:00Z'), timeZone: 'Europe/Skopje', issuedAt: new Date('2027-03-13T10:00:00Z'), daysPresent: 3, days: 3, isDemonstration: true,
  // What nobody has said in the second language stands there in the first.
  facts: new Map([first, second].map((locale) => [locale, { title: { text: `[${first}]`, locale: first }, place: { text: `(${locale})`, locale }, note: { text: `{${locale}}`, locale } }])),
  verifyAt: 'https://passerelle.example/fr/verify',
});

describe.each(LOCALE_TAGS.map((locale, i): [Locale, Locale] => [locale, LOCALE_TAGS[(i + 7) % LOCALE_TAGS.length]!]))('a certificate in %s and %s', (first, second) => {
  test('breaks nothing of PDF/UA, and says of each of its texts in which language it is', async () => {
    const file = await certificatePdf(certificate(first, second), [first, second]);
    expect(await uaFaults(file)).toEqual([]);
    const { words } = await readContent(file, structureOf(await PDFDocument.load(file, { updateMetadata: false })));
    const languagesOf = (text: string): (string | undefined)[] => words.filter((one) => one.text.includes(text)).map(({ lang }) => lang);
    // What is called the same in both stands once.
    const isSame = CERTIFICATE_WORDS[first].number === CERTIFICATE_WORDS[second].number;
    for (const locale of [first, second]) {
      const { title, session, held, demonstration, number } = CERTIFICATE_WORDS[locale];
      for (const text of [title, session, held, demonstration, ...(isSame && locale === second ? [] : [number])]) expect([text, languagesOf(text)]).toEqual([text, expect.arrayContaining([locale])]);
      expect(languagesOf(`{${locale}}`)).toEqual([locale]);
    }
    expect(languagesOf(`[${first}]`)).toEqual([first, first]);
  });
});
