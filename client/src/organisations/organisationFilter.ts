import type { VariablesOf } from 'gql.tada';

import type { Enums } from '../core/labels/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import type { OrganisationListQuery } from './organisations.documents.ts';

/** The kinds of organisations, for lists of choices. */
export const ORGANISATION_KINDS = ['COORDINATOR', 'AUTHORITY', 'NGO', 'INTERNATIONAL', 'NETWORK'] as const satisfies readonly Enums['organisationKind'][];

/** What the list of organisations can be filtered by, as the address names it. */
export const ORGANISATION_CONDITIONS = {
  search: 'text',
  country: 'text',
  kind: ORGANISATION_KINDS,
} as const;

/** The conditions as the form and the address hold them. */
export type OrganisationConditions = Conditions<keyof typeof ORGANISATION_CONDITIONS>;

/** The kind that the conditions ask for, if any. */
export function kindOf({ kind }: OrganisationConditions): Enums['organisationKind'] | undefined {
  return ORGANISATION_KINDS.find((known) => known === kind);
}

/** The conditions as the API asks for them. */
export function organisationFilter(conditions: OrganisationConditions): Pick<VariablesOf<typeof OrganisationListQuery>, 'filter'> {
  const kind = kindOf(conditions);
  return {
    filter: { search: given(conditions.search), country: given(conditions.country), kinds: kind && [kind] },
  };
}

/** Whether the conditions ask nothing at all. */
export function isUnfiltered(conditions: OrganisationConditions): boolean {
  return Object.values(conditions).every((value) => value === '');
}
