/** Registering people for a session. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { type AnyMail, queueMails } from '../mail/index.ts';
import { standingsOf } from '../members/index.ts';
import { type AnswerFault, keepAnswers, type ReadAnswers, readAnswers, registeredBefore, type SentAnswer } from './answers.service.ts';
import { type Facts, type Letter, type Pass, passesOf, type Words, wordsOf, writeLetter, writeSummary } from './letters.ts';
import type { Sector } from './participant.entity.ts';
import { type NoPlace, offerPlaces, openPlaces } from './places.service.ts';
import { mayRegister, type PartyPlace, sectorOf } from './registration.policy.ts';
import type { ParticipationMode } from './registration.entity.ts';

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
  /** What they answer to the questions of the session. */
  readonly answers: readonly SentAnswer[];
}

/** Several people of one organisation, or of an authority of a country (`organisation` null), for one session. */
export interface Submission {
  readonly session: string;
  readonly organisation: string | null;
  /** The code of the country that they work in; must be said where the organisation has none, or where there is no organisation. */
  readonly country: string | null;
  /** What is sent again with the same key is as sent once. */
  readonly submission: string;
  /** The language of the page on which it was written. */
  readonly locale: Locale;
  /** The session in which who registers is signed in, where files wait; null for none. */
  readonly signIn: string | null;
  readonly people: readonly NewParticipant[];
}

/** What came of it as a whole: GONE is also said of a session that is not for who asks; INVALID when something is wrong with the answers. */
export const RegisterOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', CLOSED: 'CLOSED', INVALID: 'INVALID' } as const;
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
  /** What is wrong with the answers; empty unless it is INVALID. */
  readonly faults: readonly AnswerFault[];
}

const nothing = (outcome: RegisterOutcome, faults: readonly AnswerFault[] = []): RegisterResult => ({ outcome, people: [], faults });

/** How everybody takes part in sessions of a format; undefined where each says it. */
const MODE_OF: Readonly<Record<string, ParticipationMode | undefined>> = { ON_SITE: 'ON_SITE', ONLINE: 'ONLINE' };

/**
 * Registers people, all in one transaction, and writes to them. Each gets a place, or waits for one in the order of the list, or
 * waits for the embassy. All that can be read before is: the session is held for two statements. Throws BAD_USER_INPUT where
 * nobody has said how somebody takes part in a session held in both ways.
 */
export async function registerParticipants(em: EntityManager, doing: Doing, given: Submission): Promise<RegisterResult> {
  const [session] = await em.execute<{ format: string; isOpen: boolean }[]>(
    `select format, stage = 'OPEN' and starts_at > now() and coalesce(registration_until > now(), true) as "isOpen" from training_session where uuid = ?`, [given.session]);
  if (!session) return nothing('GONE');
  const party = await partyOf(em, given);
  if (!party || !mayRegister(await standingsOf(em, doing.person), party)) return nothing('NOT_ALLOWED');
  const people = given.people.map((one) => withMode(one, session.format));
  const answers = await answersOf(em, doing.person, given, session.isOpen);
  if ('faults' in answers) return nothing('INVALID', answers.faults);
  // Nobody is kept for a session that takes nobody.
  const keys = await (session.isOpen ? keepParticipants : participantsOf)(em, party, people);
  if (people.some(({ email }) => !keys.has(email))) return nothing('CLOSED');
  const words = await wordsOf(em, [given.session], [party.country]);
  const [registrar] = await em.execute<Registrar[]>(`select email, coalesce(locale, 'fr') as locale from person where id = ?`, [doing.person]);
  const stands = await register(em, given, party, people, keys);
  if (stands.some(({ outcome }) => outcome === 'CLOSED')) return nothing('CLOSED');
  await keepAnswers(em, stands.flatMap(({ id, isNew }, n) => (isNew ? [{ registration: id, email: people[n]!.email, rows: answers.rows[n]! }] : [])));
  const passes = await passesOf(em, stands.filter(({ isNew, outcome }) => isNew && outcome === 'CONFIRMED').map(({ id }) => id));
  await queueMails(em, mailsOf(stands.map((stand, n) => ({ stand, one: people[n]! })), { session: given.session, country: party.country, registrar: registrar!, words, passes, origin: doing.origin }));
  // Where somebody who has waited for longer could have had the place, it is offered to them now.
  if (stands.some(({ reason }) => reason === 'OTHERS')) {
    await openPlaces(em);
    await offerPlaces(em, doing.origin, given.session);
  }
  return { outcome: 'DONE', faults: [], people: stands.map(({ outcome, position, reason }, n) => ({ email: people[n]!.email, outcome: outcome as PersonOutcome, position, reason })) };
}

