/** How many places a session has, and for whom. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { mayPrepare } from '../trainings/index.ts';
import { Sector } from './participant.entity.ts';
import { holdSession, offerPlaces, openPlaces } from './places.service.ts';
import type { Doing } from './register.service.ts';
import { ParticipationMode } from './registration.entity.ts';
import type { QuotaKind } from './session-quota.entity.ts';

export interface QuotaGiven {
  readonly kind: QuotaKind;
  /** A code; empty for each value by itself. */
  readonly key: string;
  readonly places: number;
}

export interface PlacesGiven {
  readonly session: string;
  /** The version of the session that who changes it has read. */
  readonly version: number;
  readonly places: number;
  readonly quotas: readonly QuotaGiven[];
}

/** What came of it: CONFLICT when the session was changed since it was read; GONE is also said of those that are not for who asks. */
export const PlacesOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', CONFLICT: 'CONFLICT' } as const;
export type PlacesOutcome = keyof typeof PlacesOutcome;

/**
 * Changes how many places a session has, and its quotas: those that are not given are taken away. Nobody loses a place by that;
 * those that are then free are offered to who waits. Throws BAD_USER_INPUT for a quota of what there is not, or one given twice.
 */
export async function changePlaces(em: EntityManager, { person, origin }: Doing, { session, version, places, quotas }: PlacesGiven): Promise<PlacesOutcome> {
  const [found] = await em.execute<{ country: string | null }[]>('select country_code as country from training_session where uuid = ?', [session]);
  if (!found) return 'GONE';
  if (!mayPrepare(await standingsOf(em, person), found.country)) return 'NOT_ALLOWED';
  await checkQuotas(em, quotas);
  await holdSession(em, session);
  const changed = await em.execute<unknown[]>('update training_session set places = ?, version = version + 1 where uuid = ? and version = ? returning 1', [places, session, version]);
  if (changed.length === 0) return 'CONFLICT';
  await em.execute(
    `delete from session_quota q where q.session_uuid = ? and (q.kind || ' ' || q.key) <> all(string_to_array(?, ','))`, [session, quotas.map(nameOf).join(',')]);
  for (const { kind, key, places: most } of quotas) {
    await em.execute(
      `insert into session_quota (uuid, session_uuid, kind, key, places) values (?, ?, ?, ?, ?) on conflict (session_uuid, kind, key) do update set places = excluded.places`,
      [v7(), session, kind, key, most]);
  }
  await openPlaces(em);
  await offerPlaces(em, origin, session);
  return 'DONE';
}

const nameOf = ({ kind, key }: QuotaGiven): string => `${kind} ${key}`;

async function checkQuotas(em: EntityManager, quotas: readonly QuotaGiven[]): Promise<void> {
  const refuse = (): never => {
    throw new UserError('BAD_USER_INPUT', 'A quota looks at what there is, once', { field: 'quotas' });
  };
  if (new Set(quotas.map(nameOf)).size < quotas.length) refuse();
  const known = {
    COUNTRY: (await em.execute<{ code: string }[]>('select code from country')).map(({ code }) => code),
    PROFESSION: (await em.execute<{ code: string }[]>('select code from profession')).map(({ code }) => code),
    SECTOR: Object.keys(Sector), MODE: Object.keys(ParticipationMode),
  } as const;
  if (quotas.some(({ kind, key }) => key !== '' && !known[kind].includes(key))) refuse();
}
