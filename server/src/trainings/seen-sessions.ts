/** Which sessions somebody sees. */
import { acting, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import type { SessionVenue } from './session-links.entity.ts';
import type { TrainingSession } from './training-session.entity.ts';

/** Drafts are for those who prepare sessions of their country, what is announced is for everybody; undefined for all. */
export function seenSessions(session: Row<TrainingSession>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  const isAnnounced = sql<boolean>`${session.stage} <> 'DRAFT'`;
  return circle === 'post' ? sql<boolean>`(${isAnnounced} or ${session.country} in (${ownCountries}))` : isAnnounced;
}

/** Where in its town a session is held is for those who come, as its documents for them are: who prepares it, teaches, has a place, or registered somebody who has one. As the rule of the table says it. */
export function seenVenues(venue: Row<SessionVenue>, { circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'adviser' ? undefined : sql<boolean>`document_is_for(${acting.person}, ${venue.session}, 'REGISTERED')`;
}