/** What each answers, in their order. Of those whom the same submission has registered already, and of a session that takes nobody, nothing is asked. */
async function answersOf(em: EntityManager, person: string, { session, submission, signIn, locale, people }: Submission, isOpen: boolean): Promise<ReadAnswers> {
  if (!isOpen) return { rows: people.map(() => []) };
  const before = await registeredBefore(em, session, submission);
  return readAnswers(em, { session, person, signIn }, people.map(({ email, answers }) => (before.has(email) ? null : answers)), locale);
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

type Keys = ReadonlyMap<string, string>;

/** Adds those who are not known yet and corrects the others: their keys by address. In one order for all, so that two who add the same wait for each other and not both. */
async function keepParticipants(em: EntityManager, { organisation, country, sector }: Party, people: readonly NewParticipant[]): Promise<Keys> {
  const rows = await em.execute<{ email: string; id: string }[]>(
    `insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code)
       select id, ?, ?, ?, name, email, locale, profession from jsonb_to_recordset(?::jsonb) as x (id uuid, name text, email text, locale text, profession text) order by email collate "C"
     on conflict (organisation_slug, country_code, email) do update set name = excluded.name, locale = excluded.locale, profession_code = excluded.profession_code returning email, uuid as id`,
    [organisation, country, sector, JSON.stringify(people.map(({ name, email, locale, profession }) => ({ name, email, locale, profession, id: v7() })))]);
  return new Map(rows.map(({ email, id }) => [email, id]));
}

/** The keys of those who are known already, by address. */
async function participantsOf(em: EntityManager, { organisation, country }: Party, people: readonly NewParticipant[]): Promise<Keys> {
  const rows = await em.execute<{ email: string; id: string }[]>(
    `select email, uuid as id from participant where organisation_slug is not distinct from ? and country_code = ? and email = any(string_to_array(?, ' '))`,
    [organisation, country, people.map(({ email }) => email).join(' ')]);
  return new Map(rows.map(({ email, id }) => [email, id]));
}

/** How somebody stands now. */
interface Stands {
  readonly id: string;
  readonly isNew: boolean;
  readonly outcome: PersonOutcome | 'CLOSED';
  readonly reason: NoPlace | null;
  readonly position: number | null;
}

/** Registers them, in their order; from here on the session is held. */
async function register(em: EntityManager, { session, submission }: Submission, { organisation, country, sector }: Party, people: readonly Comer[], keys: Keys): Promise<Stands[]> {
  const rows = people.map(({ email, profession, mode }, n) => ({ n, id: v7(), participant: keys.get(email)!, email, organisation, country, sector, profession, mode }));
  return em.execute<Stands[]>(
    'select registration as id, is_new as "isNew", outcome, reason, place as position from register_people(?, ?, ?::jsonb) order by n', [session, submission, JSON.stringify(rows)]);
}

const CHANGE = { AWAITING_VALIDATION: 'RECEIVED', CONFIRMED: 'CONFIRMED', WAITING: 'WAITING' } as const;

/** Who registers, as they are written to. */
interface Registrar {
  readonly email: string;
  readonly locale: Locale;
}

interface Told {
  readonly session: string;
  readonly country: string;
  readonly registrar: Registrar;
  readonly words: Words;
  /** Of those who have a place, by their keys. */
  readonly passes: ReadonlyMap<string, Pass>;
  readonly origin: string;
}

/** What is told: to each who is new what came of it, and of all of them to who has registered them, unless that is the one. */
function mailsOf(all: readonly { readonly stand: Stands; readonly one: Comer }[], { session, country, registrar, words, passes, origin }: Told): AnyMail[] {
  const fresh = all.filter(({ stand }) => stand.isNew);
  const letters = fresh.flatMap(({ stand, one }) => writeLetter(letterOf(stand), factsOf(one, session, country, passes.get(stand.id) ?? null), words, origin));
  if (fresh.every(({ one }) => one.email === registrar.email)) return letters;
  return [...letters, writeSummary(fresh.map(({ stand, one }) => ({ name: one.name, change: changeOf(stand) })), registrar, session, words, origin)];
}

const changeOf = ({ outcome }: Stands): (typeof CHANGE)[keyof typeof CHANGE] => CHANGE[outcome as keyof typeof CHANGE];

function letterOf(stand: Stands): Letter {
  return { registration: stand.id, change: changeOf(stand), toCoordinator: false, ...(stand.position !== null && { position: stand.position }) };
}

function factsOf({ name, email, locale }: Comer, session: string, country: string, pass: Pass | null): Facts {
  return { name, email, locale, country, session, coordinator: null, coordinatorLocale: null, until: null, pass };
}
