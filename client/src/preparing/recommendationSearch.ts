import type { FragmentOf, ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { RecommendationSearchQuery, type TowardsFields } from './choices.documents.ts';

/** A recommendation that something works towards. */
export type Towards = FragmentOf<typeof TowardsFields>;

/** How many recommendations something of a mission works towards at most. */
export const MOST_TOWARDS = 10;

/** Recommendations to a country that have the words; of all countries, and with whatever words, where nothing is said. */
export function useRecommendationSearch(asked: () => { readonly country: string; readonly search: string }): Answer<ResultOf<typeof RecommendationSearchQuery>> {
  return useAnswer(RecommendationSearchQuery, () => ({ filter: { country: asked().country || undefined, search: asked().search || undefined } }));
}
