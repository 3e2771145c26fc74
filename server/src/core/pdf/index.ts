/** Writing PDF: what all files that are drawn have in common. */
export { colonOf, type Labelled, INK, line, MARGIN, MARK, MUTED, paragraph, type Pdf, rule, shownIn, type Structure, type Told, writePdf } from './pdf.ts';
