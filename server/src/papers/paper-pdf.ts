/** A paper as PDF, each language on pages of its own. */
import { type Labelled, line, MARGIN, MARK, MUTED, paragraph, type Pdf, shownIn, type Structure, type Told, writePdf } from '../core/pdf/index.ts';
import type { Part, Section } from './sheet.ts';

export type DrawnLine = Pick<Labelled, 'label' | 'value'>;

/** What stands below a heading, where it needs one. */
export interface DrawnItem {
  readonly heading: Told | null;
  readonly lines: readonly DrawnLine[];
}

export interface DrawnSection extends Omit<Section, 'items'> {
  readonly items: readonly DrawnItem[];
}

/** What can be drawn in one language: a paper, and what has sentences beside its labels. */
export interface DrawnPart extends Omit<Part, 'lines' | 'sections'> {
  readonly lines: readonly DrawnLine[];
  readonly sections: readonly DrawnSection[];
}

/** So much of a page is left at least where something begins: a heading does not stand alone at its end. */
const ROOM = 90;
/** What the heading of a section takes. */
const HEADING = 45;

function keepTogether(doc: Pdf, room: number): void {
  if (doc.y + room > doc.page.height - MARGIN) doc.addPage();
}

function drawItem(doc: Pdf, section: Structure, { heading, lines }: DrawnItem, part: DrawnPart, level: 'H3' | 'H4'): void {
  keepTogether(doc, Math.min(ROOM, 24 + lines.length * 18));
  if (heading) paragraph(doc, section, { type: level, text: { text: shownIn(heading, part.locale), locale: heading.locale }, font: 'strong', size: 11.5, gap: 9 });
  for (const { label, value } of lines) line(doc, section, { label, value, size: 10.5 }, part.locale);
}

/** A line to be written on by hand. */
function drawSignature(doc: Pdf, section: Structure, label: string, { locale }: DrawnPart): void {
  keepTogether(doc, ROOM);
  paragraph(doc, section, { text: { text: label, locale }, size: 10.5, colour: MUTED, gap: 14 });
  doc.y += 30;
  doc.markContent('Artifact', { type: 'Layout' });
  doc.moveTo(MARGIN, doc.y).lineTo(MARGIN + 280, doc.y).lineWidth(0.7).strokeColor('#4a5567').stroke();
  doc.endMarkedContent();
}

/** What comes before everything else: title, version, and what is to be known first. */
function drawHead(doc: Pdf, section: Structure, { locale, title, version, marks, lead }: DrawnPart, isFirst: boolean): void {
  paragraph(doc, section, { type: isFirst ? 'H1' : 'H2', text: { text: title, locale }, font: 'strong', size: 21 });
  paragraph(doc, section, { text: { text: version, locale }, size: 10.5, colour: MUTED, gap: 2 });
  for (const mark of marks) paragraph(doc, section, { text: { text: mark, locale }, font: 'strong', size: 11.5, colour: MARK, gap: 4 });
  if (lead !== null) paragraph(doc, section, { text: { text: lead, locale }, size: 11.5, gap: 8 });
  doc.y += 5;
}

function drawSection(doc: Pdf, structure: Structure, { heading, items, none }: DrawnSection, part: DrawnPart, isFirst: boolean): void {
  const { locale } = part;
  keepTogether(doc, ROOM + HEADING);
  paragraph(doc, structure, { type: isFirst ? 'H2' : 'H3', text: { text: heading, locale }, font: 'strong', size: 14.5, gap: 16 });
  if (none !== null) paragraph(doc, structure, { text: { text: none, locale }, size: 10.5, colour: MUTED, gap: 4 });
  for (const item of items) drawItem(doc, structure, item, part, isFirst ? 'H3' : 'H4');
}

function drawPart(doc: Pdf, root: Structure, part: DrawnPart, isFirst: boolean): void {
  const { locale, lines, sections, closing, signatures, notes } = part;
  const section = doc.struct('Sect', { lang: locale });
  root.add(section);
  drawHead(doc, section, part, isFirst);
  for (const { label, value } of lines) line(doc, section, { label, value }, locale);
  for (const one of sections) drawSection(doc, section, one, part, isFirst);
  for (const text of closing) paragraph(doc, section, { text: { text, locale }, size: 10.5, colour: MUTED, gap: 10 });
  for (const label of signatures) drawSignature(doc, section, label, part);
  for (const note of notes) paragraph(doc, section, { text: { text: shownIn(note, locale), locale: note.locale }, size: 9, colour: MUTED, gap: 8 });
  section.end();
}

/** Writes a paper that was made at an instant. */
export function paperPdf(parts: readonly DrawnPart[], madeAt: Date): Promise<Buffer> {
  const [first] = parts;
  return writePdf({ title: `${first!.title} – ${first!.version}`, locale: first!.locale, at: madeAt }, (doc, root) => {
    for (const [i, part] of parts.entries()) {
      if (i > 0) doc.addPage();
      drawPart(doc, root, part, i === 0);
    }
  });
}
