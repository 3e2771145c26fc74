/** Preparing the programme of a session: adding and changing its parts, saying them in other languages, ordering, taking away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { hasOtherDays, type SessionInWords, sessionsInWords } from '../calendars/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import { standingsOf } from '../members/index.ts';
import { abilitiesOf, type HeldSession, holdSession, holdToTranslate, holdTrainers, noteTranslation, onSessionChanged, refuseBusyTrainers, type SessionChangeKind, whenTimesChange } from '../trainings/index.ts';
import { movedTo } from './moved-parts.ts';
import { fault, type SessionPartFault } from './part-fault.ts';
import { type PartLine, partsOutside, readProgramme } from './programme.ts';
import { fitFaults, MOST, type PartContent, readPart, type SentPart, textFaults, tidy } from './read-part.ts';

/**
 * What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed the part since it was read; TOO_LATE when the
 * session is over, called off or put away; GONE is also said of what is not for who asks.
 */
export const SessionPartOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type SessionPartOutcome = keyof typeof SessionPartOutcome;

export interface SessionPartResult {
  readonly outcome: SessionPartOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly SessionPartFault[];
}

/** Which part of which session, by their keys, and who does it. */
export interface Which {
  readonly person: string;
  readonly session: string;
  readonly key: string;
  /** Where people reach the site. */
  readonly origin: string;
}

const result = (outcome: SessionPartOutcome, faults: readonly SessionPartFault[] = []): SessionPartResult => ({ outcome, faults });
const invalid = (...faults: SessionPartFault[]): SessionPartResult => result('INVALID', faults);

interface Held {
  readonly session: HeldSession;
  readonly parts: readonly PartLine[];
  readonly line: PartLine | undefined;
  /** The session as calendars have it; undefined while it is a draft. */
  readonly entered: SessionInWords | undefined;
}

interface Allowing {
  /** What who asks must be let do with the session. */
  readonly need?: 'edit' | 'translate';
  /** What is so already stays so, whatever may still be done. */
  readonly isSo?: (line: PartLine | undefined, parts: readonly PartLine[]) => boolean;
}

/** Does something with the programme of a session that is held, if who asks may. */
async function whereAllowed(em: EntityManager, { person, session: key, key: part }: Which, work: (held: Held) => Promise<SessionPartResult>, { need = 'edit', isSo = () => false }: Allowing = {}): Promise<SessionPartResult> {
  const session = await (need === 'translate' ? holdToTranslate(em, key) : holdSession(em, key));
  if (typeof session === 'string') return result(session);
  const parts = await readProgramme(em, key);
  const line = parts.find(({ uuid }) => uuid === part);
  if (isSo(line, parts)) return result('DONE');
  if (!abilitiesOf(session, await standingsOf(em, person))[need]) return result('TOO_LATE');
  await holdTrainers(em, key);
  return work({ session, parts, line, entered: session.stage === 'DRAFT' ? undefined : await wordsOf(em, key) });
}

const wordsOf = async (em: EntityManager, session: string): Promise<SessionInWords> => (await sessionsInWords(em, [session])).get(session)!;

/**
 * Tells calendars that what is said of the session has changed; where its times or places have and it is announced, as another one to be read
 * (SEQUENCE). Those whom it concerns are told where its days or their hours have changed, and those who teach other parts (`reassigned`, keys of
 * experts), once for all of it. Throws TRAINER_BUSY where somebody who teaches would now be in two places at once.
 */
async function noteChange(em: EntityManager, { session: key, person, origin }: Which, { session, entered }: Held, { isMoved, reassigned = [] }: { isMoved: boolean; reassigned?: readonly string[] }): Promise<void> {
  const raised = isMoved && entered ? 1 : 0;
  await em.execute('update training_session set sequence = sequence + ? where uuid = ?', [raised, key]);
  if (isMoved) await refuseBusyTrainers(em, key);
  if (!entered) return;
  const kinds: SessionChangeKind[] = [...(hasOtherDays(entered, await wordsOf(em, key)) ? ['DAYS' as const] : []), ...(reassigned.length > 0 ? ['PARTS' as const] : [])];
  if (kinds.length > 0) await onSessionChanged(em, key, { by: person, origin, kinds, before: session, after: { ...session, sequence: session.sequence + raised }, entered, reassigned });
}

