/** Preparing a session: making it, changing what is said of it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { refuseVictimsData } from '../core/guard/index.ts';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import { standingsOf } from '../members/index.ts';
import { holdTrainers, refuseBusyTrainers } from './busy-trainers.ts';
import { differences, type HeldSession, holdSession, needFaultsIn, type SessionContent, type Unheld, unknownIn, writeLinks } from './session-content.ts';
import { kindsOf, onSessionChanged, timesFaults } from './session-changes.ts';
import { readSession, type SentKeys } from './read-session.ts';
import { fault, type SessionFault } from './session-fault.ts';
import type { SessionInput } from './session-input.type.ts';
import { abilitiesOf, mayPrepare } from './training.policy.ts';

/**
 * What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed it since it was read; TOO_LATE when it is
 * over, called off or put away; GONE is also said of what is not for who asks.
 */
export const SessionOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type SessionOutcome = keyof typeof SessionOutcome;

export interface SessionResult {
  readonly outcome: SessionOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly SessionFault[];
}

/** Who does it, and where people reach the site. */
export interface Preparing {
  readonly person: string;
  readonly origin: string;
}

/** What is sent of a session. */
export interface SentSession extends SentKeys {
  readonly input: SessionInput;
  /** The keys of the needs that who sends it has read that it works on; undefined for those that it does. */
  readonly needsRead: readonly string[] | undefined;
}

export const result = (outcome: SessionOutcome, faults: readonly SessionFault[] = []): SessionResult => ({ outcome, faults });

/**
 * Makes a session, as a draft, under a key that its author has chosen: sent again, it is the same session, with what was
 * sent last. Throws VICTIM_DATA for texts that tell who a person is, TRAINER_BUSY where somebody who teaches would be in two places at once.
 */
export async function createSession(em: EntityManager, doing: Preparing, key: string, sent: SentSession): Promise<SessionResult> {
  const content = await readContent(em, key, sent);
  if ('faults' in content) return content;
  if (!mayPrepare(await standingsOf(em, doing.person), content.country)) return result('NOT_ALLOWED');
  await holdTrainers(em, key, content.trainers);
  const made = await em.execute<unknown[]>(
    `insert into training_session (uuid, stage, prepared_by_id, source_locale, level, theme_code, format, country_code, town, time_zone, starts_at, ends_at, registration_until, places, needs_validation, needs_nomination)
     values (?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1`,
    [key, doing.person, ...ownColumns(content)],
  );
  if (made.length === 0) return updateSession(em, doing, key, { version: 1, sent: { ...sent, needsRead: undefined } });
  await writeSourceTexts(em, key, content, 1);
  await writeLinks(em, key, content, new Set(['audiences', 'trainers', 'recommendations', 'needs', 'workingLanguages', 'venue', 'address', 'placesOnSite', 'placesOnline']));
  await refuseBusyTrainers(em, key);
  return result('DONE');
}

/**
 * Changes what is said of a session; what is not sent stays as it is. `version` is the one that who changes it has read: once somebody else has changed it, nothing
 * is written, unless it is so already. Links to needs of other countries raise none, so that these are held to those that were read. Those whom a change of an announced session concerns are told in the same transaction.
 * Throws VICTIM_DATA for texts that tell who a person is, TRAINER_BUSY where somebody who teaches would be in two places at once.
 */
export async function updateSession(em: EntityManager, doing: Preparing, key: string, { version, sent }: { version: number; sent: SentSession }): Promise<SessionResult> {
  const held = await holdSession(em, key);
  const content = await readContent(em, key, sent, held);
  if ('faults' in content) return content;
  if (typeof held === 'string') return result(held);
  const changed = differences(held, content);
  if (changed.size === 0) return result('DONE');
  const standings = await standingsOf(em, doing.person);
  if (!mayPrepare(standings, content.country)) return result('NOT_ALLOWED');
  if (!abilitiesOf(held, standings).edit) return result('TOO_LATE');
  if (isOutdated(held, { version, sent }, changed)) return result('CONFLICT');
  const faults = [...(held.stage === 'DRAFT' ? [] : pastFaults(content, changed)), ...(kindsOf(changed).includes('TIME') ? await timesFaults(em, key, content) : [])];
  if (faults.length > 0) return result('INVALID', faults);
  await holdTrainers(em, key, content.trainers);
  await write(em, key, held, content, changed);
  await refuseBusyTrainers(em, key);
  await tell(em, doing, key, { held, content, changed });
  return result('DONE');
}

/** Whether somebody else has changed the session since it was read: its version, or, where others are sent, the needs that it works on. */
function isOutdated({ version, needs }: HeldSession, read: { readonly version: number; readonly sent: SentSession }, changed: ReadonlySet<string>): boolean {
  const { needsRead = needs } = read.sent;
  return version !== read.version || (changed.has('needs') && JSON.stringify([...needsRead].sort()) !== JSON.stringify(needs));
}

/** What is sent, with what stays of the session that is held, as it can be stored, or what is wrong with it. */
async function readContent(em: EntityManager, key: string, { input, ...keys }: SentSession, held?: HeldSession | Unheld): Promise<SessionContent | SessionResult> {
  const content = readSession(input, keys, typeof held === 'string' ? undefined : held);
  if (!('title' in content)) return result('INVALID', content);
  const unknown = [...(await unknownIn(em, content)), ...(await needFaultsIn(em, key, content))];
  if (unknown.length > 0) return result('INVALID', unknown);
  for (const field of ['title', 'summary', 'programme', 'objectives', 'town', 'venue', 'address'] as const) refuseVictimsData(`input.${field}`, content[field] ?? '');
  return content;
}

