/** What an import has done. */
import type { TableName } from './tables.ts';

/** Rows of a table, by what became of them. A row can be both updated and kept, in different columns. */
export interface TableReport {
  inserted: number;
  updated: number;
  /** Where a person's change, or deletion, stays although the files say something else. */
  kept: number;
  deleted: number;
  unchanged: number;
}

export interface ImportReport {
  /** True when the files were imported before: nothing was looked at. */
  readonly isUpToDate: boolean;
  /** By table, those that the files fill. */
  readonly tables: Readonly<Partial<Record<TableName, TableReport>>>;
  /** Each row of `kept`, in a line for the log: its table, its key, the columns. */
  readonly kept: readonly string[];
}

/** The counts of all tables together. */
export function totalOf({ tables }: ImportReport): TableReport {
  const total = emptyReport();
  for (const report of Object.values(tables)) {
    for (const count of Object.keys(total) as (keyof TableReport)[]) total[count] += report[count];
  }
  return total;
}

/** Counts that are all 0. */
export const emptyReport = (): TableReport => ({ inserted: 0, updated: 0, kept: 0, deleted: 0, unchanged: 0 });
