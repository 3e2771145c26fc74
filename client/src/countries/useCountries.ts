import { beginningOfDay } from '@passerelle/shared/instants.ts';
import type { FragmentOf, ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import {
  CountryListQuery, CountryQuery, type InstrumentFields, type OrganisationFields, type RecommendationFields,
} from './countries.documents.ts';

/** A country as the list shows it. */
export type ListedCountry = ResultOf<typeof CountryListQuery>['countries'][number];

/** All that is known of a country. */
export type Country = NonNullable<ResultOf<typeof CountryQuery>['country']>;

/** What a legal instrument is to a country. */
export type CountryInstrument = FragmentOf<typeof InstrumentFields>;

/** An organisation of a country. */
export type Organisation = FragmentOf<typeof OrganisationFields>;

/** A recommendation to a country. */
export type Recommendation = FragmentOf<typeof RecommendationFields>;

/** The start of today, not this very second: the request stays the same all day, caches can answer it, and the document asks it ahead. */
const startOfToday = (): string => new Date(beginningOfDay(Date.now())).toISOString();

/** The countries, by name, with how many training sessions they have from today on. */
export function useCountries(): Answer<ResultOf<typeof CountryListQuery>> {
  const today = startOfToday();
  return useAnswer(CountryListQuery, () => ({ today }));
}

/** A country by its code, with its next training sessions and the last ones. */
export function useCountry(code: () => string): Answer<ResultOf<typeof CountryQuery>> {
  const today = startOfToday();
  return useAnswer(CountryQuery, () => ({ code: code(), today }));
}
