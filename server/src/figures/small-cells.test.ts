/** Figures for those who do not see the people: whoever adds up and subtracts what is given learns no small number. */
import { FEWEST_PEOPLE } from '@passerelle/shared/smallCells.ts';
import { describe, expect, test } from 'vitest';
import type { TrainingFigures } from './figures.type.ts';
import { type GivenFigures, withoutSmallCells } from './small-cells.ts';

const MEASURES = ['registered', 'confirmed', 'present', 'people'] as const;
type Counts = Record<(typeof MEASURES)[number], number>;
const SECTORS = ['AUTHORITY', 'CIVIL_SOCIETY', 'OTHER'] as const;

interface Registered {
  readonly person: number;
  readonly sector: number;
  readonly profession: number;
  readonly country: number;
  readonly theme: number;
  /** 0 for registered, 1 with a place, 2 present. */
  readonly came: number;
}

/** Numbers of chance that are the same each time (a linear congruence), from 0 to below `most`. */
function chance(seed: number): (most: number) => number {
  let state = seed * 7_919 + 1;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

/** Registrations of invented people, each of one sector, profession and country. */
function invented(seed: number): Registered[] {
  const draw = chance(seed);
  const [themes, countries, absent] = [1 + draw(2), 1 + draw(3), 2 + draw(12)];
  return Array.from({ length: 1 + draw(90) }, (_, person) => ({ person, sector: Math.min(draw(3), draw(3)), profession: Math.min(draw(4), draw(4)), country: draw(countries) }))
    .flatMap((who) => Array.from({ length: 1 + draw(2) }, () => ({ ...who, theme: draw(themes), came: draw(absent) === 0 ? draw(2) : 2 })));
}

function counted(rows: readonly Registered[]): Counts {
  const present = rows.filter(({ came }) => came === 2);
  return { registered: rows.length, confirmed: rows.filter(({ came }) => came > 0).length, present: present.length, people: new Set(present.map(({ person }) => person)).size };
}

const keysOf = (rows: readonly Registered[], of: (row: Registered) => number): number[] => [...new Set(rows.map(of))].sort((one, other) => one - other);

function figuresOf(rows: readonly Registered[]): TrainingFigures {
  const by = <T>(of: (row: Registered) => number, named: (key: number) => T): (T & Counts)[] => keysOf(rows, of).map((key) => ({ ...named(key), ...counted(rows.filter((row) => of(row) === key)) }));
  const cells = keysOf(rows, ({ country, theme }) => country * 10 + theme).map((key) => {
    const { people, present } = counted(rows.filter(({ country, theme }) => country * 10 + theme === key));
    return { country: `C${Math.floor(key / 10)}`, theme: `T${key % 10}`, sessions: present, people, years: [] };
  });
  return {
    sessions: 1, total: counted(rows), bySector: by(({ sector }) => sector, (key) => ({ sector: SECTORS[key]! })), byProfession: by(({ profession }) => profession, (key) => ({ profession: `P${key}` })),
    byCountry: by(({ country }) => country, (key) => ({ country: `C${key}` })), coverage: cells.filter(({ people }) => people > 0), countries: [], themes: [],
  };
}

/** The numbers without those that are small, and no others: what somebody would do first. */
function withoutSmallAlone(figures: TrainingFigures): GivenFigures {
  return JSON.parse(JSON.stringify(figures), (name, value: unknown) => (MEASURES.some((one) => one === name) && typeof value === 'number' && value > 0 && value < FEWEST_PEOPLE ? null : value)) as GivenFigures;
}

type Range = [least: number, most: number];

/** Between what each number must be, for who knows how they are counted: what is not given is one at least. */
function worksOut({ total, bySector, byProfession, byCountry, coverage }: GivenFigures): Map<string, Range> {
  const ranges = new Map<string, Range>();
  const put = (name: string, value: number | null): void => void ranges.set(name, value === null ? [1, 1_000] : [value, value]);
  const lists = { sector: bySector, profession: byProfession, country: byCountry };
  for (const measure of MEASURES) {
    put(`total ${measure}`, total[measure]);
    for (const [list, lines] of Object.entries(lists)) lines.forEach((line, n) => put(`${list} ${n} ${measure}`, line[measure]));
  }
  coverage.forEach(({ people }, n) => put(`coverage ${n} people`, people));
  const sums: [whole: string, parts: string[]][] = Object.entries(lists).flatMap(([list, lines]) => MEASURES.map((measure): [string, string[]] => [`total ${measure}`, lines.map((_, n) => `${list} ${n} ${measure}`)]));
  for (const [n, { country }] of byCountry.entries()) {
    const parts = coverage.flatMap((line, at) => (line.country === country ? [`coverage ${at} people`] : []));
    if (parts.length === 1) sums.push([`country ${n} people`, parts]);
  }
  const lines = ['total', ...Object.entries(lists).flatMap(([list, of]) => of.map((_, n) => `${list} ${n}`))];
  for (let hasChanged = true; hasChanged;) {
    const before = JSON.stringify([...ranges]);
    for (const [whole, parts] of sums) narrow(ranges, whole, parts);
    for (const line of lines) MEASURES.slice(1).forEach((measure, n) => nest(ranges, `${line} ${MEASURES[n]!}`, `${line} ${measure}`));
    hasChanged = JSON.stringify([...ranges]) !== before;
  }
  return ranges;
}

function narrow(ranges: Map<string, Range>, whole: string, parts: readonly string[]): void {
  const sum = (end: 0 | 1, but?: string): number => parts.filter((part) => part !== but).reduce((all, part) => all + ranges.get(part)![end], 0);
  const of = ranges.get(whole)!;
  ranges.set(whole, [Math.max(of[0], sum(0)), Math.min(of[1], sum(1))]);
  for (const part of parts) {
    const [least, most] = ranges.get(part)!;
    ranges.set(part, [Math.max(least, ranges.get(whole)![0] - sum(1, part)), Math.min(most, ranges.get(whole)![1] - sum(0, part))]);
  }
}

function nest(ranges: Map<string, Range>, outer: string, inner: string): void {
  const [more, less] = [ranges.get(outer)!, ranges.get(inner)!];
  ranges.set(outer, [Math.max(more[0], less[0]), more[1]]);
  ranges.set(inner, [less[0], Math.min(less[1], more[1])]);
}

const isSmall = (value: number): boolean => value > 0 && value < FEWEST_PEOPLE;

/** Which small numbers somebody learns: given, worked out, or as the difference of two of a line. */
function learnt(given: GivenFigures): string[] {
  const ranges = worksOut(given);
  const known = (name: string): number | undefined => (ranges.get(name)![0] === ranges.get(name)![1] ? ranges.get(name)![0] : undefined);
  const small = [...ranges.keys()].filter((name) => isSmall(known(name) ?? 0));
  const differences = [...ranges.keys()].filter((name) => name.endsWith(' registered')).flatMap((name) => {
    const numbers = MEASURES.slice(0, 3).map((measure) => known(name.replace('registered', measure))).filter((one) => one !== undefined);
    return numbers.slice(1).some((number, n) => isSmall(numbers[n]! - number)) ? [`${name}, less`] : [];
  });
  return [...small, ...differences];
}

const ALL = Array.from({ length: 400 }, (_, seed) => figuresOf(invented(seed)));

describe('figures without small numbers', () => {
  test('tell none of them, however they are added up and subtracted', () => {
    expect(ALL.flatMap((figures, n) => learnt(withoutSmallCells(figures)).map((what) => `${n}: ${what}`))).toEqual([]);
    // The control: where the small ones alone are left out, many are worked out.
    expect(ALL.filter((figures) => learnt(withoutSmallAlone(figures)).length > 0).length).toBeGreaterThan(200);
  });

  test('give each other number as it is, and nothing as another one', () => {
    for (const figures of ALL) {
      const given = withoutSmallCells(figures);
      expect(given.bySector.map(({ sector }) => sector)).toEqual(figures.bySector.map(({ sector }) => sector));
      for (const measure of MEASURES) expect([null, figures.total[measure]]).toContain(given.total[measure]);
    }
    // The control: they give something.
    expect(ALL.filter((figures) => withoutSmallCells(figures).total.registered !== null).length).toBeGreaterThan(200);
  });

  const line = (registered: number, confirmed = registered, present = confirmed, people = present): Counts => ({ registered, confirmed, present, people });

  test('hide the next one beside a small one, so that the total does not tell it', () => {
    const figures: TrainingFigures = {
      sessions: 3, total: line(60), bySector: [{ sector: 'AUTHORITY', ...line(40) }, { sector: 'CIVIL_SOCIETY', ...line(17) }, { sector: 'OTHER', ...line(3) }], byProfession: [{ profession: null, ...line(60) }], byCountry: [{ country: 'AL', ...line(60) }],
      coverage: [{ country: 'AL', theme: 'T', sessions: 3, people: 60, years: [] }], countries: [], themes: [],
    };
    const given = withoutSmallCells(figures);
    expect(given.bySector.map(({ people }) => people)).toEqual([40, null, null]);
    expect([given.total, given.coverage[0]!.people, given.byCountry[0]!.registered]).toEqual([line(60), 60, 60]);
  });

  test('keep what nobody is in, and leave out how many were absent where they were few', () => {
    const figures: TrainingFigures = { sessions: 1, total: line(40, 38, 20), bySector: [{ sector: 'AUTHORITY', ...line(40, 38, 20) }], byProfession: [{ profession: null, ...line(40, 38, 20) }], byCountry: [{ country: 'AL', ...line(40, 38, 20) }, { country: 'BA', ...line(0) }], coverage: [], countries: [], themes: [] };
    const given = withoutSmallCells(figures);
    expect([given.total, given.byCountry[1]]).toEqual([{ registered: 40, confirmed: null, present: 20, people: 20 }, { country: 'BA', ...line(0) }]);
  });
});
