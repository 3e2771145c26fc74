/** Registering people for a session. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { runPrepared } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { queueMails } from '../mail/index.ts';
import { newSecret, OWN_STANDINGS, type Standing } from '../members/index.ts';
import { FORMS } from '../questions/index.ts';
import { type AnswerFault, keepAnswers, type ReadAnswers, readAnswers, registeredBefore, type SentAnswer } from './answers.service.ts';
import type { Keeper } from './answer-files.service.ts';
import { leaveLink } from './leave-links.ts';
import { passesOf } from './letters.ts';
import { holdSession, type NoPlace, offerPlaces, openPlaces } from './places.service.ts';
import { type PersonFault, personFaults, refuseUncounted } from './person-faults.service.ts';
import { mailsOf, type Written } from './register-mails.ts';
import { mayRegister, type PartyPlace, sectorOf } from './registration.policy.ts';
import type { ParticipationMode } from './registration.entity.ts';
import { type ReadWords, selectWords, wordsFor } from './words.ts';

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
  /** That whoever has the number of their certificate sees their name: counts where who registers is who takes part. */
  readonly showsName: boolean;
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
  /** The session in which who registers is signed in, where files wait; null for none: no file is asked of them, but for whoever has a link. */
  readonly signIn: string | null;
  readonly people: readonly NewParticipant[];
  /** False where nobody is registered but those whom the same key has registered before. */
  readonly mayAdd: boolean;
}

/** What came of it as a whole: GONE is also said of a session that is not for who asks; INVALID when something is wrong with the answers, or with what is said of somebody; NOMINATED of who registers themselves where nobody may. */
export const RegisterOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', CLOSED: 'CLOSED', NOMINATED: 'NOMINATED', INVALID: 'INVALID' } as const;
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
  /** How many of them the same key had registered before. */
  readonly again: number;
  /** What is wrong with the answers; empty unless it is INVALID. */
  readonly faults: readonly AnswerFault[];
  /** What is wrong with what is said of them; empty unless it is INVALID. */
  readonly personFaults: readonly PersonFault[];
}

/** What is read before anything is held: of the session, of the organisation, and of who registers, with the words in which people are told. */
interface Read extends ReadWords {
  /** Null where there is no such session for who asks. */
  readonly format: string | null;
  readonly isOpen: boolean;
  /** Whether its form has, or has had, a question: that stays so until the transaction ends. */
  readonly isAsking: boolean;
  /** Whether places are counted by profession. */
  readonly asksProfession: boolean;
  /** Null where there is no such organisation. */
  readonly organisationKind: string | null;
  readonly organisationCountry: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly standings: readonly Standing[];
}

/** What a whole submission comes to because of its session. */
type Whole = 'CLOSED' | 'NOMINATED' | 'GONE';
const isWhole = (outcome: PersonOutcome | Whole): outcome is Whole => outcome === 'CLOSED' || outcome === 'NOMINATED' || outcome === 'GONE';

export const nothing = (outcome: RegisterOutcome, faults: readonly AnswerFault[] = [], personFaults: readonly PersonFault[] = []): RegisterResult => ({ outcome, people: [], again: 0, faults, personFaults });

/** How everybody takes part in sessions of a format; undefined where each says it. */
const MODE_OF: Readonly<Record<string, ParticipationMode | undefined>> = { ON_SITE: 'ON_SITE', ONLINE: 'ONLINE' };

/** What is read before anybody is registered; undefined for who is nobody. What is asked stays so until the transaction ends. */
export async function readBefore(em: EntityManager, { session, organisation, country }: Pick<Submission, 'session' | 'organisation' | 'country'>): Promise<Read | undefined> {
  const [read] = await runPrepared<Read>(em,
    `select format, is_open as "isOpen", is_asking as "isAsking", coalesce((select s.asks_profession from training_session s where s.uuid = $1), false) as "asksProfession", organisation_kind as "organisationKind", organisation_country as "organisationCountry", email, locale, ${OWN_STANDINGS} as standings,
       ${selectWords('array[$1::uuid]', 'array[coalesce(organisation_country, $4)]')}
     from before_registering($1, $2, $3)`, [session, organisation, FORMS, country]);
  return read;
}

/**
 * Registers people, all in one transaction, and writes to them. Each gets a place, or waits for one in the order of the list, or
 * waits for the embassy. All that can be read before is: the session is held for two statements. Throws SERVICE_UNAVAILABLE
 * where the session was opened, or began to count places by profession, while this was under way, BAD_USER_INPUT where
 * nobody has said how somebody takes part in a session held in both ways.
 */
