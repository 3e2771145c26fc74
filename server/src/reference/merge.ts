/** The three-way merge of a row: what the files say now, what they said at the last import, what stands in the table. */
import type { Row } from './tables.ts';

/**
 * What to do with a row that the files ask for. `kept` says where a person's will stays although the files say something
 * else: the columns, or `deleted`.
 */
export interface Decision {
  readonly kind: 'INSERT' | 'UPDATE' | 'LEAVE';
  /** The row as it is to be. */
  readonly row: Row;
  readonly kept: readonly string[];
  /** What to compare with the next time. */
  readonly record: Row;
}

/** The columns that say where a row comes from and whether it was verified. */
const PROVENANCE: ReadonlySet<string> = new Set(['source', 'source_url', 'is_verified', 'checked_on', 'note']);

/**
 * Decides on a row. A column follows the files as long as it says what they said at the last import: from then on it is
 * a person's. Nothing vouches for what it was not written about: beside a person's value the provenance stays too, and
 * where a person wrote the provenance the whole row stays. A row that stood in the table before the files had it is a
 * person's wherever it differs from them, and one that was imported and is no more was deleted by a person. `about` is the column that says what the row is about, where one place may come to hold another thing. `recorded`
 * and `current` are undefined where there is none.
 */
export function merge(asked: Row, recorded: Row | undefined, current: Row | undefined, about?: string): Decision {
  if (!current) {
    return recorded ? { kind: 'LEAVE', row: asked, kept: ['deleted'], record: asked } : { kind: 'INSERT', row: asked, kept: [], record: asked };
  }
  // What somebody vouched for is what stood there: of another thing the files speak alone.
  if (about && recorded && asked[about] !== recorded[about] && current[about] === recorded[about]) return { kind: 'UPDATE', row: asked, kept: [], record: asked };
  const before = recorded ?? asked;
  const theirs = new Set(Object.keys(asked).filter((column) => current[column] !== (before[column] ?? null)));
  const isVouchedFor = [...theirs].some((column) => PROVENANCE.has(column));
  const stays = (column: string): boolean => theirs.has(column) || isVouchedFor || (theirs.size > 0 && PROVENANCE.has(column));
  const choose = (of: (column: string) => Row[string] | undefined): Row =>
    Object.fromEntries(Object.keys(asked).map((column) => [column, of(column) ?? null]));
  const row = choose((column) => (stays(column) ? current : asked)[column]);
  return {
    kind: differing(row, current).length > 0 ? 'UPDATE' : 'LEAVE',
    row,
    kept: differing(asked, row),
    // What stays only beside a person's column follows the files again when that column does.
    record: choose((column) => (stays(column) && !theirs.has(column) ? before : asked)[column]),
  };
}

/** Whether a person has changed a row since the files said `recorded`. */
export const isChanged = (recorded: Row, current: Row): boolean => differing(recorded, current).length > 0;

/** The columns of `row` that say something else in `other`. */
const differing = (row: Row, other: Row): string[] => Object.keys(row).filter((column) => row[column] !== other[column]);
