import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { ConventionQuery, PlacesQuery } from './map.documents.ts';

/** What the API knows of the convention and the countries. */
export type Convention = ResultOf<typeof ConventionQuery>;

type Bond = NonNullable<Convention['instrument']>['countries'][number];

/** A country and what the convention is to it; nothing of that when it is unknown. */
export type ConventionCountry = Convention['countries'][number] & Partial<Pick<Bond, 'status' | 'inForceOn' | 'provenance'>>;

/** Since when the convention binds each country, asked in the reader’s language. */
export function useConvention(): Answer<Convention> {
  return useAnswer(ConventionQuery, () => ({}));
}

/** Where the countries and their capitals are, asked in the reader’s language. */
export function usePlaces(): Answer<ResultOf<typeof PlacesQuery>> {
  return useAnswer(PlacesQuery, () => ({}));
}

/** The countries in the order of the API, each with what the convention is to it. */
export function conventionCountries({ countries, instrument }: Convention): ConventionCountry[] {
  const bonds = new Map(instrument?.countries.map(({ country, ...bond }) => [country.code, bond]));
  return countries.map((country) => ({ ...country, ...bonds.get(country.code) }));
}

/** The year (2008) that the convention came into force for a country; undefined when it did not, or nobody knows. */
export function conventionYear({ inForceOn }: Pick<ConventionCountry, 'inForceOn'>): number | undefined {
  return inForceOn ? Number(inForceOn.slice(0, 4)) : undefined;
}

/** What can be said of all countries on a day (`2026-11-24`): where the convention is in force, and how sure that is. */
export function conventionFinding(countries: readonly ConventionCountry[], today: string): {
  readonly inForce: number;
  readonly verified: number;
  /** The last day or month of a check; undefined when there was none. */
  readonly checkedOn: string | undefined;
  readonly unverified: ConventionCountry[];
} {
  const known = countries.filter(({ provenance }) => provenance);
  return {
    inForce: countries.filter(({ status, inForceOn }) => status === 'PARTY' && inForceOn && inForceOn <= today).length,
    verified: known.filter(({ provenance }) => provenance?.isVerified).length,
    checkedOn: known.flatMap(({ provenance }) => provenance?.checkedOn ?? []).sort().at(-1),
    unverified: known.filter(({ provenance }) => !provenance?.isVerified),
  };
}
