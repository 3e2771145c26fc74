/** What becomes of a registration: validated, refused, withdrawn; an offer that is accepted or declined. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { hashOf, isServed, standingsOf } from '../members/index.ts';
import { registrationOfLink } from './leave-links.ts';
import { sendLetters } from './letters.ts';
import { holdSession, offerPlaces, openPlaces, positionOf, takePlace } from './places.service.ts';
import type { Doing } from './register.service.ts';
import { mayAnswerFor, mayValidate } from './registration.policy.ts';
import type { Sector } from './participant.entity.ts';
import type { RegistrationEnding, RegistrationState } from './registration.entity.ts';

/** What came of it: TOO_LATE when it is no longer in a state for that; GONE is also said of those that are not for who asks. */
export const RegistrationOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE' } as const;
export type RegistrationOutcome = keyof typeof RegistrationOutcome;

/** With the state that it is in now, and the place on the waiting list; null where there is nothing to tell. */
export interface RegistrationResult {
  readonly outcome: RegistrationOutcome;
  readonly state: RegistrationState | null;
  readonly position: number | null;
}

const only = (outcome: RegistrationOutcome, state: RegistrationState | null = null): RegistrationResult => ({ outcome, state, position: null });

interface Found {
  readonly session: string;
  readonly organisation: string | null;
  readonly country: string;
  readonly sector: Sector;
  /** Whether who asks made it of themselves. */
  readonly isMine: boolean;
  readonly state: RegistrationState;
  readonly ending: RegistrationEnding | null;
  readonly isInTime: boolean;
}

const FOUND = `select session_uuid as session, organisation_slug as organisation, country_code as country, sector, coalesce(is_own and registered_by_id = acting_person(), false) as "isMine", state, ending, coalesce(offered_until > now(), false) as "isInTime" from registration where `;

/** A registration as it is once its session is held: nobody changes it until the transaction ends. `isServed`: whether its session has neither begun nor been called off. */
async function heldRegistration(em: EntityManager, condition: string, value: string): Promise<(Found & { readonly isServed: boolean }) | undefined> {
  const [found] = await em.execute<Found[]>(`${FOUND}${condition}`, [value]);
  if (!found) return undefined;
  const session = await holdSession(em, found.session);
  const [held] = await em.execute<Found[]>(`${FOUND}${condition}`, [value]);
  return held && { ...held, isServed: session.isServed };
}

/** Why a registration is not validated now: it is so already, or too late for that; undefined when it can be. */
function whyNotValidated({ state, isServed: isCared }: Found & { readonly isServed: boolean }): RegistrationResult | undefined {
  if (state === 'REFUSED' || state === 'WITHDRAWN') return only('TOO_LATE', state);
  if (state !== 'AWAITING_VALIDATION') return only('DONE', state);
  return isCared ? undefined : only('TOO_LATE', state);
}

/** Validates a registration: it takes a place if there is one, else it waits for one from now on. Done already, it says how it stands. */
export async function validateRegistration(em: EntityManager, { person, origin }: Doing, id: string): Promise<RegistrationResult> {
  const found = await heldRegistration(em, 'uuid = ?', id);
  if (!found) return only('GONE');
  if (found.isMine || !mayValidate(await standingsOf(em, person), found.country, await isServed(em, found.country))) return only('NOT_ALLOWED');
  const not = whyNotValidated(found);
  if (not) return not;
  await em.execute(`update registration set state = 'WAITING', waits_since = next_turn(session_uuid), decided_at = now(), decided_by_id = ? where uuid = ?`, [person, id]);
  await openPlaces(em);
  const reason = await takePlace(em, id);
  const change = reason === null ? 'CONFIRMED' : 'WAITING';
  const position = reason === null ? null : await positionOf(em, id);
  await sendLetters(em, origin, [{ registration: id, change, toCoordinator: true, ...(position !== null && { position }) }]);
  if (reason === 'OTHERS') await offerPlaces(em, origin, found.session);
  return { outcome: 'DONE', state: change, position };
}

/**
 * Refuses a registration that waits for the embassy, with the reason that they are told. Throws VICTIM_DATA for a reason that
 * tells who a person is, BAD_USER_INPUT for none.
 */
export async function refuseRegistration(em: EntityManager, { person, origin }: Doing, id: string, reason: string): Promise<RegistrationResult> {
  refuseVictimsData('reason', reason);
  if (reason === '') throw new UserError('BAD_USER_INPUT', 'A refusal has a reason', { field: 'reason' });
  const found = await heldRegistration(em, 'uuid = ?', id);
  if (!found) return only('GONE');
  if (found.isMine || !mayValidate(await standingsOf(em, person), found.country, await isServed(em, found.country))) return only('NOT_ALLOWED');
  if (found.state !== 'AWAITING_VALIDATION') return only(found.state === 'REFUSED' ? 'DONE' : 'TOO_LATE', found.state);
  await em.execute(`update registration set state = 'REFUSED', refused_reason = ?, decided_at = now(), decided_by_id = ? where uuid = ?`, [reason, person, id]);
  await openPlaces(em);
  await sendLetters(em, origin, [{ registration: id, change: 'REFUSED', reason, toCoordinator: true }]);
  return only('DONE', 'REFUSED');
}

