import type { CountryEntry, Provision } from './useProvisions.ts';

/** In the order in which they are chosen and shown. */
export const KINDS = ['PROVISION', 'RESERVATION', 'DECLARATION'] as const satisfies readonly Provision['kind'][];

/** What was entered of a country, by its kind. */
export interface CountryRow {
  readonly country: CountryEntry['country'];
  readonly entered: Readonly<Record<Provision['kind'], readonly CountryEntry[]>>;
}

/** A row for each country of which something was entered, in the order in which they come. */
export function byCountry(provisions: readonly CountryEntry[]): CountryRow[] {
  return [...Map.groupBy(provisions, ({ country }) => country.code).values()]
    .map((entries) => ({ country: entries[0]!.country, entered: { PROVISION: entries.filter(({ kind }) => kind === 'PROVISION'), RESERVATION: entries.filter(({ kind }) => kind === 'RESERVATION'), DECLARATION: entries.filter(({ kind }) => kind === 'DECLARATION') } }));
}
