/** Days of a week in a row: from the first to the last of those that follow each other, three at least; the others one by one. Pure. */
export function dayRuns(days: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.flatMap(([first, last]): [number, number][] => (last - first >= 2 ? [[first, last]] : Array.from({ length: last - first + 1 }, (_, n) => [first + n, first + n])));
}
