import type { VariablesOf } from 'gql.tada';

import { CEFR_LEVELS } from '../core/labels/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import type { ExpertListQuery } from './experts.documents.ts';

/** What the list of experts can be filtered and sorted by, as the address names it. */
export const EXPERT_CONDITIONS = {
  search: 'text',
  country: 'text',
  profession: 'text',
  theme: 'text',
  language: 'text',
  atLeast: CEFR_LEVELS,
  sort: ['LAST_MISSION'],
} as const;

type Variables = VariablesOf<typeof ExpertListQuery>;

/** The conditions as the API asks for them. */
export function expertFilter(conditions: Conditions<keyof typeof EXPERT_CONDITIONS>): Pick<Variables, 'filter' | 'sort'> {
  const { search, country, profession, theme, language, atLeast, sort } = conditions;
  return {
    filter: {
      search: given(search),
      country: given(country),
      profession: given(profession),
      theme: given(theme),
      language: given(language),
      atLeast: CEFR_LEVELS.find((level) => level === atLeast),
    },
    sort: sort === 'LAST_MISSION' ? sort : 'PROFESSION',
  };
}
