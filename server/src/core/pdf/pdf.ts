/** Writing PDF: tagged, so that it is read aloud in the languages that it is written in, and searchable in each of their scripts. */
import { createRequire } from 'node:module';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import PDFDocument from 'pdfkit';

/** A text that may be in another language than what stands around it. */
export interface Told {
  readonly text: string;
  readonly locale: Locale;
}

export type Pdf = InstanceType<typeof PDFDocument>;
export type Structure = ReturnType<Pdf['struct']>;

const find = createRequire(import.meta.url).resolve;
/**
 * One file for each weight with the letters of all sixteen languages: files that are split by script lose those of the others without a word.
 * Each is opened once: what it says of its letters is read while they are set, which takes longer than to set them.
 */
const FONTS = { text: opened('400Regular/SourceSans3_400Regular.ttf'), strong: opened('600SemiBold/SourceSans3_600SemiBold.ttf') };

/** What the types do not know: that a document takes a font that another has opened, and what a font keeps. */
interface Opened {
  readonly _font: { readonly font: Buffer & { _glyphs: object } };
}

/** A font of a file. Which letter it drew by a sign goes with each document: by the same sign another may draw another letter, as the Greek delta and the increment. */
function opened(file: string): () => Buffer {
  let font: Opened['_font']['font'] | undefined;
  return () => {
    font ??= (new PDFDocument({ autoFirstPage: false, font: find(`@expo-google-fonts/source-sans-3/${file}`) }) as unknown as Opened)._font.font;
    font._glyphs = {};
    return font;
  };
}

export const MARGIN = 56;
export const INK = '#16202e';
export const MUTED = '#4a5567';
export const MARK = '#8f3f10';

/** What a file says of itself; `at`: when what it says was made. */
interface OfFile {
  readonly title: string;
  readonly locale: Locale;
  readonly at: Date;
}

/** Writes a file on A4; `draw` fills it, under the structure that it is given. */
export async function writePdf({ title, locale, at }: OfFile, draw: (doc: Pdf, root: Structure) => void): Promise<Buffer> {
  const [text, strong] = [FONTS.text(), FONTS.strong()];
  // The types do not know PDF/UA.
  const options: object = {
    size: 'A4', margin: MARGIN, pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, displayTitle: true, lang: LOCALES[locale].intl, font: text,
    info: { Title: title, Creator: 'Passerelle', Producer: 'Passerelle', CreationDate: at, ModDate: at },
  };
  const doc = new PDFDocument(options);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));
  doc.registerFont('text', text).registerFont('strong', strong);
  const root = doc.struct('Document');
  doc.addStructure(root);
  draw(doc, root);
  root.end();
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

/** A line between parts, which says nothing. */
export function rule(doc: Pdf): void {
  doc.moveDown(0.6);
  doc.markContent('Artifact', { type: 'Layout' });
  doc.moveTo(MARGIN, doc.y).lineTo(doc.page.width - MARGIN, doc.y).lineWidth(0.7).strokeColor('#b9c2cf').stroke();
  doc.endMarkedContent();
  doc.moveDown(0.9);
}

interface Paragraph {
  readonly text: Told;
  readonly type?: 'H1' | 'H2' | 'H3' | 'H4' | 'P';
  readonly font?: 'text' | 'strong';
  readonly size: number;
  readonly colour?: string;
  /** Space above it. */
  readonly gap?: number;
}

export function paragraph(doc: Pdf, section: Structure, { text, type = 'P', font = 'text', size, colour = INK, gap = 0 }: Paragraph): void {
  doc.y += gap;
  section.add(doc.struct(type, { lang: text.locale }, () => void doc.font(font).fontSize(size).fillColor(colour).text(text.text, MARGIN, doc.y)));
}

/** What stands between a label and what it is the label of: French has a space before a colon. */
export const colonOf = (locale: Locale): string => (locale === 'fr' ? '\u202f: ' : ': ');

/** A text with its language behind it where that is not the one around it. */
export const shownIn = ({ text, locale }: Told, around: Locale): string => (locale === around ? text : `${text} (${locale})`);

/** A label and what it is the label of. */
export interface Labelled {
  /** Null for a sentence that stands by itself. */
  readonly label: string | null;
  /** Several texts follow each other as they are. */
  readonly value: Told | readonly Told[];
  readonly size?: number;
}

/** A label and what it is the label of, in one paragraph; what is in another language says so. */
export function line(doc: Pdf, section: Structure, { label, value, size = 11.5 }: Labelled, locale: Locale): void {
  const item = doc.struct('P');
  section.add(item);
  const texts = 'text' in value ? [value] : value;
  doc.fontSize(size);
  if (label !== null) item.add(doc.struct('Span', { lang: locale }, () => void doc.font('text').fillColor(MUTED).text(`${label}${colonOf(locale)}`, MARGIN, doc.y + 3, { continued: true })));
  for (const [n, one] of texts.entries()) {
    const [text, continued] = [shownIn(one, locale), n < texts.length - 1];
    const font = label === null ? 'text' : 'strong';
    item.add(doc.struct('Span', { lang: one.locale }, () => {
      doc.font(font).fillColor(INK);
      if (n === 0 && label === null) doc.text(text, MARGIN, doc.y + 3, { continued });
      else doc.text(text, { continued });
    }));
  }
  item.end();
}
