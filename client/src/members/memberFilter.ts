import type { VariablesOf } from 'gql.tada';

import { type Role, ROLES } from '../accounts/parts/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import type { MemberListQuery } from './members.documents.ts';
import type { NetworkMember } from './useAnswering.ts';

/** The states of a role, for lists of choices. */
export const MEMBER_STATES = ['ACTIVE', 'SUSPENDED', 'ENDED'] as const satisfies readonly NetworkMember['state'][];

/** What the members can be filtered by, as the address names it. */
export const MEMBER_CONDITIONS = { search: 'text', country: 'text', role: ROLES, state: MEMBER_STATES } as const;

/** The conditions as the form and the address hold them. */
export type MemberConditions = Conditions<keyof typeof MEMBER_CONDITIONS>;

function oneOf<Value extends string>(values: readonly Value[], asked: string): Value | undefined {
  return values.find((value) => value === asked);
}

/** The role that the conditions ask for, if any. */
export function roleOf({ role }: Pick<MemberConditions, 'role'>): Role | undefined {
  return oneOf(ROLES, role);
}

/** The state that the conditions ask for, if any. */
export function stateOf({ state }: Pick<MemberConditions, 'state'>): NetworkMember['state'] | undefined {
  return oneOf(MEMBER_STATES, state);
}

/** The conditions as the API asks for them. */
export function memberFilter(conditions: MemberConditions): Pick<VariablesOf<typeof MemberListQuery>, 'filter'> {
  const [role, state] = [roleOf(conditions), stateOf(conditions)];
  return { filter: { search: given(conditions.search), country: given(conditions.country), roles: role && [role], states: state && [state] } };
}