export async function registerParticipants(em: EntityManager, doing: Doing, given: Submission): Promise<RegisterResult> {
  const read = await readBefore(em, given);
  if (!read?.format) return nothing('GONE');
  const party = partyOf(given, read);
  if (!party || !mayRegister(read.standings, party)) return nothing('NOT_ALLOWED');
  return placePeople(em, doing, given, { read, party, way: 'OTHERS' });
}

const WRITTEN = 'left join lateral written_to(registration) w on is_new';
/** What registers people whom somebody nominates, who asks, and who has the secret of an invitation, with how who is new is written to (`w`): `$1` is the session. */
const WAYS = { OTHERS: `register_people($1, $2, keep_participants($1, $3, $4, $5, $6)) ${WRITTEN}`, MYSELF: `register_myself($1, $2, $3, $4, $5, $6) ${WRITTEN}`, INVITED: 'register_invited($1, $2, $3, $4, $5, $6) w' } as const;

/** What was read before, with who is told of all of them (`email` null for nobody), for whom they take part, and whether somebody registers others, themselves, or by an invitation. */
interface Placing {
  readonly read: Pick<Read, 'format' | 'isOpen' | 'isAsking' | 'asksProfession'> & Partial<ReadWords> & { readonly email: string | null; readonly locale: Locale };
  readonly party: PartyPlace;
  readonly way: keyof typeof WAYS;
  /** Of an invitation, the hash of its secret. */
  readonly invitation?: string;
}

/** Takes what they answer, registers them and writes to them. The session is there for who asks, and they may register such people. Throws as `registerParticipants`. */
export async function placePeople(em: EntityManager, doing: Doing, given: Submission, placing: Placing): Promise<RegisterResult> {
  const { read, party } = placing;
  const people = given.people.map((one) => withMode(one, read.format!));
  const answers = await checked(em, keeperOf(doing, given, placing), given, read);
  if ('outcome' in answers) return answers;
  const before = await wordsFor(em, given.session, party.country, read);
  const stands = await register(em, given, placing, people).catch(refuseUncounted);
  const whole = stands.map(({ outcome }) => outcome).find(isWhole);
  if (whole) return nothing(whole);
  if (!read.isOpen || !given.mayAdd) refuseNew(stands);
  await keepAnswers(em, placing.invitation !== undefined, stands.flatMap(({ id, isNew }, n) => (isNew ? [{ registration: id, rows: answers.rows[n]! }] : [])));
  await showOwnName(em, stands.flatMap(({ id, isNew }, n) => (isNew && people[n]!.showsName && people[n]!.email === read.email ? [id] : [])));
  const passes = await passesOf(em, stands.filter(({ isNew, outcome }) => isNew && outcome === 'CONFIRMED').map(({ id }) => id));
  // Where in its town it is held is for those who come, and so for who has just registered one of them.
  const words = passes.size > 0 ? await wordsFor(em, given.session, party.country) : before;
  await queueMails(em, mailsOf(stands.map((stand, n) => ({ stand, one: people[n]! })), { session: given.session, country: party.country, registrar: read.email === null ? null : { email: read.email, locale: read.locale }, words, passes, origin: doing.origin }));
  if (stands.some(({ reason }) => reason === 'OTHERS') || (read.asksProfession && stands.some(isSaidLate(people)))) await offerToOthers(em, doing.origin, given.session);
  return { outcome: 'DONE', again: stands.filter(isAgain).length, faults: [], personFaults: [], people: stands.map(({ outcome, position, reason }, n) => ({ email: people[n]!.email, outcome: outcome as PersonOutcome, position, reason })) };
}

/** Nobody has looked at what they answer, or counted them: all of it is undone, and right when it is sent again. */
function refuseNew(stands: readonly { readonly isNew: boolean }[]): void {
  if (stands.some(({ isNew }) => isNew)) throw new UserError('SERVICE_UNAVAILABLE', 'The session has changed just now');
}

/** Whether the same key has registered them before. */
const isAgain = ({ isNew, outcome }: { readonly isNew: boolean; readonly outcome: string }): boolean => !isNew && outcome !== 'ALREADY_REGISTERED' && outcome !== 'REFUSED_BEFORE';

