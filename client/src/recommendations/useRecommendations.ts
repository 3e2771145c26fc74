import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type ListedRecommendationFields, RecommendationListQuery, RecommendationQuery } from './recommendations.documents.ts';

/** A recommendation as lists show it; since when it is overdue is known of a list alone, to those who follow it. */
export type ListedRecommendation = FragmentOf<typeof ListedRecommendationFields> & { readonly overdueSince?: string | null | undefined; readonly isOverdueDemonstration?: boolean | undefined };

/** A page of the recommendations that meet the conditions, the latest report first. */
export function useRecommendations(variables: () => VariablesOf<typeof RecommendationListQuery>):
Answer<ResultOf<typeof RecommendationListQuery>> {
  return useAnswer(RecommendationListQuery, variables);
}

/** A recommendation by its id. */
export function useRecommendation(id: () => string): Answer<ResultOf<typeof RecommendationQuery>> {
  return useAnswer(RecommendationQuery, () => ({ id: id() }));
}
