/** A list as CSV (RFC 4180): UTF-8 with a byte order mark, by which spreadsheets know it, each field in quotes; written line by line as it is read. */
import type { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { neutral } from '../core/formulas.ts';
import { linesOf, type Sheet } from './sheet.ts';

/** The file as it is sent. */
export function csvOf(sheet: Sheet): Readable {
  const writer = stringify({ bom: true, record_delimiter: '\r\n', quoted: true, quoted_empty: true });
  void fill(writer, linesOf(sheet));
  return writer;
}

type Writer = ReturnType<typeof stringify>;

/** No faster than it is taken: where whoever asked has gone, nothing more is written. */
async function fill(writer: Writer, lines: readonly (readonly (string | number | null)[])[]): Promise<void> {
  for (const line of lines) {
    if (writer.destroyed) return;
    if (!writer.write(line.map((cell) => (typeof cell === 'string' ? neutral(cell) : cell)))) await new Promise((resolve) => writer.once('drain', resolve).once('close', resolve));
  }
  writer.end();
}
