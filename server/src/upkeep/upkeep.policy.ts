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

/** Notes on travelling say how people move about: they are for the adviser, for posts, and for whoever comes on an agreed leg in the country. Whoever is invented sees no real one. */
export function seenTravelNotes(note: Row<TravelNote>, { circle }: RuleActor): Sql<boolean> | undefined {
  const isShown = sql<boolean>`(${note.isDemonstration} or not (select acts_invented()))`;
  if (circle === 'visitor') return sql<boolean>`false`;
  return circle === 'network' ? sql<boolean>`${isShown} and ${note.country} in (select l.country_code from own_leg l)` : isShown;
}
