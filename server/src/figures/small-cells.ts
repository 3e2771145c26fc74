/**
 * Figures for those who do not see the people: small numbers are left out, and others with them, so that none can be worked out from what is
 * given.
 */
import { FEWEST_PEOPLE } from '@passerelle/shared/smallCells.ts';
import type { TrainingFigures } from './figures.type.ts';

const MEASURES = ['registered', 'confirmed', 'present', 'people'] as const;
type Measure = (typeof MEASURES)[number];
type Counts = Readonly<Record<Measure, number>>;
/** A number is null where it is not given. */
type Given<T> = { readonly [K in keyof T]: K extends Measure ? number | null : T[K] };

export interface GivenFigures {
  readonly sessions: number;
  readonly total: Given<Counts>;
  readonly bySector: readonly Given<TrainingFigures['bySector'][number]>[];
  readonly byProfession: readonly Given<TrainingFigures['byProfession'][number]>[];
  readonly byCountry: readonly Given<TrainingFigures['byCountry'][number]>[];
  readonly coverage: readonly Given<TrainingFigures['coverage'][number]>[];
  readonly countries: readonly string[];
  readonly themes: readonly string[];
}

/** A number that is given, or is not. */
interface Cell {
  readonly value: number;
  isHidden: boolean;
}

/** A number and those that it is made of. */
interface Sum {
  readonly whole: Cell;
  readonly parts: readonly Cell[];
}

type CellsOf<K extends string> = Readonly<Record<K, Cell>>;
type Line = CellsOf<Measure>;

const isSmall = (value: number): boolean => value > 0 && value < FEWEST_PEOPLE;
const cell = (value: number): Cell => ({ value, isHidden: isSmall(value) });
const lineOf = (counts: Counts): Line => ({ registered: cell(counts.registered), confirmed: cell(counts.confirmed), present: cell(counts.present), people: cell(counts.people) });

/** The numbers without those that are small, nor those from which these could be worked out. */
export function withoutSmallCells(figures: TrainingFigures): GivenFigures {
  const total = lineOf(figures.total);
  const [sectors, professions, countries] = [figures.bySector.map(lineOf), figures.byProfession.map(lineOf), figures.byCountry.map(lineOf)];
  const coverage = figures.coverage.map(({ people }) => ({ people: cell(people) }));
  const sums: Sum[] = [sectors, professions, countries].flatMap((lines) => MEASURES.map((measure) => ({ whole: total[measure], parts: lines.map((line) => line[measure]) })));
  // Somebody of one theme is counted in its country by the same number.
  for (const [n, { country }] of figures.byCountry.entries()) sums.push({ whole: countries[n]!.people, parts: coverage.filter((_, at) => figures.coverage[at]!.country === country).map(({ people }) => people) });
  protect(sums, [total, ...sectors, ...professions, ...countries]);
  return {
    sessions: figures.sessions, total: given(figures.total, total),
    bySector: figures.bySector.map((line, n) => given(line, sectors[n]!)), byProfession: figures.byProfession.map((line, n) => given(line, professions[n]!)),
    byCountry: figures.byCountry.map((line, n) => given(line, countries[n]!)), coverage: figures.coverage.map((line, n) => given(line, coverage[n]!)), countries: figures.countries, themes: figures.themes,
  };
}

function given<K extends Measure, T extends Readonly<Record<K, number>>>(line: T, cells: CellsOf<K>): Given<T> {
  const numbers = Object.entries<Cell>(cells).map(([measure, { value, isHidden }]) => [measure, isHidden ? null : value]);
  return { ...line, ...Object.fromEntries(numbers) } as Given<T>;
}

/** Hides more until nothing small can be worked out. Each step hides a number at least, so there is an end. */
function protect(sums: readonly Sum[], lines: readonly Line[]): void {
  let found: Cell | undefined;
  do {
    for (const line of lines) hideBetween(line);
    found = sums.map(nextOf).find((one) => one !== undefined);
    if (found) found.isHidden = true;
  } while (found);
}

/**
 * Who lost their place, and who was absent, is the difference of two numbers of a line: where few are, the later number is not given. One
 * that is not given is not told by what it cannot be less than.
 */
function hideBetween(line: Line): void {
  for (const [n, inner] of MEASURES.entries()) {
    for (const outer of MEASURES.slice(0, n)) {
      const [less, more] = [line[inner], line[outer]];
      const difference = more.value - less.value;
      // Different people are counted by another unit than the presences that they are among.
      if (more.isHidden ? difference < FEWEST_PEOPLE && less.value > 0 : inner !== 'people' && isSmall(difference)) less.isHidden = true;
    }
  }
}

/** What is to be hidden next, so that the difference of a sum and its given parts is that of two numbers at least, and not small. */
function nextOf({ whole, parts }: Sum): Cell | undefined {
  const shown = parts.filter((part) => !part.isHidden && part.value > 0).sort((one, other) => one.value - other.value);
  const hidden = parts.filter((part) => part.isHidden);
  if (whole.isHidden) return hidden.length === 0 ? shown[0] : undefined;
  if (hidden.length === 0) return undefined;
  const rest = whole.value - shown.reduce((sum, { value }) => sum + value, 0);
  if (hidden.length > 1 && rest >= FEWEST_PEOPLE) return undefined;
  return shown[0] ?? (hidden.length > 1 ? undefined : whole);
}
