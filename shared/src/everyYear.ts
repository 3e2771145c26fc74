/** All years from the first to the last of some, in order; none of none. */
export function everyYear(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
