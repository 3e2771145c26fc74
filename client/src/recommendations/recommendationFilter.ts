import type { VariablesOf } from 'gql.tada';

import type { Enums } from '../core/labels/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import { STANDINGS } from '../follow-up/later/index.ts';
import type { RecommendationListQuery } from './recommendations.documents.ts';

/** The verbs of the reports, the most pressing first, for lists of choices. */
export const RECOMMENDATION_VERBS = ['URGE', 'CONSIDER', 'INVITE', 'OTHER'] as const satisfies readonly Enums['recommendationVerb'][];

/** What the list of recommendations can be filtered by, as the address names it. */
export const RECOMMENDATION_CONDITIONS = {
  search: 'text',
  country: 'text',
  theme: 'text',
  verb: RECOMMENDATION_VERBS,
  standing: STANDINGS,
} as const;

/** The conditions as the form and the address hold them. */
export type RecommendationConditions = Conditions<keyof typeof RECOMMENDATION_CONDITIONS>;

/** The verb that the conditions ask for, if any. */
export function verbOf({ verb }: RecommendationConditions): Enums['recommendationVerb'] | undefined {
  return RECOMMENDATION_VERBS.find((known) => known === verb);
}

/** Where those stand that the conditions ask for, if they ask. */
export function standingOf({ standing }: RecommendationConditions): (typeof STANDINGS)[number] | undefined {
  return STANDINGS.find((known) => known === standing);
}

/** The conditions as the API asks for them. */
export function recommendationFilter(conditions: RecommendationConditions): Pick<VariablesOf<typeof RecommendationListQuery>, 'filter'> {
  const { search, country, theme } = conditions;
  return { filter: { search: given(search), country: given(country), theme: given(theme), verb: verbOf(conditions), standing: standingOf(conditions) } };
}
