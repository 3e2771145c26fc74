/** A list that is taken out of the site, as it stands before it is a file. */

/** A cell: a text, a number, a day (`2026-11-20`), or nothing. */
export type Cell = string | number | null;

export interface Sheet {
  /** What the tab of a workbook is called. */
  readonly title: string;
  readonly heads: readonly string[];
  /** As many cells in each as there are heads. */
  readonly rows: readonly (readonly Cell[])[];
}

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
