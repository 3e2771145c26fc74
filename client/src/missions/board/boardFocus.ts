/** Moving by keys over what is drawn: along a row, and to what is nearest in the one above or below. */
interface Bar {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a key moves over bars. */
export const isMove = (key: string): boolean => ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);

const middle = ({ start, end }: Bar): number => (start + end) / 2;

/** The bar that a key leads to from another; the same at an end, or where the bar is not drawn any more the first of all. `rows` have their bars in the order of time. */
export function barAfter(rows: readonly (readonly Bar[])[], from: string, key: string): string | undefined {
  const filled = rows.filter((row) => row.length > 0);
  const at = filled.findIndex((row) => row.some((bar) => bar.key === from));
  const row = filled[at];
  if (!row) return filled[0]?.[0]?.key;
  const n = row.findIndex((bar) => bar.key === from);
  const along: Readonly<Record<string, number>> = { ArrowLeft: Math.max(0, n - 1), ArrowRight: Math.min(row.length - 1, n + 1), Home: 0, End: row.length - 1 };
  if (key in along) return row[along[key]!]!.key;
  const next = filled[key === 'ArrowDown' ? at + 1 : at - 1];
  if (!next) return from;
  const here = middle(row[n]!);
  return [...next].sort((a, b) => Math.abs(middle(a) - here) - Math.abs(middle(b) - here))[0]!.key;
}
