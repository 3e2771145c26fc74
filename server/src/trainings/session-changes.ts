/** What others do when a session changes: in the same transaction, so that both are done or neither is. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SessionInWords } from '../calendars/index.ts';
import type { HeldSession } from './session-content.ts';
import { fault, type SessionFault } from './session-fault.ts';

/** What has changed of a session that is announced; of its programme the days on which it is held or their hours (DAYS), or who teaches which part (PARTS); VENUE is where in its town, which not everybody is told. */
export type SessionChangeKind = 'OPENED' | 'CLOSED' | 'REOPENED' | 'CANCELLED' | 'ARCHIVED' | 'TIME' | 'PLACE' | 'VENUE' | 'PLACES' | 'DEADLINE' | 'VALIDATION' | 'TRAINERS' | 'DAYS' | 'PARTS';

/** A session as it was before, or is after a change: a format, a town with what is in it and a country are its place, a start, an end and a zone its time. */
export type SessionSnapshot = Pick<
  HeldSession, 'stage' | 'startsAt' | 'endsAt' | 'timeZone' | 'format' | 'country' | 'town' | 'venue' | 'address' | 'places' | 'placesOnSite' | 'placesOnline' | 'registrationUntil' | 'needsValidation' | 'sequence' | 'trainers'>;

export interface SessionChange {
  /** The key of who has changed it. */
  readonly by: string;
  /** Where people reach the site: what links in mails begin with. */
  readonly origin: string;
  /** At least one. */
  readonly kinds: readonly SessionChangeKind[];
  readonly before: SessionSnapshot;
  readonly after: SessionSnapshot;
  /** Of other DAYS: the session as calendars have it until now. */
  readonly entered?: SessionInWords;
  /** Of other PARTS: who teaches others than before, by the keys of the experts. */
  readonly reassigned?: readonly string[];
}

/** Does what a change asks for; what it throws undoes the change. `session` is its key. */
export type SessionListener = (em: EntityManager, session: string, change: SessionChange) => Promise<void>;

const listeners: SessionListener[] = [];

/** Has `listener` told of each change of a session that is announced, after those that came before it. Called when a feature is loaded. Gives the way to take it back. */
export function whenSessionChanges(listener: SessionListener): () => void {
  listeners.push(listener);
  return () => void listeners.splice(listeners.indexOf(listener), 1);
}

/** Tells all of a change, one after the other, in the transaction of `em`. */
export async function onSessionChanged(em: EntityManager, session: string, change: SessionChange): Promise<void> {
  for (const listener of listeners) await listener(em, session, change);
}

/** Says whether a session that is to be held from `startsAt` to `endsAt` would begin too late or end too early. `session` is its key. */
export type TimesCheck = (em: EntityManager, session: string, to: Pick<HeldSession, 'startsAt' | 'endsAt' | 'timeZone'>) => Promise<readonly ('STARTS' | 'ENDS')[]>;

const checks: TimesCheck[] = [];

/** Has `check` asked before the time of a session is changed, a draft's too. Called when a feature is loaded. */
export function whenTimesChange(check: TimesCheck): void {
  checks.push(check);
}

/** What keeps a session from being held then. */
export async function timesFaults(em: EntityManager, session: string, to: Parameters<TimesCheck>[2]): Promise<SessionFault[]> {
  const found: SessionFault[] = [];
  for (const check of checks) found.push(...(await check(em, session, to)).map((field) => fault(field, 'PARTS_OUTSIDE')));
  return found;
}

const FIELDS: Readonly<Partial<Record<SessionChangeKind, readonly (keyof SessionSnapshot)[]>>> = {
  TIME: ['startsAt', 'endsAt', 'timeZone'], PLACE: ['format', 'country', 'town'], VENUE: ['venue', 'address'], PLACES: ['places', 'placesOnSite', 'placesOnline'], DEADLINE: ['registrationUntil'], VALIDATION: ['needsValidation'], TRAINERS: ['trainers'],
};

/** Which of the kinds a change of these fields is. */
export function kindsOf(changed: ReadonlySet<string>): SessionChangeKind[] {
  return Object.entries(FIELDS).filter(([, fields]) => fields.some((field) => changed.has(field))).map(([kind]) => kind as SessionChangeKind);
}
