/** Participants who are one person, registered under two names or addresses: they become one, or it is said that they are two. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { type Letter, sendLetters } from './letters.ts';
import { type HeldSession, holdSession, linkToOffer, offerPlaces, openPlaces, positionOf } from './places.service.ts';
import type { Doing } from './register.service.ts';
import { mayMerge } from './registration.policy.ts';
import type { RegistrationState } from './registration.entity.ts';

/** What came of it: ALREADY where somebody else has made them one before; TAKEN where others of the organisation have the address; TWO_ACCOUNTS where each has an account of their own. GONE is also said of those that are not for who asks. */
export const MergeOutcome = { DONE: 'DONE', ALREADY: 'ALREADY', TAKEN: 'TAKEN', TWO_ACCOUNTS: 'TWO_ACCOUNTS', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED' } as const;
export type MergeOutcome = keyof typeof MergeOutcome;

/** What can be taken from the one that goes. WORK is organisation and country in one. */
export const ParticipantPart = { NAME: 'NAME', EMAIL: 'EMAIL', LOCALE: 'LOCALE', PROFESSION: 'PROFESSION', WORK: 'WORK' } as const;
export type ParticipantPart = keyof typeof ParticipantPart;

/** Two participants by their keys: who is kept, and who is the same person. */
export interface Merge {
  readonly kept: string;
  readonly gone: string;
  /** Sent again with the same key it is as sent once. */
  readonly key: string;
  /** What is taken from the one that goes; all else stays as it is with the one who is kept. */
  readonly takes: readonly ParticipantPart[];
}

interface Found {
  readonly id: string;
  /** Null of who has registered themselves as an expert. */
  readonly country: string | null;
  readonly mergedInto: string | null;
  readonly mergeKey: string | null;
}

const PAIR = `select uuid as id, country_code as country, merged_into_uuid as "mergedInto", merge_key as "mergeKey" from participant where uuid in (?, ?) order by email collate "C", uuid`;

/** Why two cannot be made one: they are so already, or one of them is somebody else by now; undefined when they can. */
function whyNot(pair: readonly Found[], key: string): MergeOutcome | undefined {
  if (pair.length < 2) return 'GONE';
  if (pair.every(({ mergedInto }) => mergedInto === null)) return undefined;
  const [one, other] = pair.map(({ id, mergedInto }) => mergedInto ?? id);
  if (one !== other) return 'GONE';
  return pair.some(({ mergeKey }) => mergeKey === key) ? 'DONE' : 'ALREADY';
}

/** The two as who asks sees them, and why they may not make them one. */
async function readPair(em: EntityManager, person: string, one: string, other: string): Promise<{ readonly pair: readonly Found[]; readonly refusal: MergeOutcome | undefined }> {
  const pair = await em.execute<Found[]>(PAIR, [one, other]);
  if (pair.length < 2) return { pair, refusal: 'GONE' };
  return { pair, refusal: mayMerge(await standingsOf(em, person), pair.map(({ country }) => country)) ? undefined : 'NOT_ALLOWED' };
}

/** The sessions for which one of the two is registered, in the order in which they are held. */
async function sessionsOf(em: EntityManager, { kept, gone }: Merge): Promise<string[]> {
  const rows = await em.execute<{ session: string }[]>(`select distinct session_uuid as session from registration where participant_uuid in (?, ?) and state <> 'WITHDRAWN' order by 1`, [kept, gone]);
  return rows.map(({ session }) => session);
}

/** A registration whose address is another one now, and how it stands. */
interface Readdressed {
  readonly session: string;
  readonly stays: string;
  readonly state: RegistrationState;
}

/** Of a session for which both were registered: the registration that stays; and the one that ended, how it stood, and who had made it (null where nobody is left who did). */
interface Ended extends Readdressed {
  readonly ends: string;
  readonly by: string | null;
}

/**
 * Makes two participants one: what was kept of either is of the one who is kept. Of two registrations for a session the one that has come furthest stays; the place of the
 * other goes to the next one who waits, and whoever had made the one that ends is told. The address of an account is kept, whatever was chosen. Throws SERVICE_UNAVAILABLE where one of them was registered anew while this was under way.
 */
export async function mergeParticipants(em: EntityManager, { person, origin }: Doing, merge: Merge): Promise<MergeOutcome> {
  const { kept, gone, key } = merge;
  const { pair, refusal } = await readPair(em, person, kept, gone);
  const not = refusal ?? whyNot(pair, key);
  if (not) return not;
  await openPlaces(em);
  const held = new Map<string, HeldSession>();
  for (const session of await sessionsOf(em, merge)) held.set(session, await holdSession(em, session));
  // Sessions first, then people, as those do who register.
  const changed = whyNot(await em.execute<Found[]>(`${PAIR} for update`, [kept, gone]), key);
  if (changed) return changed;
  if ((await sessionsOf(em, merge)).some((session) => !held.has(session))) throw new UserError('SERVICE_UNAVAILABLE', 'One of them has just been registered');
  const { outcome, ended, readdressed } = await joined(em, merge);
  if (outcome !== 'DONE') return outcome;
  const isServed = ({ session }: Readdressed): boolean => held.get(session)?.isServed ?? false;
  const [served, moved] = [ended.filter(isServed), readdressed.filter(isServed)];
  // Who merges knows of it.
  const told = served.filter(({ by }) => by !== person).map(({ ends }): Letter => ({ registration: ends, change: 'MERGED', toCoordinator: true }));
  await sendLetters(em, origin, [...await lettersOf(em, served, moved), ...told]);
  // Whoever comes to an address that has a place gives up their own.
  for (const session of new Set([...served, ...moved].map((one) => one.session))) await offerPlaces(em, origin, session);
  return 'DONE';
}

interface Joined {
  readonly outcome: MergeOutcome;
  readonly ended: readonly Ended[];
  readonly readdressed: readonly Readdressed[];
}

/** The code with which PostgreSQL refuses what somebody else has already. */
const UNIQUE = '23505';

async function joined(em: EntityManager, { kept, gone, key, takes }: Merge): Promise<Joined> {
  try {
    const [done] = await em.execute<Joined[]>(`select outcome, ended, readdressed from merge_participants(?, ?, ?, string_to_array(?, ' '))`, [kept, gone, key, takes.join(' ')]);
    return done!;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE) throw new UserError('SERVICE_UNAVAILABLE', 'Somebody has just been registered with that address');
    throw error;
  }
}