/** Who teaches a part before a change and not after it, or the other way round. */
function reassignedBy(line: PartLine | undefined, { trainers: after }: PartContent): string[] {
  const before = line?.trainers ?? [];
  return [...before.filter((one) => !after.includes(one)), ...after.filter((one) => !before.includes(one))];
}

const FIELDS = ['sourceLocale', 'title', 'day', 'starts', 'ends', 'format', 'room', 'trainers'] as const satisfies readonly (keyof PartContent)[];
const MOVED = ['day', 'starts', 'ends', 'format', 'room'] as const satisfies readonly (keyof PartContent)[];
const differs = (fields: readonly (keyof PartContent)[], one: PartContent, other: PartContent): boolean => fields.some((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));

/**
 * Adds a part under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else
 * has changed it nothing is written, unless it is so already. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveSessionPart(em: EntityManager, which: Which, { version, input }: { version: number; input: SentPart }): Promise<SessionPartResult> {
  const content = readPart(input);
  if (!('day' in content)) return invalid(...content);
  refuseVictimsData('input.title', content.title);
  refuseVictimsData('input.room', content.room ?? '');
  return whereAllowed(em, which, async (held) => {
    const { line } = held;
    if ((line?.version ?? 0) !== version) return result(line ? 'CONFLICT' : 'GONE');
    const faults = saveFaults(content, held);
    if (faults.length > 0) return invalid(...faults);
    if (!(line ? await change(em, line, content) : await add(em, which, content))) return result('GONE');
    await writeTrainers(em, which, content.trainers);
    await noteChange(em, which, held, { isMoved: !line || differs(MOVED, line, content), reassigned: reassignedBy(line, content) });
    return result('DONE');
  }, { isSo: (line) => line !== undefined && !differs(FIELDS, line, content) });
}

/** What would be wrong with a programme that has this part. */
function saveFaults(content: PartContent, { session, parts, line }: Held): SessionPartFault[] {
  return [...(!line && parts.length >= MOST.parts ? [fault('POSITION', 'TOO_LONG', MOST.parts)] : []), ...fitFaults(content, session)];
}

