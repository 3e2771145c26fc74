/** Registering people for a session. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { type Letter, sendLetters } from './letters.ts';
import type { Sector } from './participant.entity.ts';
import { holdSession, type NoPlace, offerPlaces, openPlaces, positionOf, takePlace } from './places.service.ts';
import { mayRegister, type PartyPlace, sectorOf } from './registration.policy.ts';
import type { ParticipationMode, RegistrationState } from './registration.entity.ts';

/** Who does something, and where links lead. */
export interface Doing {
  /** The key of who asks. */
  readonly person: string;
  /** Where people reach the site. */
  readonly origin: string;
}

/** Somebody to register. `profession` is a code; `mode` must be said where the session is held in both ways. */
export interface NewParticipant {
  readonly name: string;
  /** In small letters, composed (NFC). */
  readonly email: string;
  readonly locale: Locale;
  readonly profession: string | null;
  readonly mode: ParticipationMode | null;
}

/** Several people of one organisation, or of an authority of a country (`organisation` null), for one session. */
export interface Submission {
  readonly session: string;
  readonly organisation: string | null;
  /** The code of the country that they work in; must be said where the organisation has none, or where there is no organisation. */
  readonly country: string | null;
  /** What is sent again with the same key is as sent once. */
  readonly submission: string;
  readonly people: readonly NewParticipant[];
}

/** What came of it as a whole: GONE is also said of a session that is not for who asks. */
export const RegisterOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', CLOSED: 'CLOSED' } as const;
export type RegisterOutcome = keyof typeof RegisterOutcome;

/** What came of it for one of them. */
export const PersonOutcome = {
  AWAITING_VALIDATION: 'AWAITING_VALIDATION', CONFIRMED: 'CONFIRMED', WAITING: 'WAITING', OFFERED: 'OFFERED', WITHDRAWN: 'WITHDRAWN',
  REFUSED: 'REFUSED', ALREADY_REGISTERED: 'ALREADY_REGISTERED', REFUSED_BEFORE: 'REFUSED_BEFORE',
} as const;
export type PersonOutcome = keyof typeof PersonOutcome;

export interface Registered {
  readonly email: string;
  readonly outcome: PersonOutcome;
  /** The place on the waiting list, from 1; null for one that is not on it. */
  readonly position: number | null;
  /** Why there is no place for them; null when there is, or when it is not known. */
  readonly reason: NoPlace | null;
}

export interface RegisterResult {
  readonly outcome: RegisterOutcome;
  readonly people: readonly Registered[];
}

const nothing = (outcome: RegisterOutcome): RegisterResult => ({ outcome, people: [] });

/** How everybody takes part in sessions of a format; undefined where each says it. */
const MODE_OF: Readonly<Record<string, ParticipationMode | undefined>> = { ON_SITE: 'ON_SITE', ONLINE: 'ONLINE' };

/**
 * Registers people, all in one transaction, and writes to them. Each gets a place, or waits for one in the order of the list, or
 * waits for the embassy. Throws BAD_USER_INPUT where nobody has said how somebody takes part in a session held in both ways.
 */
export async function registerParticipants(em: EntityManager, doing: Doing, given: Submission): Promise<RegisterResult> {
  const [session] = await em.execute<{ format: string; isOpen: boolean }[]>(
    `select format, stage = 'OPEN' and starts_at > now() and coalesce(registration_until > now(), true) as "isOpen" from training_session where uuid = ?`, [given.session]);
  if (!session) return nothing('GONE');
  const party = await partyOf(em, given);
  if (!party || !mayRegister(await standingsOf(em, doing.person), party)) return nothing('NOT_ALLOWED');
  const people = given.people.map((one) => withMode(one, session.format));
  // Nobody is kept for a session that takes nobody.
  const keys = session.isOpen ? await keepParticipants(em, party, people) : await participantsOf(em, party, people);
  const { isOpen, needsValidation } = await holdSession(em, given.session);
  const stands = await standingOf(em, given, keys);
  const newcomers = people.filter(({ email }) => !stands.has(email));
  if (newcomers.length > 0 && !isOpen) return nothing('CLOSED');
  const ids = await addRegistrations(em, newcomers, { doing, given, party, keys, needsValidation });
  await openPlaces(em);
  for (const [email, id] of ids) stands.set(email, needsValidation ? { id, outcome: 'AWAITING_VALIDATION', reason: null } : await placed(em, id));
  return { outcome: 'DONE', people: await tell(em, doing, given, stands, new Set(ids.keys())) };
}

interface Party extends PartyPlace {
  readonly sector: Sector;
}

/** For whom they are registered; undefined when there is no such organisation or country for who asks. */
async function partyOf(em: EntityManager, { organisation, country }: Submission): Promise<Party | undefined> {
  if (organisation === null) return country === null ? undefined : { organisation, country, sector: sectorOf(null) };
  const [found] = await em.execute<{ country: string | null; kind: string }[]>('select country_code as country, kind from organisation where slug = ?', [organisation]);
  const own = found?.country ?? country;
  return found && own !== null ? { organisation, country: own, sector: sectorOf(found.kind) } : undefined;
}

