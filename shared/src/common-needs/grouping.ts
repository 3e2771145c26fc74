/** What may be put together, and how close it is. */
export interface Given {
  readonly size: number;
  /** Closeness of two of them by number, 0 to 1; the same both ways. */
  readonly close: (a: number, b: number) => number;
  readonly isApart: (a: number, b: number) => boolean;
  /** Groups to begin with; those that are in none begin alone. */
  readonly together: readonly (readonly number[])[];
  readonly least: number;
}

/** Never put together. */
const APART = -Infinity;

/**
 * Puts the two closest groups together, again and again, as long as they are close enough on average: UPGMA (Sokal and
 * Michener, 1958; Sneath and Sokal, 1973) with a row’s best kept, so that each step takes time in proportion to their number
 * (Anderberg, 1973). Two with members that are to stay apart are never put together. Of equally close ones the first.
 * Groups of one are among the answer; numbers in each in order.
 */
export function group({ size, close, isApart, together, least }: Given): number[][] {
  const begun = [...together.map((one) => [...one]), ...[...Array(size).keys()].filter((i) => !together.some((one) => one.includes(i))).map((i) => [i])]
    .sort((a, b) => Math.min(...a) - Math.min(...b));
  const groups: (number[] | null)[] = begun;
  const count = groups.length;
  const table = begun.map(() => new Float64Array(count).fill(APART));
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) {
      table[i]![j] = between(begun[i]!, begun[j]!, close, isApart);
      table[j]![i] = table[i]![j]!;
    }
  }
  const best = Int32Array.from({ length: count }, (_, i) => bestOf(table, groups, i));
  for (;;) {
    const into = closest(table, groups, best);
    const from = into < 0 ? -1 : best[into]!;
    if (from < 0 || table[into]![from]! < least) break;
    join(table, groups, into, from);
    renew(table, groups, best, into, from);
  }
  return groups.filter((one) => one !== null).map((one) => one.sort((a, b) => a - b));
}

/** The average closeness of the members of two groups. */
function between(a: readonly number[], b: readonly number[], close: Given['close'], isApart: Given['isApart']): number {
  let sum = 0;
  for (const i of a) {
    for (const j of b) {
      if (isApart(i, j)) return APART;
      sum += close(i, j);
    }
  }
  return sum / (a.length * b.length);
}

type Table = readonly Float64Array[];
type Groups = (number[] | null)[];

/** The number of the group that is closest to one; -1 where none may be. */
function bestOf(table: Table, groups: Groups, i: number): number {
  let best = -1;
  const row = table[i]!;
  for (let j = 0; j < groups.length; j += 1) if (groups[j] && row[j]! > (best < 0 ? APART : row[best]!)) best = j;
  return best;
}

/** The group whose closest is the closest of all; -1 where there is none. */
function closest(table: Table, groups: Groups, best: Int32Array): number {
  let found = -1;
  let most = APART;
  for (let i = 0; i < groups.length; i += 1) {
    if (!groups[i] || best[i]! < 0 || table[i]![best[i]!]! <= most) continue;
    found = i;
    most = table[i]![best[i]!]!;
  }
  return found;
}

function join(table: Table, groups: Groups, into: number, from: number): void {
  const [a, b] = [groups[into]!, groups[from]!];
  for (let k = 0; k < groups.length; k += 1) {
    if (!groups[k] || k === into || k === from) continue;
    const average = (table[into]![k]! * a.length + table[from]![k]! * b.length) / (a.length + b.length);
    table[into]![k] = average;
    table[k]![into] = average;
  }
  groups[into] = [...a, ...b];
  groups[from] = null;
}

function renew(table: Table, groups: Groups, best: Int32Array, into: number, from: number): void {
  for (let k = 0; k < groups.length; k += 1) {
    if (!groups[k]) continue;
    const known = best[k]!;
    if (k === into || known === into || known === from) best[k] = bestOf(table, groups, k);
    else if (isBetter(table[k]!, into, known)) best[k] = into;
  }
}

/** Whether a group is closer than the closest that is known, or as close and before it. */
function isBetter(row: Float64Array, other: number, known: number): boolean {
  if (row[other] === APART) return false;
  return known < 0 || row[other]! > row[known]! || (row[other] === row[known] && other < known);
}