/** Whether somebody who is registered already may have had their profession said now, for want of which no place was theirs. */
const isSaidLate = (people: readonly NewParticipant[]) => ({ isNew, outcome }: { readonly isNew: boolean; readonly outcome: string }, n: number): boolean => !isNew && outcome === 'ALREADY_REGISTERED' && people[n]!.profession !== null;

/** Keeps that the name of who registers themselves is shown; the database asks once more who that is. */
async function showOwnName(em: EntityManager, registrations: readonly string[]): Promise<void> {
  if (registrations.length > 0) await em.execute(`select show_own_name(string_to_array(?, ' ')::uuid[])`, [registrations.join(' ')]);
}

/** Offers the place to somebody who has waited for longer and could have had it, or who can have it from now on. */
async function offerToOthers(em: EntityManager, origin: string, session: string): Promise<void> {
  await openPlaces(em);
  if ((await holdSession(em, session)).isServed) await offerPlaces(em, origin, session);
}

/** With whom the files wait that they are registered with. */
function keeperOf({ person }: Doing, { signIn }: Submission, { invitation }: Placing): Keeper | null {
  if (invitation !== undefined) return { link: invitation };
  return signIn === null ? null : { person, signIn };
}

/** What each answers, in their order; or what is wrong with that, and with what is said of them. */
async function checked(em: EntityManager, keeper: Keeper | null, given: Submission, read: Placing['read']): Promise<Extract<ReadAnswers, { rows: unknown }> | RegisterResult> {
  const answers = await answersOf(em, keeper, given, read);
  const wrong = await personFaults(em, given, read);
  if ('faults' in answers) return nothing('INVALID', answers.faults, wrong);
  return wrong.length > 0 ? nothing('INVALID', [], wrong) : answers;
}

/** What each answers, in their order. Of those whom the same submission has registered already, and of a session that takes nobody, nothing is asked. */
async function answersOf(em: EntityManager, keeper: Keeper | null, { session, submission, locale, people }: Submission, { isOpen, isAsking }: Placing['read']): Promise<ReadAnswers> {
  if (!isOpen || (!isAsking && people.every(({ answers }) => answers.length === 0))) return { rows: people.map(() => []) };
  const before = await registeredBefore(em, session, submission);
  return readAnswers(em, { session, keeper }, people.map(({ email, answers }) => (before.has(email) ? null : answers)), locale);
}

/** For whom they are registered; undefined when there is no such organisation or country for who asks. */
function partyOf({ organisation, country }: Submission, { organisationKind, organisationCountry }: Read): PartyPlace | undefined {
  if (organisation === null) return country === null ? undefined : { organisation, country, sector: sectorOf(null) };
  const own = organisationCountry ?? country;
  return organisationKind !== null && own !== null ? { organisation, country: own, sector: sectorOf(organisationKind) } : undefined;
}

interface Comer extends NewParticipant {
  readonly mode: ParticipationMode;
}

function withMode(one: NewParticipant, format: string): Comer {
  const mode = MODE_OF[format] ?? one.mode;
  if (!mode) throw new UserError('BAD_USER_INPUT', 'Say how they take part', { field: 'mode' });
  return { ...one, mode };
}

/** How somebody stands now. */
interface Stands extends Written {
  readonly outcome: PersonOutcome | Whole;
}

/** Holds the session, keeps them as participants and registers them, in their order. Nobody is kept for a session that takes nobody. */
async function register(em: EntityManager, { session, submission }: Submission, { party: { organisation, country, sector }, way, invitation }: Omit<Placing, 'read'>, people: readonly Comer[]): Promise<Stands[]> {
  const secrets = people.map(() => newSecret());
  const rows = people.map(({ name, email, locale, profession, mode, showsName }, n) => ({ n, id: v7(), participant: v7(), name, email, locale, profession, mode, leave_hash: secrets[n]!.hash, ...(invitation !== undefined && { invitation, shows_name: showsName }) }));
  const stands = await runPrepared<Omit<Stands, 'leave'>>(em,
    `select registration as id, is_new as "isNew", outcome, reason, place as position, w.email as to, w.locale
     from ${WAYS[way]} order by n`, [session, submission, organisation, country, sector, JSON.stringify(rows)]);
  return stands.map((stand, n) => ({ ...stand, leave: stand.isNew && (stand.outcome === 'CONFIRMED' || stand.outcome === 'WAITING') ? leaveLink(stand.id, secrets[n]!.secret) : undefined }));
}
