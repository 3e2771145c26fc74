/** A list that is taken out of the site, as it stands before it is a file. */

/** A cell: a text, a number, a day (`2026-11-20`), or nothing. */
export type Cell = string | number | null;

export interface Sheet {
  /** The key of the mission that it is about, as the trail says it. */
  readonly mission?: string;
  /** What the tab of a workbook is called. */
  readonly title: string;
  /** What stands before the table: what it is, of what, how it is counted. No line has more cells than there are heads. */
  readonly about?: readonly (readonly Cell[])[];
  readonly heads: readonly string[];
  /** As many cells in each as there are heads. */
  readonly rows: readonly (readonly Cell[])[];
  /** The same lines by codes, for programs; missing where there is no such file of it. */
  readonly records?: readonly object[];
}

/** All lines of the file, each with as many cells as there are heads: the table stands under what it is about, after an empty line. */
export function linesOf({ about = [], heads, rows }: Sheet): readonly (readonly Cell[])[] {
  const before = about.length > 0 ? [...about, []].map((line) => heads.map((_, column) => line[column] ?? null)) : [];
  return [...before, heads, ...rows];
}
