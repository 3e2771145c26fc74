/** A list as a workbook of one sheet (Office Open XML). Texts are texts: the file says of no cell that it is a formula. */
import type { Readable } from 'node:stream';
import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node';
import { neutral } from '../core/formulas.ts';
import { type Cell, linesOf, type Sheet } from './sheet.ts';

/** In signs: a column is as wide as its widest cell, within these. */
const [NARROWEST, WIDEST] = [8, 50];
/** What the name of a tab may not have, and how long it may be. */
const [NO_NAME, LONGEST_NAME] = [/[[\]:*?/\\]/g, 31];
/** What XML cannot hold. */
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The file as it is sent. */
export function xlsxOf(sheet: Sheet): Promise<Readable> {
  const { title, heads, rows } = sheet;
  const bold = (head: Cell): XlsxCell => ({ ...cellOf(head), fontWeight: 'bold' } as XlsxCell);
  const data = linesOf(sheet).map((line) => line.map(line === heads ? bold : cellOf));
  const width = (column: number): number => Math.max(...[heads, ...rows].map((row) => String(row[column] ?? '').length));
  const columns = heads.map((_, column) => ({ width: Math.min(WIDEST, Math.max(NARROWEST, width(column) + 2)) }));
  const file = writeXlsxFile(data, { sheet: title.replaceAll(NO_NAME, ' ').slice(0, LONGEST_NAME), columns, ...(!sheet.about && { stickyRowsCount: 1 }) });
  return (file.toStream as () => Promise<Readable>)();
}

function cellOf(cell: Cell): XlsxCell {
  if (cell === null) return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: neutral(cell).replaceAll(NO_XML, ''), type: String };
}
