import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type ListedOrganisationFields, OrganisationListQuery, OrganisationQuery } from './organisations.documents.ts';

/** An organisation as lists show it. */
export type ListedOrganisation = FragmentOf<typeof ListedOrganisationFields>;

/** An organisation as its page shows it. */
export type OrganisationDetail = NonNullable<ResultOf<typeof OrganisationQuery>['organisation']>;

/** A page of the organisations that meet the conditions, by name in the order of the reader’s language. */
export function useOrganisations(variables: () => VariablesOf<typeof OrganisationListQuery>):
Answer<ResultOf<typeof OrganisationListQuery>> {
  return useAnswer(OrganisationListQuery, variables);
}

/** An organisation by its id. */
export function useOrganisation(id: () => string): Answer<ResultOf<typeof OrganisationQuery>> {
  return useAnswer(OrganisationQuery, () => ({ id: id() }));
}
