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

/** The countries, by name. */
export function useCountries(): Answer<ResultOf<typeof CountryListQuery>> {
  return useAnswer(CountryListQuery, () => ({}));
}

/** A country by its code. */
export function useCountry(code: () => string): Answer<ResultOf<typeof CountryQuery>> {
  return useAnswer(CountryQuery, () => ({ code: code() }));
}
