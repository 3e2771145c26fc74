import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import type { ProjectsQuery } from './projects.documents.ts';

export const KINDS = ['REGIONAL', 'BILATERAL'] as const;
export const STATUSES = ['PROPOSED', 'SELECTED', 'GIVEN_UP'] as const;

/** What projects can be filtered by, as the address names it. */
export const PROJECT_CONDITIONS = { search: 'text', country: 'text', kind: KINDS, status: STATUSES } as const;

const oneOf = <const T extends readonly string[]>(values: T, value: string): T[number] | undefined => values.find((one) => one === value);

/** The conditions of the address, as the API takes them. */
export function projectFilter({ search, country, kind, status }: Conditions<keyof typeof PROJECT_CONDITIONS>): VariablesOf<typeof ProjectsQuery>['filter'] {
  const at = oneOf(STATUSES, status);
  return { search: given(search), country: given(country), kind: oneOf(KINDS, kind), statuses: at && [at] };
}
