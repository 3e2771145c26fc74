import { URGENCIES } from '@passerelle/shared/needUrgency.ts';
import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import type { NeedsQuery } from './needs.documents.ts';

export const PILLARS = ['PREVENTION', 'PROSECUTION', 'PROTECTION', 'PARTNERSHIP'] as const;
export const STATUSES = ['SUBMITTED', 'UNDER_REVIEW', 'TAKEN_UP', 'ADDRESSED', 'DECLINED', 'WITHDRAWN'] as const;

/** What the list of needs can be filtered and sorted by, as the address names it. */
export const NEED_CONDITIONS = { search: 'text', country: 'text', theme: 'text', subtheme: 'text', pillar: PILLARS, urgency: URGENCIES, status: STATUSES, from: 'day', until: 'day', sort: ['URGENCY', 'COUNTRY'] } as const;

/** The conditions as the form and the address hold them. */
export type NeedConditions = Conditions<keyof typeof NEED_CONDITIONS>;

const oneOf = <const T extends readonly string[]>(values: T, value: string): T[number] | undefined => values.find((one) => one === value);

/** The conditions as the API asks for them. */
export function needFilter(conditions: NeedConditions): Pick<VariablesOf<typeof NeedsQuery>, 'filter' | 'sort'> {
  const { search, country, theme, subtheme, from, until } = conditions;
  const status = oneOf(STATUSES, conditions.status);
  return {
    filter: {
      search: given(search), country: given(country), theme: given(theme), subtheme: given(subtheme), from: given(from), until: given(until),
      pillar: oneOf(PILLARS, conditions.pillar), urgency: oneOf(URGENCIES, conditions.urgency), statuses: status && [status],
    },
    sort: oneOf(NEED_CONDITIONS.sort, conditions.sort) ?? 'NEWEST',
  };
}
