/** Instants in their order. */

/** Each once, the first first. */
export const sorted = (list: Iterable<number>): number[] => [...new Set(list)].sort((a, b) => a - b);

/** Where the instants of a sorted list begin that are no earlier. */
export function indexFrom(list: readonly number[], from: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < from) low = middle + 1; else high = middle;
  }
  return low;
}
