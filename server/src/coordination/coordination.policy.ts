/** Who keeps what coordinates action against trafficking in a country. Everybody reads it. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import type { Standing } from '../members/index.ts';

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** As what somebody keeps it of a country, their own post first: the adviser and the team of all, the services of a post of its own; undefined for those who do not. */
export function keepsCoordinationAs(standings: readonly Standing[], country: string): MemberRole | undefined {
  return (standings.find((one) => isPost(one.role) && one.country === country) ?? standings.find(({ role }) => isAdviser(role)))?.role;
}
