import { URGENCIES } from '@passerelle/shared/needUrgency.ts';
import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import type { RequestsQuery } from './requests.documents.ts';

export const KINDS = ['EXPERT_MISSION', 'TRAINING', 'STUDY_VISIT', 'DIRECT_HELP'] as const;
export const STATUSES = ['SENT', 'CONSULTED', 'DECIDED', 'CLOSED', 'WITHDRAWN'] as const;

/** What the list of requests can be filtered and sorted by, as the address names it. */
export const REQUEST_CONDITIONS = { search: 'text', country: 'text', kind: KINDS, theme: 'text', urgency: URGENCIES, status: STATUSES, sort: ['URGENCY', 'COUNTRY'] } as const;

/** The conditions as the form and the address hold them. */
export type RequestConditions = Conditions<keyof typeof REQUEST_CONDITIONS>;

const oneOf = <const T extends readonly string[]>(values: T, value: string): T[number] | undefined => values.find((one) => one === value);

/** The conditions as the API asks for them. */
export function requestFilter({ search, country, kind, theme, urgency, status: where, sort }: RequestConditions): Pick<VariablesOf<typeof RequestsQuery>, 'filter' | 'sort'> {
  const status = oneOf(STATUSES, where);
  return {
    filter: { search: given(search), country: given(country), theme: given(theme), kind: oneOf(KINDS, kind), urgency: oneOf(URGENCIES, urgency), statuses: status && [status] },
    sort: oneOf(REQUEST_CONDITIONS.sort, sort) ?? 'NEWEST',
  };
}
