/** Making a call for availability, changing what is said of it, saying it in other languages, closing it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { Actor } from '../core/reader/index.ts';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import { mayAskExperts } from './availability.policy.ts';
import { type CallFault, type CallResult, fault, result } from './call-fault.ts';
import { type CallContent, readCall, type SentCall, textFaults, tidy } from './read-call.ts';

const TEXTS = { table: 'availability_call_translation', owner: 'call_uuid', columns: ['title', 'note'] };

/** A call that is held until the transaction ends. */
interface HeldCall extends CallContent {
  readonly version: number;
  readonly sourceVersion: number;
  readonly isClosed: boolean;
  readonly isAsked: boolean;
}

const STORED = `
  select c.version, c.source_locale as "sourceLocale", c.source_version as "sourceVersion", x.title, x.note, c.from_on::text as "fromOn", c.until_on::text as "untilOn", c.answers_until::text as "answersUntil",
    c.closed_at is not null as "isClosed", exists (select from availability_request r where r.call_uuid = c.uuid) as "isAsked"
  from availability_call c join availability_call_translation x on x.call_uuid = c.uuid and x.locale = c.source_locale where c.uuid = ?`;

async function holdCall(em: EntityManager, key: string): Promise<HeldCall | undefined> {
  // Read once it is held: who waited reads what the other has written.
  await em.execute('select from availability_call where uuid = ? for update', [key]);
  const [held] = await em.execute<HeldCall[]>(STORED, [key]);
  return held;
}

const FIELDS = ['sourceLocale', 'title', 'note', 'fromOn', 'untilOn', 'answersUntil'] as const satisfies readonly (keyof CallContent)[];
const isSame = (one: CallContent, other: CallContent, fields: readonly (keyof CallContent)[] = FIELDS): boolean => fields.every((field) => one[field] === other[field]);

/**
 * Makes a call under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written, unless it is so
 * already. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveAvailabilityCall(em: EntityManager, actor: Actor, key: string, { version, input }: { readonly version: number; readonly input: SentCall }): Promise<CallResult> {
  if (!mayAskExperts(actor)) return result('GONE');
  const content = readCall(input);
  if (!('title' in content)) return result('INVALID', content);
  refuseVictimsData('input.title', content.title);
  refuseVictimsData('input.note', content.note ?? '');
  return store(em, { actor, key, version }, content);
}

interface Storing {
  readonly actor: Actor;
  readonly key: string;
  readonly version: number;
}

async function store(em: EntityManager, { actor, key, version }: Storing, content: CallContent): Promise<CallResult> {
  const held = await holdCall(em, key);
  if (!held) return version === 0 ? make(em, actor, key, content) : result('GONE');
  if (isSame(held, content)) return result('DONE');
  if (version !== held.version) return result('CONFLICT');
  if (held.isClosed) return result('TOO_LATE');
  const faults = [...settledFaults(held, content), ...(await pastFaults(em, content, held))];
  return faults.length > 0 ? result('INVALID', faults) : change(em, key, held, content);
}

/** Somebody was asked for these days. */
function settledFaults(held: HeldCall, { fromOn, untilOn }: CallContent): CallFault[] {
  if (!held.isAsked) return [];
  return [...(fromOn !== held.fromOn ? [fault('FROM', 'SETTLED')] : []), ...(untilOn !== held.untilOn ? [fault('UNTIL', 'SETTLED')] : [])];
}

/** A last day for answers that is over is none; the one that stands there may be. */
async function pastFaults(em: EntityManager, { answersUntil }: CallContent, held?: HeldCall): Promise<CallFault[]> {
  if (held?.answersUntil === answersUntil) return [];
  const [row] = await em.execute<{ isOver: boolean }[]>('select not is_call_open(?::date, null) as "isOver"', [answersUntil]);
  return row!.isOver ? [fault('ANSWERS_UNTIL', 'PAST')] : [];
}

async function make(em: EntityManager, { person }: Actor, key: string, content: CallContent): Promise<CallResult> {
  const faults = await pastFaults(em, content);
  if (faults.length > 0) return result('INVALID', faults);
  const { sourceLocale, fromOn, untilOn, answersUntil } = content;
  const made = await em.execute<unknown[]>(
    'insert into availability_call (uuid, source_locale, from_on, until_on, answers_until, prepared_by_id, is_demonstration) values (?, ?, ?, ?, ?, ?, acts_invented()) on conflict (uuid) do nothing returning 1',
    [key, sourceLocale, fromOn, untilOn, answersUntil, person]);
  if (made.length === 0) return result('GONE');
  await say(em, key, { locale: sourceLocale, title: content.title, note: content.note }, 1);
  return result('DONE');
}