interface Comer extends NewParticipant {
  readonly mode: ParticipationMode;
}

function withMode(one: NewParticipant, format: string): Comer {
  const mode = MODE_OF[format] ?? one.mode;
  if (!mode) throw new UserError('BAD_USER_INPUT', 'Say how they take part', { field: 'mode' });
  return { ...one, mode };
}

/** Adds those who are not known yet and corrects the others: their keys by address. In one order for all, so that two who add the same wait for each other and not both. */
async function keepParticipants(em: EntityManager, { organisation, country, sector }: Party, people: readonly NewParticipant[]): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const { name, email, locale, profession } of people.toSorted((a, b) => (a.email < b.email ? -1 : 1))) {
    const [row] = await em.execute<{ id: string }[]>(
      `insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (organisation_slug, country_code, email) do update set name = excluded.name, locale = excluded.locale, profession_code = excluded.profession_code returning uuid as id`,
      [v7(), organisation, country, sector, name, email, locale, profession]);
    keys.set(email, row!.id);
  }
  return keys;
}

/** The keys of those who are known already, by address. */
async function participantsOf(em: EntityManager, { organisation, country }: Party, people: readonly NewParticipant[]): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ email: string; id: string }[]>(
    `select email, uuid as id from participant where organisation_slug is not distinct from ? and country_code = ? and email = any(string_to_array(?, ' '))`,
    [organisation, country, people.map(({ email }) => email).join(' ')]);
  return new Map(rows.map(({ email, id }) => [email, id]));
}

/** How somebody stands. */
interface Stands {
  readonly id: string;
  readonly outcome: PersonOutcome;
  readonly reason: NoPlace | null;
}

interface Known {
  readonly id: string;
  readonly participant: string;
  readonly state: RegistrationState;
  readonly submission: string;
}

/** How those stand who are registered already, by address: as this very submission has made it, or by another. */
async function standingOf(em: EntityManager, { session, submission }: Submission, keys: ReadonlyMap<string, string>): Promise<Map<string, Stands>> {
  const rows = await em.execute<Known[]>(
    `select uuid as id, participant_uuid as participant, state, submission from registration where session_uuid = ? and participant_uuid = any(string_to_array(?, ' ')::uuid[])`,
    [session, [...keys.values()].join(' ')]);
  const stands = new Map<string, Stands>();
  for (const [email, key] of keys) {
    const own = rows.filter(({ participant }) => participant === key);
    const same = own.find((one) => one.submission === submission);
    const other = own.find(({ state }) => state !== 'WITHDRAWN');
    if (same) stands.set(email, { id: same.id, outcome: same.state, reason: null });
    else if (other) stands.set(email, { id: other.id, outcome: other.state === 'REFUSED' ? 'REFUSED_BEFORE' : 'ALREADY_REGISTERED', reason: null });
  }
  return stands;
}

interface Adding {
  readonly doing: Doing;
  readonly given: Submission;
  readonly party: Party;
  readonly keys: ReadonlyMap<string, string>;
  readonly needsValidation: boolean;
}

/** Adds a registration for each, in the order in which they were sent: their keys by address. */
async function addRegistrations(em: EntityManager, people: readonly Comer[], { doing, given, party, keys, needsValidation }: Adding): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { email, profession, mode } of people) {
    const id = v7();
    await em.execute(
      `insert into registration (uuid, session_uuid, participant_uuid, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), case when ?::boolean then null else clock_timestamp() end)`,
      [id, given.session, keys.get(email)!, party.organisation, party.country, party.sector, profession, mode, needsValidation ? 'AWAITING_VALIDATION' : 'WAITING', doing.person, given.submission, needsValidation]);
    ids.set(email, id);
  }
  return ids;
}

async function placed(em: EntityManager, id: string): Promise<Stands> {
  const reason = await takePlace(em, id);
  return { id, outcome: reason === null ? 'CONFIRMED' : 'WAITING', reason };
}

const LETTER = { AWAITING_VALIDATION: 'RECEIVED', CONFIRMED: 'CONFIRMED', WAITING: 'WAITING' } as const;

/** Writes to those who are new, and says of each what came of it. */
async function tell(em: EntityManager, { origin }: Doing, { session, people }: Submission, stands: ReadonlyMap<string, Stands>, news: ReadonlySet<string>): Promise<Registered[]> {
  const told: Registered[] = [];
  const letters: Letter[] = [];
  for (const { email } of people) {
    const { id, outcome, reason } = stands.get(email)!;
    const position = outcome === 'WAITING' ? await positionOf(em, id) : null;
    told.push({ email, outcome, position, reason });
    if (news.has(email)) letters.push({ registration: id, change: LETTER[outcome as keyof typeof LETTER], toCoordinator: false, ...(position !== null && { position }) });
  }
  await sendLetters(em, origin, letters);
  // Where somebody who has waited for longer could have had the place, it is offered to them now.
  if ([...stands.values()].some(({ reason }) => reason === 'OTHERS')) await offerPlaces(em, origin, session);
  return told;
}
