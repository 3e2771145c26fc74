import type { DataRegister } from './useRegister.ts';

type Table = DataRegister['tables'][number];
type Column = Table['columns'][number];
type Reason = DataRegister['tablesWithoutPersons'][number]['reason'];

/** Whose data it is, in the order of the page. */
export const PERSONS = ['EXPERT', 'CONTACT', 'MEMBER', 'INVITED', 'PARTICIPANT', 'PICTURED', 'VISITOR'] as const satisfies readonly Column['persons'][number][];

/** What is said of a person, in the order of the page. */
export const CATEGORIES = [
  'IDENTITY', 'IMAGE', 'CONTACT_DETAILS', 'WORK', 'SKILLS', 'PROFILE', 'ACTIVITY', 'VOUCHING', 'CHOICES', 'ACCOUNT', 'CREDENTIALS', 'CONNECTION', 'MESSAGES', 'ANSWERS', 'NEEDS', 'ACTIONS', 'IDENTIFIER',
] as const satisfies readonly Column['category'][];

/** Columns of which the same is said. */
export interface Line extends Omit<Column, 'name' | 'persons'> {
  /** Their names, that of the table first (`expert.name`). */
  readonly columns: readonly string[];
}

/** What is kept about one kind of person. */
export interface Group {
  readonly person: Column['persons'][number];
  readonly lines: readonly Line[];
}

/** The register by kind of person; kinds that nothing is kept about are left out. */
export function groupsOf(tables: readonly Table[]): Group[] {
  return PERSONS.map((person) => ({ person, lines: linesOf(tables, person) })).filter(({ lines }) => lines.length > 0);
}

function linesOf(tables: readonly Table[], person: Group['person']): Line[] {
  const lines = new Map<string, Line & { columns: string[] }>();
  for (const table of tables) {
    for (const { name, persons, ...said } of table.columns) {
      if (!persons.includes(person)) continue;
      const key = JSON.stringify(said);
      const line = lines.get(key) ?? { ...said, columns: [] };
      line.columns.push(`${table.name}.${name}`);
      lines.set(key, line);
    }
  }
  return [...lines.values()].sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category));
}

/** Columns (`expert.name`) by their tables, in the order of first mention. */
export function byTable(columns: readonly string[]): { table: string; columns: string[] }[] {
  return [...Map.groupBy(columns, (column) => column.slice(0, column.lastIndexOf('.')))].map(([table, names]) => ({ table, columns: names }));
}

/** How many columns are about persons. */
export function countColumns(tables: readonly Table[]): number {
  return tables.reduce((sum, { columns }) => sum + columns.length, 0);
}

/** The other tables, by the reason why they hold nothing about persons, in the order of first mention. */
export function othersOf(tables: DataRegister['tablesWithoutPersons']): { reason: Reason; names: string[] }[] {
  return [...new Set(tables.map(({ reason }) => reason))].map((reason) => ({ reason, names: tables.filter((table) => table.reason === reason).map(({ name }) => name) }));
}

const UNITS = { PY: 'years', PM: 'months', PD: 'days', PTH: 'hours', PTM: 'minutes' } as const;

/** A time in words: how many of which unit; undefined when it is no time at all, and the event itself is the end. */
export function termOf(period: string): { readonly count: number; readonly unit: (typeof UNITS)[keyof typeof UNITS] } | undefined {
  const [, sign, count, unit] = /^(PT?)(\d+)([YMDH])$/.exec(period) ?? [];
  const known = UNITS[`${sign ?? ''}${unit ?? ''}` as keyof typeof UNITS];
  if (!known) throw new Error(`Not a time of the register: ${period}`);
  return Number(count) === 0 ? undefined : { count: Number(count), unit: known };
}
