/** Reading a file of recommendations: its lines as cells by their columns, or what is wrong with it as a whole. Pure functions. */
import { MOST_OF_FILE, RECOMMENDATION_COLUMNS, type RecommendationColumn } from '@passerelle/shared/recommendationFile.ts';
import { CsvError, type Info } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type FileFault, fileFault } from './import-fault.ts';

export interface FileLine {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<RecommendationColumn, string>>;
  /** Which cell of the line each is, from 1. */
  readonly positions: Readonly<Record<RecommendationColumn, number>>;
}

export interface FileRead {
  readonly lines: readonly FileLine[];
  /** What is wrong with single lines, which are not among the others. */
  readonly broken: readonly FileFault[];
}

/** What a reader of another encoding leaves behind: the sign for what could not be read, and the control signs that Windows-1252 has letters for. */
const FOREIGN = /[\uFFFD\u0080-\u009F]/u;

interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines that are parsed: some of them may be empty, which costs little as long as there are few. */
const MOST_PARSED = 3 * MOST_OF_FILE.lines;

/** Reads a file: its lines, or what is wrong with it as a whole. */
export function readFile(file: string): FileRead | readonly FileFault[] {
  if (Buffer.byteLength(file) > MOST_OF_FILE.bytes) return [fileFault('TOO_LARGE', { maximum: MOST_OF_FILE.bytes })];
  // Whatever ends its lines, and be it one thing here and another there.
  const text = file.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const foreign = FOREIGN.exec(text);
  if (foreign) return [fileFault('NOT_UTF8', { line: text.slice(0, foreign.index).split('\n').length })];
  const records = recordsOf(text);
  if (!Array.isArray(records)) return [records as FileFault];
  const [heads, ...rest] = records as readonly CsvLine[];
  if (!heads) return [fileFault('EMPTY')];
  // No fault for each cell of a line that is no line of heads.
  if (heads.cells.length > 2 * RECOMMENDATION_COLUMNS.length) return [fileFault('CELLS', { line: heads.line, maximum: RECOMMENDATION_COLUMNS.length })];
  const faults = headFaults(heads);
  if (faults.length > 0) return faults;
  if (rest.length === 0) return [fileFault('EMPTY')];
  if (rest.length > MOST_OF_FILE.lines) return [fileFault('TOO_MANY_LINES', { maximum: MOST_OF_FILE.lines })];
  return cellsByColumn(heads, rest);
}

const namesOf = ({ cells }: CsvLine): string[] => cells.map((cell) => cell.trim().toLowerCase());

/** The lines that have something in them; or where it is no CSV, or that there are too many. A cell in quotes may have lines of its own. */
function recordsOf(text: string): CsvLine[] | FileFault {
  try {
    const parsed = parse(text, { bom: true, delimiter: separatorOf(text), info: true, record_delimiter: '\n', relax_column_count: true, to: MOST_PARSED }) as unknown as { readonly info: Info; readonly record: readonly string[] }[];
    if (parsed.length >= MOST_PARSED) return fileFault('TOO_MANY_LINES', { maximum: MOST_OF_FILE.lines });
    let last = 0;
    return parsed.map(({ info, record }) => {
      const line = last + 1;
      last = info.lines;
      return { line, cells: record };
    }).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fileFault('NOT_CSV', { line: typeof error.lines === 'number' ? error.lines : null });
  }
}

/** What parts the cells: of comma and semicolon the one that parts the heads, as spreadsheets of some languages write one and of others the other. */
function separatorOf(text: string): ',' | ';' {
  const heads = /^[^\n]*/.exec(text)![0];
  return heads.split(';').length > heads.split(',').length ? ';' : ',';
}

const isColumn = (name: string): name is RecommendationColumn => RECOMMENDATION_COLUMNS.some((column) => column === name);

/** Each column is there once, and there is no other. */
function headFaults(heads: CsvLine): FileFault[] {
  const found = namesOf(heads);
  const { line } = heads;
  return [
    ...found.flatMap((name, n): FileFault[] => {
      if (!isColumn(name)) return [fileFault('HEAD_UNKNOWN', { line, position: n + 1 })];
      return found.indexOf(name) < n ? [fileFault('HEAD_REPEATED', { line, column: name, position: n + 1 })] : [];
    }),
    ...RECOMMENDATION_COLUMNS.filter((column) => !found.includes(column)).map((column) => fileFault('HEAD_MISSING', { line, column })),
  ];
}

function cellsByColumn(heads: CsvLine, records: readonly CsvLine[]): FileRead {
  const found = namesOf(heads);
  const positions = Object.fromEntries(RECOMMENDATION_COLUMNS.map((column) => [column, found.indexOf(column) + 1])) as Record<RecommendationColumn, number>;
  const isWhole = ({ cells }: CsvLine): boolean => cells.length === found.length;
  return {
    broken: records.filter((record) => !isWhole(record)).map(({ line }) => fileFault('CELLS', { line, maximum: found.length })),
    lines: records.filter(isWhole).map(({ line, cells }) => ({ line, positions, cells: Object.fromEntries(RECOMMENDATION_COLUMNS.map((column) => [column, cells[positions[column] - 1]!])) as Record<RecommendationColumn, string> })),
  };
}
