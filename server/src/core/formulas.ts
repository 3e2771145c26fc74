/** Texts that spreadsheets would take for formulas: how they leave the site, and how they come back. */

/** What spreadsheets read as the beginning of a formula, in ASCII and in full width, also behind spaces, quotes and signs that nobody sees. */
const FORMULA = /^[\s\p{Cc}\p{Cf}"'’]*[=+\-@＝＋－＠]/u;
/** What parts cells or lines in one program or another: where a comma is read as a decimal sign, `;` does. */
const PARTING = /([;|\t\r\n])/;

/**
 * A text that no spreadsheet takes for a formula, whatever it takes for the end of a cell: what looks like one begins with an apostrophe, as
 * spreadsheets write it themselves, also within the text.
 */
export function neutral(text: string): string {
  const parts = text.split(PARTING).map((part) => (FORMULA.test(part) ? `'${part}` : part)).join('');
  return /^[\t\r\n]/.test(parts) ? `'${parts}` : parts;
}

/** The text that `neutral` was given, which begins with no blank; null for a cell that begins like a formula and has no apostrophe before it. */
export function withoutApostrophes(cell: string): string | null {
  const parts = cell.split(PARTING);
  if (!cell.startsWith(`'`) && FORMULA.test(parts[0]!)) return null;
  return parts.map((part) => (part.startsWith(`'`) && FORMULA.test(part.slice(1)) ? part.slice(1) : part)).join('');
}
