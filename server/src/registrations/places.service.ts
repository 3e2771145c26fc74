/** Places: a session is held while they are taken, freed and offered, so that nobody is given one twice, and nobody waits beside a free one. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { newSecret } from '../members/index.ts';
import { type Letter, sendLetters } from './letters.ts';
import { OFFER_HOURS, PEOPLE_AT_ONCE } from './registration.policy.ts';
import type { PassedOver } from './registration.entity.ts';

/** Whether a session takes registrations, and whether those that it has are still dealt with. */
export interface HeldSession {
  readonly isOpen: boolean;
  readonly isServed: boolean;
  readonly needsValidation: boolean;
}

/**
 * Lets the rest of the transaction reach participants, registrations and quotas of all, as taking and offering places must.
 * To be called once the transaction has done what it may do as who asks, or where somebody brings a secret.
 */
export async function openPlaces(em: EntityManager): Promise<void> {
  await em.execute(`select set_config('passerelle.purpose', 'places', true)`);
}

/** The same undone: what follows in the transaction reaches what who asks may reach. */
export async function closePlaces(em: EntityManager): Promise<void> {
  await em.execute(`select set_config('passerelle.purpose', '', true)`);
}

/** Holds a session until the transaction ends: whoever else takes or frees a place of it waits. Throws nothing for one that is not there: it is not open. */
export async function holdSession(em: EntityManager, session: string): Promise<HeldSession> {
  const [held] = await em.execute<{ open: boolean | null; served: boolean | null; validated: boolean | null }[]>(
    'select is_open as open, is_served as served, needs_validation as validated from hold_session(?)', [session]);
  return { isOpen: held?.open ?? false, isServed: held?.served ?? false, needsValidation: held?.validated ?? true };
}

/** Why a registration has no place. */
export type NoPlace = PassedOver;

/** Gives a place to a registration that waits, if there is one for it; null when it has one. The session is held, and places are open. */
export async function takePlace(em: EntityManager, registration: string): Promise<NoPlace | null> {
  const [taken] = await em.execute<{ why: NoPlace | null }[]>('select take_place(?) as why', [registration]);
  return taken!.why;
}

/** The place on the waiting list, from 1. */
export async function positionOf(em: EntityManager, registration: string): Promise<number> {
  const [found] = await em.execute<{ position: number }[]>('select waiting_position(?) as position', [registration]);
  return found!.position;
}

/**
 * Offers the places of a session that are left to those who wait, in their turn, by mail with a link that can be used once. The
 * session is held, and places are open. Gives the registrations that a place was offered to.
 */
export async function offerPlaces(em: EntityManager, origin: string, session: string): Promise<string[]> {
  const offered = await em.execute<{ id: string }[]>('select id from offer_places(?, make_interval(hours => ?)) as id', [session, OFFER_HOURS]);
  const letters: Letter[] = [];
  for (const { id } of offered) letters.push({ ...(await linkToOffer(em, id)), toCoordinator: true });
  await sendLetters(em, origin, letters);
  return offered.map(({ id }) => id);
}

/** The letter with the link to a place that is offered, for them alone: a link that was sent before leads nowhere from now on. */
export async function linkToOffer(em: EntityManager, registration: string): Promise<Letter> {
  const { secret, hash } = newSecret();
  await em.execute('update registration set offer_secret_hash = ? where uuid = ?', [hash, registration]);
  return { registration, change: 'OFFERED', secret, toCoordinator: false };
}

/**
 * Places those who waited for an embassy that is no longer asked, in the order in which they were registered: each gets a place or
 * waits for one, and is told, as is who registered them. The session is held and served, and places are open.
 */
export async function releaseAwaiting(em: EntityManager, origin: string, session: string): Promise<void> {
  const released = await em.execute<{ id: string; reason: NoPlace | null; position: number | null }[]>('select registration as id, reason, place as position from release_awaiting(?)', [session]);
  await sendLetters(em, origin, released.map(({ id, reason, position }) => ({
    registration: id, change: reason === null ? 'CONFIRMED' : 'WAITING', toCoordinator: true, ...(position !== null && { position }),
  })));
}

/**
 * Ends the offers of a session whose time is over, tells it, and offers what is free to the next ones. Doing it again as soon as
 * it is done changes nothing. In a transaction of its own. How many have lapsed.
 */
export async function lapseOffers(em: EntityManager, origin: string, session: string): Promise<number> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    await holdSession(transaction, session);
    const lapsed = await transaction.execute<{ id: string }[]>(
      `update registration set state = 'WITHDRAWN', ending = 'LAPSED', ended_at = now() where session_uuid = ? and state = 'OFFERED' and offered_until <= now() returning uuid as id`, [session]);
    await sendLetters(transaction, origin, lapsed.map(({ id }) => ({ registration: id, change: 'LAPSED', toCoordinator: true })));
    await offerPlaces(transaction, origin, session);
    return lapsed.length;
  });
}

/** The sessions in which an offer has lapsed, or somebody waits although a place is left: at most so many as one run looks after. */
export async function sessionsToServe(em: EntityManager): Promise<string[]> {
  return em.transactional(async (transaction) => {
    await openPlaces(transaction);
    const rows = await transaction.execute<{ id: string }[]>(
      `select s.uuid as id from training_session s where s.stage in ('OPEN', 'CLOSED') and s.ends_at > now() and (
         exists (select from registration r where r.session_uuid = s.uuid and r.state = 'OFFERED' and r.offered_until <= now())
         or (s.places_taken < s.places and s.starts_at > now() and exists (select from registration r where r.session_uuid = s.uuid and r.state = 'WAITING')))
       order by s.starts_at limit ?`, [PEOPLE_AT_ONCE * 10]);
    return rows.map(({ id }) => id);
  });
}
