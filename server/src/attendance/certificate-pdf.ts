/** A certificate as PDF: tagged, so that it is read aloud in the languages that it is written in, and searchable in each of their scripts. */
import { createRequire } from 'node:module';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import { grouped } from './certificate-number.ts';
import { CERTIFICATE_WORDS } from './texts.ts';

/** A text that may be in another language than what stands around it. */
export interface Told {
  readonly text: string;
  readonly locale: Locale;
}

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

type Pdf = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Pdf['struct']>;

const find = createRequire(import.meta.url).resolve;
/** One file for each weight with the letters of all sixteen languages: files that are split by script lose those of the others without a word. */
const FONTS = { text: find('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'), strong: find('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf') };

const MARGIN = 56;
const INK = '#16202e';
const MUTED = '#4a5567';
const MARK = '#8f3f10';
const QR_SIZE = 96;

/** Writes a certificate in two languages, each below the other. */
export async function certificatePdf(certificate: CertificateToPrint, languages: readonly [Locale, Locale]): Promise<Buffer> {
  const [first] = languages;
  const words = CERTIFICATE_WORDS[first];
  // The types do not know PDF/UA.
  const options: object = {
    size: 'A4', margin: MARGIN, pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, displayTitle: true, lang: LOCALES[first].intl, font: FONTS.text,
    info: { Title: `${words.title} – ${certificate.name}`, Creator: 'Passerelle', Producer: 'Passerelle', CreationDate: certificate.issuedAt, ModDate: certificate.issuedAt },
  };
  const doc = new PDFDocument(options);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));
  doc.registerFont('text', FONTS.text).registerFont('strong', FONTS.strong);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [i, locale] of languages.entries()) {
    if (i > 0) rule(doc);
    part(doc, root, certificate, locale, i === 0 ? 'H1' : 'H2');
  }
  rule(doc);
  proof(doc, root, certificate, languages);
  root.end();
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

/** A line between parts, which says nothing. */
function rule(doc: Pdf): void {
  doc.moveDown(0.6);
  doc.markContent('Artifact', { type: 'Layout' });
  doc.moveTo(MARGIN, doc.y).lineTo(doc.page.width - MARGIN, doc.y).lineWidth(0.7).strokeColor('#b9c2cf').stroke();
  doc.endMarkedContent();
  doc.moveDown(0.9);
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
  line(doc, section, words.session, title, locale);
  line(doc, section, words.held, { text: writtenDays(locale, certificate), locale }, locale);
  line(doc, section, words.place, place ?? { text: words.online, locale }, locale);
  line(doc, section, words.attended, { text: `${number(locale, certificate.daysPresent)} / ${number(locale, certificate.days)}`, locale }, locale);
  line(doc, section, words.issued, { text: writtenDay(locale, certificate.issuedAt, certificate.timeZone), locale }, locale);
  if (note) paragraph(doc, section, { text: note, size: 9, colour: MUTED, gap: 4 });
  section.end();
}

interface Paragraph {
  readonly text: Told;
  readonly type?: 'H1' | 'H2' | 'P';
  readonly font?: 'text' | 'strong';
  readonly size: number;
  readonly colour?: string;
  /** Space above it. */
  readonly gap?: number;
}

function paragraph(doc: Pdf, section: Structure, { text, type = 'P', font = 'text', size, colour = INK, gap = 0 }: Paragraph): void {
  doc.y += gap;
  section.add(doc.struct(type, { lang: text.locale }, () => void doc.font(font).fontSize(size).fillColor(colour).text(text.text, MARGIN, doc.y)));
}

/** A label and what it is the label of, in one paragraph; what is in another language says so. */
function line(doc: Pdf, section: Structure, label: string, value: Told, locale: Locale): void {
  const item = doc.struct('P');
  section.add(item);
  // French has a space before a colon.
  const colon = locale === 'fr' ? '\u202f: ' : ': ';
  item.add(doc.struct('Span', { lang: locale }, () => void doc.font('text').fontSize(11.5).fillColor(MUTED).text(`${label}${colon}`, MARGIN, doc.y + 3, { continued: true })));
  item.add(doc.struct('Span', { lang: value.locale }, () => void doc.font('strong').fillColor(INK).text(value.locale === locale ? value.text : `${value.text} (${value.locale})`)));
  item.end();
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
  say(languages.map((locale) => CERTIFICATE_WORDS[locale].number).filter((word, i, all) => all.indexOf(word) === i).join(' · '), languages[0]!, 'text', 10);
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
