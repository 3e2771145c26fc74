/** Reading a line of a file of recommendations: what it says of which one, or everything that is wrong with it. Pure functions. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import type { RecommendationColumn } from '@passerelle/shared/recommendationFile.ts';
import { UserError } from '../core/errors.ts';
import { withoutApostrophes } from '../core/formulas.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { isWebAddress } from '../core/web-address.ts';
import { RecommendationVerb } from '../recommendations/index.ts';
import { CONTENT_FIELDS, type Content } from './content.ts';
import { type FileFault, fileFault, type RecommendationFileFault } from './import-fault.ts';
import type { FileLine } from './read-file.ts';

/** Codes that lines may name, and the day in the capital of France. */
export interface Known {
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly today: string;
}

/** What a line says: of which recommendation, by its key, and where it stands in the file. */
export interface SaidLine {
  readonly line: number;
  readonly slug: string;
  readonly content: Content;
  readonly positions: FileLine['positions'];
}

interface Wrong {
  readonly fault: RecommendationFileFault;
  readonly maximum?: number;
}

/** What a cell has to be; `is` gives what is wrong with a text that is not empty. */
interface Rule {
  readonly isNeeded?: true;
  readonly is: (text: string, known: Known) => Wrong | RecommendationFileFault | null;
}

const typed = (most: number, isLine: boolean) => (text: string): Wrong | RecommendationFileFault | null => {
  const fault = typedFault(text, most, isLine);
  return fault === 'TOO_LONG' ? { fault, maximum: most } : fault;
};
const shaped = (pattern: RegExp, fault: RecommendationFileFault) => (text: string): RecommendationFileFault | null => (pattern.test(text) ? null : fault);
const oneOf = (codes: (known: Known) => readonly string[]) => (text: string, known: Known): RecommendationFileFault | null => (codes(known).includes(text) ? null : 'UNKNOWN_CODE');

const PARTIAL_DAY = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
export const MOST_SIGNS = { slug: 80, body: 100, summary: 3_000, source: 500, source_url: 500, note: 1_000 } as const;

const RULES: Readonly<Record<RecommendationColumn, Rule>> = {
  slug: { isNeeded: true, is: (text) => (text.length > MOST_SIGNS.slug ? { fault: 'TOO_LONG', maximum: MOST_SIGNS.slug } : shaped(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'NOT_A_KEY')(text)) },
  country: { isNeeded: true, is: oneOf(({ countries }) => countries) },
  body: { isNeeded: true, is: typed(MOST_SIGNS.body, true) },
  round: { is: shaped(/^[1-9]\d?$/, 'NOT_A_NUMBER') },
  year: { is: shaped(/^(?:19|20)\d\d$/, 'NOT_A_NUMBER') },
  paragraph: { is: shaped(/^[1-9]\d{0,3}$/, 'NOT_A_NUMBER') },
  verb: { isNeeded: true, is: oneOf(() => Object.keys(RecommendationVerb)) },
  themes: { is: (text, { themes }) => themesFault(text.split(' '), themes) },
  language: { isNeeded: true, is: oneOf(() => LOCALE_TAGS) },
  summary: { isNeeded: true, is: typed(MOST_SIGNS.summary, false) },
  source: { isNeeded: true, is: typed(MOST_SIGNS.source, true) },
  source_url: { is: (text) => (text.length > MOST_SIGNS.source_url ? { fault: 'TOO_LONG', maximum: MOST_SIGNS.source_url } : isWebAddress(text) ? null : 'NOT_AN_ADDRESS') },
  checked_on: { is: (text, { today }) => dayFault(text, today) },
  note: { is: typed(MOST_SIGNS.note, false) },
};

const themesFault = (codes: readonly string[], known: readonly string[]): RecommendationFileFault | null =>
  codes.some((code) => !known.includes(code)) ? 'UNKNOWN_CODE' : new Set(codes).size < codes.length ? 'REPEATED' : null;

/** A day, a month or a year: one that there is, and not to come. */
function dayFault(text: string, today: string): RecommendationFileFault | null {
  const [, , , day] = PARTIAL_DAY.exec(text) ?? [];
  if (!PARTIAL_DAY.test(text) || (day !== undefined && new Date(`${text}T00:00:00Z`).getUTCDate() !== Number(day))) return 'NOT_A_DAY';
  return text > today.slice(0, text.length) ? 'TO_COME' : null;
}

/** In these stand codes, whose case says nothing: reports write “urge”. */
const CODES: readonly RecommendationColumn[] = ['country', 'verb', 'themes'];

/** A text as it is kept: without what spreadsheets put before it, codes in capitals with one blank between them. */
function textOf(column: RecommendationColumn, cell: string): string | null {
  const text = withoutApostrophes(cell.trim());
  if (text === null) return null;
  const kept = tidy(text) ?? '';
  const said = CODES.includes(column) ? kept.toUpperCase() : kept;
  return column === 'themes' ? said.split(/\s+/).toSorted().join(' ') : said;
}

/** Whether a text tells who a person is: such a line is refused, and what it says is kept nowhere. */
function tellsOfSomebody(text: string): boolean {
  try {
    refuseVictimsData('text', text);
    return false;
  } catch (error) {
    if (error instanceof UserError && error.extensions.code === 'VICTIM_DATA') return true;
    throw error;
  }
}

/** In these somebody writes freely. */
const FREE: readonly RecommendationColumn[] = ['slug', 'body', 'summary', 'source', 'source_url', 'note'];

/** What is wrong with a cell, if anything is. */
function wrongWith(column: RecommendationColumn, text: string | null, known: Known): Wrong | RecommendationFileFault | null {
  if (text === null) return 'FORMULA';
  const { isNeeded = false, is } = RULES[column];
  if (text === '') return isNeeded ? 'MISSING' : null;
  return is(text, known) ?? (FREE.includes(column) && tellsOfSomebody(text) ? 'VICTIM_DATA' : null);
}

/** Reads a line. */
export function readLine({ line, cells, positions }: FileLine, known: Known): SaidLine | readonly FileFault[] {
  const texts = Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, textOf(column as RecommendationColumn, cell)])) as Readonly<Record<RecommendationColumn, string | null>>;
  const faults = (Object.keys(texts) as RecommendationColumn[]).flatMap((column): FileFault[] => {
    const wrong = wrongWith(column, texts[column], known);
    if (wrong === null) return [];
    return [fileFault(typeof wrong === 'string' ? wrong : wrong.fault, { line, column, position: positions[column], maximum: typeof wrong === 'string' ? null : wrong.maximum ?? null })];
  });
  if (faults.length > 0) return faults;
  return { line, positions, slug: texts.slug!, content: Object.fromEntries(CONTENT_FIELDS.map((field) => [field, texts[field]!])) as Content };
}

/** Reads all lines; of two about one recommendation the second is wrong. */
export function readLines(lines: readonly FileLine[], known: Known): { readonly said: readonly SaidLine[]; readonly faults: readonly FileFault[] } {
  const read = lines.map((line) => readLine(line, known));
  const said = read.filter((one): one is SaidLine => 'slug' in one);
  const first = new Map(said.toReversed().map(({ slug, line }) => [slug, line]));
  const repeated = said.filter(({ slug, line }) => first.get(slug) !== line);
  return {
    said: said.filter((one) => !repeated.includes(one)),
    faults: [...read.flatMap((one) => ('slug' in one ? [] : one)), ...repeated.map(({ line, positions }) => fileFault('REPEATED', { line, column: 'slug', position: positions.slug }))],
  };
}
