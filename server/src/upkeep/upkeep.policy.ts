/** Who keeps what is known of a country, and who reads what to know of travelling there. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import type { Standing } from '../members/index.ts';
import type { TravelNote } from './travel-note.entity.ts';

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** As what somebody keeps a country, its own post first: the services of its post, the adviser and the team; undefined for those who do not. */
export function keepsAs(standings: readonly Standing[], country: string): MemberRole | undefined {
  return (standings.find((one) => isPost(one.role) && one.country === country) ?? standings.find(({ role }) => isAdviser(role)))?.role;
}

/** Notes on travelling are for whoever is signed in: they say how people of the network move about. Whoever is invented sees no real one. */
export function seenTravelNotes(note: Row<TravelNote>, { circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'visitor' ? sql<boolean>`false` : sql<boolean>`(${note.isDemonstration} or not (select acts_invented()))`;
}
