/** A list that is taken out of the site, as it stands before it is a file. */
import type { NameContext } from '../countries/index.ts';

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
  /** The families of texts that its lines are about, by the code of the country that they name: which note goes with the name. Missing where they are about none. */
  readonly contexts?: ReadonlyMap<string, readonly (NameContext | null)[]>;
  /** What stands below the table, a line each: notes on names with a star. */
  readonly notes?: readonly string[];
  /** The same lines by codes, for programs; missing where there is no such file of it. */
  readonly records?: readonly object[];
}

/** All lines of the file, each with as many cells as there are heads: the table stands under what it is about, and above the notes on names, an empty line between them. */
export function linesOf({ about = [], heads, rows, notes = [] }: Sheet): readonly (readonly Cell[])[] {
  const filled = (lines: readonly (readonly Cell[])[]) => lines.map((line) => heads.map((_, column) => line[column] ?? null));
  return [...(about.length > 0 ? filled([...about, []]) : []), heads, ...rows, ...(notes.length > 0 ? filled([[], ...notes.map((note) => [note])]) : [])];
}