/** Withdraws a registration; its place, if it had one, is offered to the next one who waits. One that is withdrawn stays so. */
export async function withdrawRegistration(em: EntityManager, { person, origin }: Doing, id: string): Promise<RegistrationResult> {
  const found = await heldRegistration(em, 'uuid = ?', id);
  if (!found) return only('GONE');
  if (!mayAnswerFor(await standingsOf(em, person), found)) return only('NOT_ALLOWED');
  return withdrawn(em, origin, { id, found, toCoordinator: false });
}

/** Withdraws the registration that a link leads to, whoever is or is not signed in. GONE for an unknown one; used again, it changes nothing. */
export async function leaveByLink(em: EntityManager, origin: string, link: string): Promise<RegistrationResult> {
  await openPlaces(em);
  const id = await registrationOfLink(em, link);
  const found = id === undefined ? undefined : await heldRegistration(em, 'uuid = ?', id);
  return found ? withdrawn(em, origin, { id: id!, found, toCoordinator: true }) : only('GONE');
}

async function withdrawn(em: EntityManager, origin: string, { id, found, toCoordinator }: Omit<Answering, 'answer'>): Promise<RegistrationResult> {
  if (found.state === 'WITHDRAWN') return only('DONE', found.state);
  if (found.state === 'REFUSED' || !found.isServed) return only('TOO_LATE', found.state);
  await em.execute(`update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where uuid = ?`, [id]);
  await openPlaces(em);
  await sendLetters(em, origin, [{ registration: id, change: 'WITHDRAWN', toCoordinator, hadPlace: found.state === 'CONFIRMED' }]);
  await offerPlaces(em, origin, found.session);
  return only('DONE', 'WITHDRAWN');
}

/** What somebody answers to an offer. */
export type Answer = 'ACCEPT' | 'DECLINE';

/** Answers the offer of a registration, as who registered themselves or for the same organisation. */
export async function answerOffer(em: EntityManager, { person, origin }: Doing, id: string, answer: Answer): Promise<RegistrationResult> {
  const found = await heldRegistration(em, 'uuid = ?', id);
  if (!found) return only('GONE');
  if (!mayAnswerFor(await standingsOf(em, person), found)) return only('NOT_ALLOWED');
  await openPlaces(em);
  return answered(em, origin, { id, found, answer, toCoordinator: false });
}

/** Answers an offer with the secret of its link, whoever is or is not signed in. GONE for an unknown one. */
export async function answerOfferByLink(em: EntityManager, origin: string, secret: string, answer: Answer): Promise<RegistrationResult> {
  await openPlaces(em);
  const [row] = await em.execute<{ id: string }[]>('select uuid as id from registration where offer_secret_hash = ?', [hashOf(secret)]);
  const found = row && (await heldRegistration(em, 'uuid = ?', row.id));
  return found ? answered(em, origin, { id: row.id, found, answer, toCoordinator: true }) : only('GONE');
}

interface Answering {
  readonly id: string;
  readonly found: Found & { readonly isServed: boolean };
  readonly answer: Answer;
  readonly toCoordinator: boolean;
}

/** An offer is answered once: the same answer again is as the first, the other one comes too late. */
async function answered(em: EntityManager, origin: string, { id, found, answer, toCoordinator }: Answering): Promise<RegistrationResult> {
  const isSo = answer === 'ACCEPT' ? found.state === 'CONFIRMED' : found.ending === 'DECLINED';
  if (isSo) return only('DONE', found.state);
  if (found.state !== 'OFFERED' || !found.isInTime || !found.isServed) return only('TOO_LATE', found.state);
  if (answer === 'ACCEPT') {
    await em.execute(`update registration set state = 'CONFIRMED' where uuid = ?`, [id]);
    await sendLetters(em, origin, [{ registration: id, change: 'CONFIRMED', toCoordinator }]);
    return only('DONE', 'CONFIRMED');
  }
  await em.execute(`update registration set state = 'WITHDRAWN', ending = 'DECLINED', ended_at = now() where uuid = ?`, [id]);
  await sendLetters(em, origin, [{ registration: id, change: 'WITHDRAWN', toCoordinator }]);
  await offerPlaces(em, origin, found.session);
  return only('DONE', 'WITHDRAWN');
}
