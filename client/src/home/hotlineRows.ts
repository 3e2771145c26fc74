import { type Verified, verifiedHotlines } from '../safety/index.ts';
import type { HomeCountry } from './useHome.ts';

/** A country with the hotlines that may be called. */
export interface HotlineRow {
  readonly country: HomeCountry;
  readonly verified: readonly Verified<HomeCountry['hotlines'][number]>[];
}

/** The countries in the order given, each with its verified hotlines only. */
export function hotlineRows(countries: readonly HomeCountry[]): HotlineRow[] {
  return countries.map((country) => ({ country, verified: verifiedHotlines(country.hotlines) }));
}

/** The one day or month in which all these hotlines were checked; undefined when they were not all checked together. */
export function commonCheck(rows: readonly HotlineRow[]): string | undefined {
  const days = new Set(rows.flatMap(({ verified }) => verified.map(({ provenance }) => provenance.checkedOn)));
  const [day] = days;
  return days.size === 1 ? day ?? undefined : undefined;
}