/** Whether it was added: a key that a part of another session has is none for this one. */
async function add(em: EntityManager, { session, key }: Which, { sourceLocale, title, day, starts, ends, format, room }: PartContent): Promise<boolean> {
  const added = await em.execute<unknown[]>(
    'insert into session_part (uuid, session_uuid, source_locale, day, starts, ends, format, room) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [key, session, sourceLocale, day, starts, ends, format, room]);
  if (added.length > 0) await say(em, key, { locale: sourceLocale, title }, 1);
  return added.length > 0;
}

const TEXTS = { table: 'session_part_translation', owner: 'part_uuid', columns: ['title'] };

async function change(em: EntityManager, line: PartLine, content: PartContent): Promise<true> {
  const { sourceLocale, title, day, starts, ends, format, room } = content;
  await keepTranslations(em, TEXTS, { was: line.sourceLocale, is: sourceLocale }, [{ key: line.uuid, texts: { title } }]);
  const sourceVersion = line.sourceVersion + (differs(['sourceLocale', 'title'], line, content) ? 1 : 0);
  await em.execute(
    'update session_part set source_locale = ?, day = ?, starts = ?, ends = ?, format = ?, room = ?, source_version = ?, version = version + 1 where uuid = ?', [sourceLocale, day, starts, ends, format, room, sourceVersion, line.uuid]);
  await say(em, line.uuid, { locale: sourceLocale, title }, sourceVersion);
  await forgetWrongLanguage(em, { ...TEXTS, key: line.uuid }, { was: line.sourceLocale, is: sourceLocale, isSame: !differs(['title'], line, content) });
  return true;
}

async function say(em: EntityManager, key: string, { locale, title }: { locale: Locale; title: string }, sourceVersion: number): Promise<void> {
  await em.execute(
    `insert into session_part_translation (part_uuid, locale, title, source_version) values (?, ?, ?, ?)
     on conflict (part_uuid, locale) do update set title = excluded.title, source_version = excluded.source_version`, [key, locale, title, sourceVersion]);
}

async function writeTrainers(em: EntityManager, { session, key }: Which, trainers: readonly string[]): Promise<void> {
  const list = JSON.stringify(trainers);
  await em.execute('delete from session_part_trainer where part_uuid = ? and not expert_uuid::text = any(array(select jsonb_array_elements_text(?::jsonb)))', [key, list]);
  await em.execute('insert into session_part_trainer (part_uuid, session_uuid, expert_uuid) select ?::uuid, ?::uuid, c::uuid from jsonb_array_elements_text(?::jsonb) c on conflict do nothing', [key, session, list]);
}

/** Says a part in another language than its own; from then on that translation counts as one of the source as it is. An empty title takes it away. Throws VICTIM_DATA. */
export async function translateSessionPart(em: EntityManager, which: Which, { version, texts: { locale, title: typed } }: { version: number; texts: { locale: Locale; title: string } }): Promise<SessionPartResult> {
  const title = tidy(typed);
  const faults = textFaults('TITLE', title);
  if (faults.length > 0) return invalid(...faults);
  refuseVictimsData('texts.title', title ?? '');
  return whereAllowed(em, which, async ({ line }) => {
    if (!line) return result('GONE');
    if (locale === line.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
    const [said] = await em.execute<{ title: string; version: number }[]>('select title, source_version as version from session_part_translation where part_uuid = ? and locale = ?', [line.uuid, locale]);
    if ((said?.title ?? null) === title && (!said || said.version === line.sourceVersion)) return result('DONE');
    if (line.version !== version) return result('CONFLICT');
    await noteTranslation(em, { session: which.session, part: line.uuid });
    if (title === null) await em.execute('delete from session_part_translation where part_uuid = ? and locale = ?', [line.uuid, locale]);
    else await say(em, line.uuid, { locale, title }, line.sourceVersion);
    return result('DONE');
  }, { need: 'translate' });
}

/**
 * Moves a part to a place of its day, from 1: it changes places with those between, one after the other, each as long as before, with the time between them. One that stands there already stays. Parts that are held beside each other have
 * no order: none of them passes the other, and none comes to stand beside another in passing.
 */
export function moveSessionPart(em: EntityManager, which: Which, to: number): Promise<SessionPartResult> {
  return whereAllowed(em, which, async (held) => {
    const { session, line } = held;
    if (!line) return result('GONE');
    const before = dayOf(line, held.parts);
    const after = movedTo(before, before.indexOf(line), to - 1);
    if (!after) return invalid(fault('POSITION', 'NO_WAY'));
    const moved = after.filter((part) => !before.includes(part));
    const faults = moved.flatMap((part) => fitFaults(part, session)).filter(({ field }) => field !== 'TRAINERS');
    if (faults.length > 0) return invalid(...faults);
    for (const { uuid, starts, ends } of moved) await em.execute('update session_part set starts = ?, ends = ?, version = version + 1 where uuid = ?', [starts, ends, uuid]);
    await noteChange(em, which, held, { isMoved: true });
    return result('DONE');
  }, { isSo: (line, parts) => line !== undefined && dayOf(line, parts).indexOf(line) === to - 1 });
}

const dayOf = ({ day }: PartLine, parts: readonly PartLine[]): PartLine[] => parts.filter((part) => part.day === day);

/** Takes a part away. One that is not there any more stays so. */
export function removeSessionPart(em: EntityManager, which: Which): Promise<SessionPartResult> {
  return whereAllowed(em, which, async (held) => {
    await em.execute('delete from session_part where uuid = ?', [which.key]);
    await noteChange(em, which, held, { isMoved: true, reassigned: held.line!.trainers });
    return result('DONE');
  }, { isSo: (line) => line === undefined });
}

// A session is not moved away from under its parts; one that is put off takes them with it.
whenTimesChange(async (em, session, to) => {
  const { isBefore, isAfter } = await partsOutside(em, session, to);
  return [...(isBefore ? ['STARTS' as const] : []), ...(isAfter ? ['ENDS' as const] : [])];
});
