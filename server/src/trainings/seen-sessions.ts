/** Which sessions somebody sees. */
import { type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import type { TrainingSession } from './training-session.entity.ts';

/** Drafts are for those who prepare sessions of their country, what is announced is for everybody; undefined for all. */
export function seenSessions(session: Row<TrainingSession>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  const isAnnounced = sql<boolean>`${session.stage} <> 'DRAFT'`;
  return circle === 'post' ? sql<boolean>`(${isAnnounced} or ${session.country} in (${ownCountries}))` : isAnnounced;
}
