import { type LegendItem, type MapCountry, stepOf, stepRanges } from '../map/index.ts';
import type { CandidateCountry } from './useSearch.ts';

/** How a number is written, and how it is said of a country. */
interface Words {
  readonly number: (count: number) => string;
  readonly spoken: (count: number, written: string) => string;
}

/** Countries with how many know them, as a map shows them; what its colours mean; and how many countries anybody knows. */
export function mapOf(counted: readonly CandidateCountry[], { number, spoken }: Words): { readonly countries: readonly MapCountry[]; readonly legend: readonly LegendItem[]; readonly known: number } {
  const ranges = stepRanges(counted.flatMap(({ count }) => (count > 0 ? [count] : [])));
  const countries = counted.map(({ country: { code, name, nameNote }, count }) => {
    const value = number(count);
    return { code, name, nameNote, value, short: value, spoken: spoken(count, value), step: stepOf(ranges, count) };
  });
  const known = counted.filter(({ count }) => count > 0).length;
  return {
    countries, known,
    legend: [...ranges.map(({ step, from, to }) => ({ step, label: from === to ? number(from) : `${number(from)}–${number(to)}` })), ...(known < counted.length ? [{ step: 0 as const, label: number(0) }] : [])],
  };
}