/** Those who have a mail with a link: to withdraw, to accept. */
const LETTERED: ReadonlySet<RegistrationState> = new Set(['CONFIRMED', 'WAITING', 'OFFERED']);

/** Who had two mails with a link to withdraw, or with a pass, or had them at another address, is sent those that count; so is who was offered a place at another address. */
async function lettersOf(em: EntityManager, ended: readonly Readdressed[], readdressed: readonly Readdressed[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  const moved = new Set(readdressed.map(({ stays }) => stays));
  const concerned = [...ended.filter(({ state }) => state !== 'OFFERED'), ...readdressed].filter(({ state }) => LETTERED.has(state));
  for (const stays of new Set(concerned.map((one) => one.stays))) {
    // One that was readdressed may have ended since.
    const [row] = await em.execute<{ state: RegistrationState }[]>('select state from registration where uuid = ?', [stays]);
    if (row!.state === 'OFFERED' && moved.has(stays)) letters.push(await linkToOffer(em, stays));
    if (row!.state === 'CONFIRMED') letters.push({ registration: stays, change: 'CONFIRMED', toCoordinator: false });
    if (row!.state === 'WAITING') letters.push({ registration: stays, change: 'WAITING', toCoordinator: false, position: await positionOf(em, stays) });
  }
  return letters;
}

/** Says that two participants are not one person: they are not proposed again, and have a place each where they had one together and another is left. Said again it changes nothing. */
export async function separateParticipants(em: EntityManager, { person }: Pick<Doing, 'person'>, one: string, other: string): Promise<MergeOutcome> {
  const { pair, refusal } = await readPair(em, person, one, other);
  if (refusal) return refusal;
  if (pair.some(({ mergedInto }) => mergedInto !== null)) return 'ALREADY';
  await em.execute('insert into participant_apart (first_uuid, second_uuid, said_by_id) values (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?) on conflict do nothing', [one, other, one, other, person]);
  await em.execute('select part_seats(?, ?)', [one, other]);
  return 'DONE';
}
