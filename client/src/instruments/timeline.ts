import type { Row } from './instrumentTable.ts';

interface Coded {
  readonly code: string;
}

interface Dated extends Coded {
  readonly inForceOn: string | null;
  /** Of a directive, the last day to transpose it. */
  readonly transpositionDueOn: string | null;
  readonly provenance: { readonly isVerified: boolean };
}

/** A day on which an instrument came, or is to come, into force, for itself or for countries, or by which it is to be transposed. */
export interface Step<Country extends Coded> {
  /** The day (`2008-02-01`). */
  readonly on: string;
  readonly isToCome: boolean;
  /** The entry into force of the instrument itself, and whether it is verified. */
  readonly own: { readonly isVerified: boolean } | undefined;
  /** Whether it is the last day to transpose it. */
  readonly isDue: boolean;
  readonly countries: readonly { readonly country: Country; readonly isVerified: boolean }[];
}

/** The line of an instrument: its steps in the order of their days. */
export interface Line<Instrument extends Coded, Country extends Coded> {
  readonly instrument: Instrument;
  readonly steps: readonly Step<Country>[];
}

/** A column of the axis: a year, or the years between two that are left out because nothing came into force. */
export type Column = { readonly year: number } | { readonly from: number; readonly until: number };

/** What is drawn at a year of a line: the number of countries, and whether the instrument itself came into force. */
export interface Dot {
  readonly year: number;
  readonly count: number;
  readonly isOwn: boolean;
  /** Whether it is to be transposed in it, and nothing comes into force. */
  readonly isDue: boolean;
  readonly isToCome: boolean;
}

/** The longest run of empty years that the axis shows. */
const LONGEST_EMPTY_RUN = 2;

/** The lines of the rows of the table; what comes after `today` (`2026-11-24`) is to come. A country without a date is in none. */
export function buildLines<Instrument extends Dated, Country extends Coded>(
  rows: readonly Row<Instrument, Country>[], today: string,
): Line<Instrument, Country>[] {
  return rows.map(({ instrument, cells }) => {
    const dated = cells.flatMap(({ inForceOn, country, isVerified }) => (inForceOn ? [{ on: inForceOn, country, isVerified }] : []));
    const days = new Set([...dated.map(({ on }) => on), ...[instrument.inForceOn, instrument.transpositionDueOn].filter((on) => on !== null)]);
    const steps = [...days].sort().map((on) => ({
      on,
      isToCome: on > today,
      own: on === instrument.inForceOn ? { isVerified: instrument.provenance.isVerified } : undefined,
      isDue: on === instrument.transpositionDueOn,
      countries: dated.filter((one) => one.on === on).map(({ country, isVerified }) => ({ country, isVerified })),
    }));
    return { instrument, steps };
  });
}

/** The dots of a line, one for each year in which something happens. */
export function dotsOf({ steps }: Pick<Line<Coded, Coded>, 'steps'>): Dot[] {
  return [...new Set(steps.map(({ on }) => yearOf(on)))].map((year) => {
    const within = steps.filter(({ on }) => yearOf(on) === year);
    return {
      year,
      count: within.reduce((sum, { countries }) => sum + countries.length, 0),
      isOwn: within.some(({ own }) => own !== undefined),
      isDue: within.every(({ own, countries }) => own === undefined && countries.length === 0),
      isToCome: within.every(({ isToCome }) => isToCome),
    };
  });
}

/** The axis on which the lines are drawn: every year from the first to the last, long runs of empty ones cut out. */
export function buildAxis(lines: readonly Pick<Line<Coded, Coded>, 'steps'>[]): Column[] {
  const years = [...new Set(lines.flatMap(({ steps }) => steps.map(({ on }) => yearOf(on))))].sort((a, b) => a - b);
  return years.flatMap((year, place): Column[] => [...between(years[place - 1], year), { year }]);
}

function between(before: number | undefined, year: number): Column[] {
  if (before === undefined) return [];
  const empty = year - before - 1;
  if (empty > LONGEST_EMPTY_RUN) return [{ from: before + 1, until: year - 1 }];
  return Array.from({ length: empty }, (_, i) => ({ year: before + 1 + i }));
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
