import type { SavedFile } from '../core/files/index.ts';
import type { OwnTable } from './useMyData.ts';

/** A value of a row, with what it is. */
export interface Told {
  readonly column: string;
  readonly category: OwnTable['columns'][number]['category'];
  /** As it is kept; undefined for a means of signing in, which is not shown. */
  readonly value: string | undefined;
}

/** The table of accounts. */
const ACCOUNT = 'person';

/** Longer lists are told in the file. */
export const SHOWN = 25;

/** The tables in which something is about the person: their account, then those of few rows before those of many, which are traces of what they did. */
export function tablesToShow(tables: readonly OwnTable[]): OwnTable[] {
  return tables.filter(({ rows }) => rows.length > 0).sort((a, b) => Number(b.name === ACCOUNT) - Number(a.name === ACCOUNT) || a.rows.length - b.rows.length || (a.name < b.name ? -1 : 1));
}

/** What the rows of a table are kept for, each purpose once; what nobody has said is left out. */
export function purposesOf({ columns }: Pick<OwnTable, 'columns'>): NonNullable<OwnTable['columns'][number]['purpose']>[] {
  return [...new Set(columns.flatMap(({ purpose }) => purpose ?? []))];
}

/** What a row says, without what is empty. */
export function toldBy(table: OwnTable, row: OwnTable['rows'][number]): Told[] {
  return table.columns.flatMap(({ name, category }, i): Told[] => {
    const value = row.values[i];
    if (value === null || value === undefined) return [];
    return [{ column: name, category, value: category === 'CREDENTIALS' ? undefined : value }];
  });
}

/** The tables of files that were given with answers, and of photos. */
const [FILES, PHOTOS] = ['answer_file', 'expert_photo'];

/** The file that a row stands for, where it does: its address, and the name that it is saved under. */
export function fileOf(table: OwnTable, row: OwnTable['rows'][number]): SavedFile | undefined {
  const [key, name, kind, declined] = ['uuid', 'name', 'kind', 'declined_at'].map((column) => row.values[table.columns.findIndex((one) => one.name === column)]);
  // Of a photo that was declined there is no picture.
  if (table.name === PHOTOS && key && !declined) return { address: `/portraits/ExpertPhoto_${key}`, name: 'photo.webp' };
  if (table.name !== FILES) return undefined;
  return key && name && kind ? { address: `/answers/AnswerFile_${key}`, name: `${name}.${kind.toLowerCase()}` } : undefined;
}

/** Whether a value is an instant (`2026-11-25T10:00:00+00:00`). */
export function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value);
}

/** Whether a value is a day (`2026-11-25`). */
export function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value);
}