/** An announced session is not moved into the past. */
function pastFaults({ startsAt, endsAt }: SessionContent, changed: ReadonlySet<string>): SessionFault[] {
  const now = new Date();
  return [
    ...(changed.has('startsAt') && startsAt <= now ? [fault('STARTS', 'PAST')] : []),
    ...(changed.has('endsAt') && endsAt <= now ? [fault('ENDS', 'PAST')] : []),
  ];
}

function ownColumns(content: SessionContent): unknown[] {
  const { sourceLocale, level, theme, format, country, town, timeZone, startsAt, endsAt, registrationUntil, places, needsValidation, needsNomination } = content;
  return [sourceLocale, level, theme, format, country, town, timeZone, startsAt, endsAt, registrationUntil, places, needsValidation, needsNomination];
}

const isMoved = (changed: ReadonlySet<string>): boolean => kindsOf(changed).some((kind) => kind === 'TIME' || kind === 'PLACE' || kind === 'VENUE');
const isAnnounced = ({ stage }: HeldSession): boolean => stage !== 'DRAFT';
const TEXTS = ['title', 'summary', 'programme', 'objectives', 'sourceLocale'] as const;
const SOURCE = { table: 'training_session_translation', owner: 'session_uuid', columns: ['title', 'summary', 'programme', 'objectives'] };

async function write(em: EntityManager, key: string, held: HeldSession, content: SessionContent, changed: ReadonlySet<keyof SessionContent>): Promise<void> {
  const { title, summary, programme, objectives } = content;
  await keepTranslations(em, SOURCE, { was: held.sourceLocale, is: content.sourceLocale }, [{ key, texts: { title, summary, programme, objectives } }]);
  const hasTexts = TEXTS.some((text) => changed.has(text));
  const sourceVersion = hasTexts && !(await isSaidAlready(em, key, held, content)) ? held.sourceVersion + 1 : held.sourceVersion;
  await em.execute(
    `update training_session set source_locale = ?, level = ?, theme_code = ?, format = ?, country_code = ?, town = ?, time_zone = ?, starts_at = ?, ends_at = ?, registration_until = ?, places = ?,
       needs_validation = ?, needs_nomination = ?, source_version = ?, version = version + ?, sequence = sequence + ? where uuid = ?`,
    [...ownColumns(content), sourceVersion, (await isUnseen(em, held, content, changed)) ? 0 : 1, isAnnounced(held) && isMoved(changed) ? 1 : 0, key],
  );
  if (hasTexts) await writeSourceTexts(em, key, content, sourceVersion);
  const isSame = !TEXTS.some((text) => text !== 'sourceLocale' && changed.has(text));
  await forgetWrongLanguage(em, { ...SOURCE, key }, { was: held.sourceLocale, is: content.sourceLocale, isSame });
  await writeLinks(em, key, content, changed);
}

/** Whether nothing is changed but links to needs of other countries, of which the posts that prepare the session are told nothing, by its version neither. */
async function isUnseen(em: EntityManager, { needs: before }: HeldSession, { needs: after, country }: SessionContent, changed: ReadonlySet<string>): Promise<boolean> {
  if (changed.size > 1 || !changed.has('needs')) return false;
  const linked = [...before.filter((need) => !after.includes(need)), ...after.filter((need) => !before.includes(need))];
  return (await em.execute<unknown[]>('select from need where uuid = any(?::uuid[]) and country_code = ?', [`{${linked.join(',')}}`, country])).length === 0;
}

/** Whether its translation into the language that becomes its source says the same, and is not outdated. */
async function isSaidAlready(em: EntityManager, key: string, { sourceVersion }: HeldSession, { sourceLocale, title, summary, programme, objectives }: SessionContent): Promise<boolean> {
  const same = await em.execute<unknown[]>(
    `select from training_session_translation where session_uuid = ? and locale = ? and source_version = ? and title = ? and coalesce(summary, '') = ? and coalesce(programme, '') = ? and coalesce(objectives, '') = ?`,
    [key, sourceLocale, sourceVersion, title, summary ?? '', programme ?? '', objectives ?? ''],
  );
  return same.length > 0;
}

async function writeSourceTexts(em: EntityManager, key: string, { sourceLocale, title, summary, programme, objectives }: SessionContent, sourceVersion: number): Promise<void> {
  await em.execute(
    `insert into training_session_translation (session_uuid, locale, title, summary, programme, objectives, source_version) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (session_uuid, locale) do update set title = excluded.title, summary = excluded.summary, programme = excluded.programme, objectives = excluded.objectives, source_version = excluded.source_version`,
    [key, sourceLocale, title, summary, programme, objectives, sourceVersion],
  );
}

async function tell(em: EntityManager, { person, origin }: Preparing, key: string, { held, content, changed }: { held: HeldSession; content: SessionContent; changed: ReadonlySet<string> }): Promise<void> {
  const kinds = kindsOf(changed);
  if (!isAnnounced(held) || kinds.length === 0) return;
  const after = { ...held, ...content, sequence: held.sequence + (isMoved(changed) ? 1 : 0) };
  await onSessionChanged(em, key, { by: person, origin, kinds, before: held, after });
}
