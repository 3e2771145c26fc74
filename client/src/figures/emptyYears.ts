import { everyYear } from '@passerelle/shared/everyYear.ts';

import type { Figures } from './useFigures.ts';

type Year = Figures['coverage'][number]['years'][number];

/** The years of each country and theme, by both codes with a blank between: those in which there was nothing too, from the first to the last of all that are given, so that no gap is hidden between two years. */
export function withEmptyYears(coverage: readonly Pick<Figures['coverage'][number], 'country' | 'theme' | 'years'>[]): Map<string, readonly Year[]> {
  const all = everyYear(coverage.flatMap(({ years }) => years.map(({ year }) => year)));
  return new Map(coverage.map(({ country, theme, years }) => [`${country} ${theme}`, all.map((year) => years.find((one) => one.year === year) ?? { year, sessions: 0 })]));
}
