/** A certificate as PDF: tagged, so that it is read aloud in the languages that it is written in, and searchable in each of their scripts. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import encodeQR from 'qr';
import { INK, line, MARGIN, MARK, MUTED, paragraph, type Pdf, rule, type Structure, type Told, writePdf } from '../core/pdf/index.ts';
import { grouped } from './certificate-number.ts';
import { CERTIFICATE_WORDS } from './texts.ts';

/** What a certificate says in one language. */
export interface CertificateFacts {
  readonly title: Told;
  /** The town and the country; null for a session that is online only. */
  readonly place: Told | null;
  /** What goes with the name of the country wherever it is printed. */
  readonly note: Told | null;
}

export interface CertificateToPrint {
  readonly number: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA. */
  readonly timeZone: string;
  readonly issuedAt: Date;
  readonly daysPresent: number;
  readonly days: number;
  /** Whether it is about somebody invented, which it then says. */
  readonly isDemonstration: boolean;
  readonly facts: ReadonlyMap<Locale, CertificateFacts>;
  /** Where it is verified, without the number at its end. */
  readonly verifyAt: string;
}

const QR_SIZE = 96;

/** Writes a certificate in two languages, each below the other. */
export function certificatePdf(certificate: CertificateToPrint, languages: readonly [Locale, Locale]): Promise<Buffer> {
  const [first] = languages;
  return writePdf({ title: `${CERTIFICATE_WORDS[first].title} – ${certificate.name}`, locale: first, at: certificate.issuedAt }, (doc, root) => {
    for (const [i, locale] of languages.entries()) {
      if (i > 0) rule(doc);
      part(doc, root, certificate, locale, i === 0 ? 'H1' : 'H2');
    }
    rule(doc);
    proof(doc, root, certificate, languages);
  });
}

function part(doc: Pdf, root: Structure, certificate: CertificateToPrint, locale: Locale, heading: 'H1' | 'H2'): void {
  const words = CERTIFICATE_WORDS[locale];
  const { title, place, note } = certificate.facts.get(locale)!;
  const section = doc.struct('Sect', { lang: locale });
  root.add(section);
  paragraph(doc, section, { type: heading, text: { text: words.title, locale }, font: 'strong', size: 21 });
  if (certificate.isDemonstration) paragraph(doc, section, { text: { text: words.demonstration, locale }, font: 'strong', size: 11.5, colour: MARK });
  paragraph(doc, section, { text: { text: words.says, locale }, size: 11.5, colour: MUTED, gap: 6 });
  paragraph(doc, section, { text: { text: certificate.name, locale }, font: 'strong', size: 17, gap: 8 });
  line(doc, section, { label: words.session, value: title }, locale);
  line(doc, section, { label: words.held, value: { text: writtenDays(locale, certificate), locale } }, locale);
  line(doc, section, { label: words.place, value: place ?? { text: words.online, locale } }, locale);
  line(doc, section, { label: words.attended, value: { text: `${number(locale, certificate.daysPresent)} / ${number(locale, certificate.days)}`, locale } }, locale);
  line(doc, section, { label: words.issued, value: { text: writtenDay(locale, certificate.issuedAt, certificate.timeZone), locale } }, locale);
  if (note) paragraph(doc, section, { text: note, size: 9, colour: MUTED, gap: 4 });
  section.end();
}

/** The number, and how it is verified: in both languages, once. */
function proof(doc: Pdf, root: Structure, { number: digits, verifyAt }: CertificateToPrint, languages: readonly Locale[]): void {
  const address = `${verifyAt}/${digits}`;
  const section = doc.struct('Sect');
  root.add(section);
  if (doc.y + QR_SIZE > doc.page.height - MARGIN) doc.addPage();
  const top = doc.y;
  // Nor a box.
  const box: object = { alt: address, bbox: [MARGIN, doc.page.height - top - QR_SIZE, MARGIN + QR_SIZE, doc.page.height - top] };
  section.add(doc.struct('Figure', box, () => drawQr(doc, address, top)));
  const [left, width] = [MARGIN + QR_SIZE + 16, doc.page.width - 2 * MARGIN - QR_SIZE - 16];
  doc.y = top;
  const say = (text: string, lang: Locale, font: 'text' | 'strong', size: number): void => {
    section.add(doc.struct('P', { lang }, () => void doc.font(font).fontSize(size).fillColor(font === 'strong' ? INK : MUTED).text(text, left, doc.y, { width, paragraphGap: 2 })));
  };
  const labels = languages.map((locale) => ({ locale, word: CERTIFICATE_WORDS[locale].number })).filter(({ word }, i, all) => all.findIndex((one) => one.word === word) === i);
  const item = doc.struct('P');
  section.add(item);
  doc.font('text').fontSize(10).fillColor(MUTED).text('', left, doc.y, { width, continued: true });
  for (const [i, { locale, word }] of labels.entries()) {
    item.add(doc.struct('Span', { lang: locale }, () => void doc.text(i === 0 ? word : ` · ${word}`, { width, paragraphGap: 2, continued: i < labels.length - 1 })));
  }
  item.end();
  say(grouped(digits), languages[0]!, 'strong', 14);
  for (const locale of languages) say(CERTIFICATE_WORDS[locale].verify, locale, 'text', 10);
  say(address, languages[0]!, 'text', 10);
  section.end();
}

function drawQr(doc: Pdf, text: string, top: number): void {
  const rows = encodeQR(text, 'raw', { border: 1, ecc: 'medium' });
  const square = QR_SIZE / rows.length;
  rows.forEach((row, y) => row.forEach((isDark, x) => isDark && doc.rect(MARGIN + x * square, top + y * square, square, square)));
  doc.fill('#000000');
}

const number = (locale: Locale, value: number): string => new Intl.NumberFormat(LOCALES[locale].intl).format(value);

function writtenDay(locale: Locale, day: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone }).format(day);
}

/** The days of the session, on its own clock. */
function writtenDays(locale: Locale, { startsAt, endsAt, timeZone }: CertificateToPrint): string {
  return new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone }).formatRange(startsAt, new Date(endsAt.getTime() - 1));
}
