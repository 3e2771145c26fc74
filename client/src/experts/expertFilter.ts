import type { VariablesOf } from 'gql.tada';

import { CEFR_LEVELS } from '../core/labels/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import type { ExpertListQuery } from './experts.documents.ts';

/** What the list of experts can be filtered and sorted by, as the address names it. */
export const EXPERT_CONDITIONS = {
  search: 'text',
  country: 'text',
  profession: 'text',
  institution: 'text',
  theme: 'text',
  language: 'text',
  atLeast: CEFR_LEVELS,
  sort: ['LAST_MISSION'],
} as const;

/** The conditions as the form and the address hold them. */
export type ExpertConditions = Conditions<keyof typeof EXPERT_CONDITIONS>;

type Variables = VariablesOf<typeof ExpertListQuery>;

/** The level that the conditions ask for, if any. */
export function levelOf({ atLeast }: ExpertConditions): (typeof CEFR_LEVELS)[number] | undefined {
  return CEFR_LEVELS.find((level) => level === atLeast);
}

/** The conditions as the API asks for them. */
export function expertFilter(conditions: ExpertConditions): Pick<Variables, 'filter' | 'sort'> {
  const { search, country, profession, institution, theme, language, sort } = conditions;
  return {
    filter: {
      search: given(search),
      country: given(country),
      profession: given(profession),
      institution: given(institution),
      theme: given(theme),
      language: given(language),
      atLeast: levelOf(conditions),
    },
    sort: sort === 'LAST_MISSION' ? sort : 'PROFESSION',
  };
}
