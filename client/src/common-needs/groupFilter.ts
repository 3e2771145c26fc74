import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import type { CommonNeedsQuery, CommonNeedSuggestionsQuery } from './commonNeeds.documents.ts';

const PILLARS = ['PREVENTION', 'PROSECUTION', 'PROTECTION', 'PARTNERSHIP'] as const;
/** Of how many countries, at least. */
export const COUNTRIES = ['3', '4', '5'] as const;

/** What suggestions and groups can be filtered by, as the address names it. */
export const GROUP_CONDITIONS = { theme: 'text', subtheme: 'text', pillar: PILLARS, audience: 'text', from: 'day', until: 'day', countries: COUNTRIES } as const;

/** The conditions as the form and the address hold them. */
type GroupConditions = Conditions<keyof typeof GROUP_CONDITIONS>;

/** The conditions as the API asks for them, of suggestions and of groups alike. */
export function groupFilter({ theme, subtheme, pillar, audience, from, until, countries }: GroupConditions): NonNullable<VariablesOf<typeof CommonNeedSuggestionsQuery>['filter']> & NonNullable<VariablesOf<typeof CommonNeedsQuery>['filter']> {
  return { theme: given(theme), subtheme: given(subtheme), pillar: PILLARS.find((one) => one === pillar), audience: given(audience), from: given(from), until: given(until), minCountries: countries === '' ? undefined : Number(countries) };
}