async function change(em: EntityManager, key: string, held: HeldCall, content: CallContent): Promise<CallResult> {
  const { sourceLocale, title, note, fromOn, untilOn, answersUntil } = content;
  await keepTranslations(em, TEXTS, { was: held.sourceLocale, is: sourceLocale }, [{ key, texts: { title, note } }]);
  const hasTexts = !isSame(held, content, ['sourceLocale', 'title', 'note']);
  const sourceVersion = held.sourceVersion + (hasTexts ? 1 : 0);
  await em.execute('update availability_call set source_locale = ?, source_version = ?, from_on = ?, until_on = ?, answers_until = ?, version = version + 1 where uuid = ?', [sourceLocale, sourceVersion, fromOn, untilOn, answersUntil, key]);
  if (hasTexts) await say(em, key, { locale: sourceLocale, title, note }, sourceVersion);
  await forgetWrongLanguage(em, { ...TEXTS, key }, { was: held.sourceLocale, is: sourceLocale, isSame: isSame(held, content, ['title', 'note']) });
  return result('DONE');
}

interface Texts {
  readonly locale: Locale;
  readonly title: string | null;
  readonly note: string | null;
}

/** Writes what is said of a call in one language; nothing at all takes it away. */
async function say(em: EntityManager, key: string, { locale, title, note }: Texts, sourceVersion: number): Promise<void> {
  await em.execute(
    `insert into availability_call_translation (call_uuid, locale, source_version, title, note) values (?, ?, ?, ?, ?)
     on conflict (call_uuid, locale) do update set source_version = excluded.source_version, title = excluded.title, note = excluded.note`, [key, locale, sourceVersion, title, note]);
  if (title === null && note === null) await em.execute('delete from availability_call_translation where call_uuid = ? and locale = ?', [key, locale]);
}

/** Whether these are the texts that are said already, of the source as it is; where nothing is said, whether they are none. */
async function isSaid(em: EntityManager, key: string, { locale, title, note }: Texts, sourceVersion: number): Promise<boolean> {
  const [said] = await em.execute<{ title: string | null; note: string | null; version: number }[]>('select title, note, source_version as version from availability_call_translation where call_uuid = ? and locale = ?', [key, locale]);
  return said ? said.title === title && said.note === note && said.version === sourceVersion : title === null && note === null;
}

/** Says a call in another language than its own. What is empty is missing in that language. `version` as for a change. Throws VICTIM_DATA. */
export async function translateAvailabilityCall(em: EntityManager, actor: Actor, key: string, { version, texts: sent }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly title: string; readonly note: string } }): Promise<CallResult> {
  const texts = { locale: sent.locale, title: tidy(sent.title), note: tidy(sent.note) };
  const faults = [...textFaults('TITLE', texts.title), ...textFaults('NOTE', texts.note)];
  if (faults.length > 0) return result('INVALID', faults);
  refuseVictimsData('texts.title', texts.title ?? '');
  refuseVictimsData('texts.note', texts.note ?? '');
  const held = mayAskExperts(actor) ? await holdCall(em, key) : undefined;
  return held ? translate(em, { key, version }, held, texts) : result('GONE');
}

async function translate(em: EntityManager, { key, version }: Omit<Storing, 'actor'>, held: HeldCall, texts: Texts): Promise<CallResult> {
  if (texts.locale === held.sourceLocale) return result('INVALID', [fault('LOCALE', 'NOT_HERE')]);
  if (await isSaid(em, key, texts, held.sourceVersion)) return result('DONE');
  if (version !== held.version) return result('CONFLICT');
  if (held.isClosed) return result('TOO_LATE');
  await em.execute('update availability_call set version = version + 1 where uuid = ?', [key]);
  await say(em, key, texts, held.sourceVersion);
  return result('DONE');
}

/** Closes a call: nobody answers any more. One that is closed stays so. */
export async function closeAvailabilityCall(em: EntityManager, actor: Actor, key: string): Promise<CallResult> {
  const held = mayAskExperts(actor) ? await holdCall(em, key) : undefined;
  if (!held) return result('GONE');
  if (!held.isClosed) await em.execute('update availability_call set closed_at = now(), version = version + 1 where uuid = ?', [key]);
  return result('DONE');
}
