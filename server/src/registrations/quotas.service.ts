/** How many places a session has, and for whom. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { abilitiesOf, mayPrepare, type SessionFacts } from '../trainings/index.ts';
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
  /** True to know only what would come of it. */
  readonly isTrial?: boolean;
}

/**
 * What came of it: CONFLICT when the session was changed since it was read; TOO_LATE when it is over, called off or put away; GONE
 * is also said of those that are not for who asks.
 */
export const PlacesOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', CONFLICT: 'CONFLICT' } as const;
export type PlacesOutcome = keyof typeof PlacesOutcome;

export interface PlacesResult {
  readonly outcome: PlacesOutcome;
  /** To how many who wait a place was offered by it, or would be. */
  readonly offered: number;
}

const only = (outcome: PlacesOutcome): PlacesResult => ({ outcome, offered: 0 });

/** Thrown to undo what a trial has done. */
class Undone extends Error {}

/**
 * Changes how many places a session has, and its quotas: those that are not given are taken away. Nobody loses a place by that;
 * those that are then free are offered to who waits. What is so already is DONE whatever the version. A trial changes nothing.
 * Throws BAD_USER_INPUT for a quota of what there is not, or one given twice.
 */
export async function changePlaces(em: EntityManager, doing: Doing, given: PlacesGiven): Promise<PlacesResult> {
  const seen = await stateOf(em, given.session);
  if (!seen) return only('GONE');
  const standings = await standingsOf(em, doing.person);
  if (!mayPrepare(standings, seen.country)) return only('NOT_ALLOWED');
  await checkQuotas(em, given.quotas);
  await holdSession(em, given.session);
  const held = await stateOf(em, given.session);
  if (!held) return only('GONE');
  if (await isSo(em, held, given)) return only('DONE');
  if (!abilitiesOf(held, standings).edit) return only('TOO_LATE');
  if (held.version !== given.version) return only('CONFLICT');
  return { outcome: 'DONE', offered: await (given.isTrial ? tried : written)(em, doing, given) };
}

interface State extends SessionFacts {
  readonly version: number;
  readonly places: number;
}

async function stateOf(em: EntityManager, session: string): Promise<State | undefined> {
  const [found] = await em.execute<State[]>(
    `select country_code as country, stage, version, places, starts_at <= now() as "hasBegun", ends_at <= now() as "isOver", coalesce(registration_until <= now(), false) as "isRegistrationOver"
     from training_session where uuid = ?`, [session]);
  return found;
}

const nameOf = ({ kind, key }: Pick<QuotaGiven, 'kind' | 'key'>): string => `${kind} ${key}`;
const listOf = (quotas: readonly QuotaGiven[]): string => quotas.map((quota) => `${nameOf(quota)} ${quota.places}`).sort().join('\n');

async function isSo(em: EntityManager, held: State, { session, places, quotas }: PlacesGiven): Promise<boolean> {
  const stored = await em.execute<QuotaGiven[]>('select kind, key, places from session_quota where session_uuid = ?', [session]);
  return held.places === places && listOf(stored) === listOf(quotas);
}

/** Writes it, and offers what is free then: to how many. */
async function written(em: EntityManager, { origin }: Doing, { session, places, quotas }: PlacesGiven): Promise<number> {
  await em.execute('update training_session set places = ?, version = version + 1 where uuid = ?', [places, session]);
  await em.execute(
    `delete from session_quota q where q.session_uuid = ? and (q.kind || ' ' || q.key) <> all(string_to_array(?, ','))`, [session, quotas.map(nameOf).join(',')]);
  for (const { kind, key, places: most } of quotas) {
    await em.execute(
      `insert into session_quota (uuid, session_uuid, kind, key, places) values (?, ?, ?, ?, ?) on conflict (session_uuid, kind, key) do update set places = excluded.places`,
      [v7(), session, kind, key, most]);
  }
  await openPlaces(em);
  return (await offerPlaces(em, origin, session)).length;
}

/** Does the same and undoes it, mails included: what would come of it is known exactly, as one who waits may be passed over. */
async function tried(em: EntityManager, doing: Doing, given: PlacesGiven): Promise<number> {
  let offered = 0;
  try {
    await em.transactional(async (attempt) => {
      offered = await written(attempt, doing, given);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return offered;
}

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
