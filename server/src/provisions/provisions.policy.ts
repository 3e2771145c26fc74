/** Who sees what countries have in their law for an instrument, and enters it. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries, type Standing } from '../members/index.ts';
import type { NationalProvision } from './provision.entity.ts';

/** Seen by the adviser and the team, and by the services of the post of the country; whoever is invented sees no real ones. */
export function seenProvisions(provision: Row<NationalProvision>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`((${provision.isDemonstration} or not (select acts_invented())) and ${provision.country} in (${ownCountries}))` : sql<boolean>`false`;
}

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** Whether somebody decides which of them everybody reads: the adviser and the team. */
export const mayPublishProvisions = (standings: readonly Standing[]): boolean => standings.some(({ role }) => isAdviser(role));

/** As what somebody enters and changes those of a country, their own post first: the adviser and the team of all, the services of a post those of its own; undefined for those who do not. */
export function keepsProvisionsAs(standings: readonly Standing[], country: string): MemberRole | undefined {
  return (standings.find((one) => isPost(one.role) && one.country === country) ?? standings.find(({ role }) => isAdviser(role)))?.role;
}
