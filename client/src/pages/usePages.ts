import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { DataQuery, OperatorQuery, SiteCountriesQuery } from './pages.documents.ts';

/** What an operator may say of itself; null where it says nothing. */
export type Operator = ResultOf<typeof OperatorQuery>['service']['operator'];

/** Who answers for this site. */
export function useOperator(): Answer<ResultOf<typeof OperatorQuery>> {
  return useAnswer(OperatorQuery, () => ({}));
}

/** What there is of the reference data, and whether invented data stands beside it. */
export function useData(): Answer<ResultOf<typeof DataQuery>> {
  return useAnswer(DataQuery, () => ({}));
}

/** The countries that have a page, by name. */
export function useSiteCountries(): Answer<ResultOf<typeof SiteCountriesQuery>> {
  return useAnswer(SiteCountriesQuery, () => ({}));
}
