/** Keeping the record of French expertise: the adviser enters practices and publications and decides what is shown, and their experts agree to it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { Actor } from '../core/reader/index.ts';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import { queueMail } from '../mail/index.ts';
import { mayKeepRecord } from './practice.policy.ts';
import { fault, type PracticeContent, type PracticeTexts, type PublicationContent, readPractice, readPublication, readTexts, type RecordFault } from './read-record.ts';

const TEXTS = { table: 'practice_translation', owner: 'practice_uuid', columns: ['title', 'audience', 'result'] };

/** What came of it: CONFLICT when it was changed since it was read; GONE is also said of what is not for who asks. */
export const RecordOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', GONE: 'GONE' } as const;
export type RecordOutcome = keyof typeof RecordOutcome;

export interface RecordResult {
  readonly outcome: RecordOutcome;
  readonly faults: readonly RecordFault[];
}

const result = (outcome: RecordOutcome, faults: readonly RecordFault[] = []): RecordResult => ({ outcome, faults });

/** The day in Paris, whose day the regional adviser’s is. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

/** Who keeps the record, and where people reach the site. */
export interface Keeping {
  readonly actor: Actor;
  readonly origin: string;
}

/** Which entry, by its key, and the version of it that was read; 0 for a new one. */
export interface WhichEntry {
  readonly key: string;
  readonly version: number;
}

function refuseTexts(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) refuseVictimsData(field, text);
}

type Stored<C> = C & { readonly version: number; readonly isBound: boolean };

const PRACTICE = `
  select p.version, p.source_locale as "sourceLocale", p.expert_uuid as expert, p.country_code as country, p.theme_code as theme, p.shown_on::text as "shownOn", p.is_public as "isPublic", p.consented_on::text as "consentedOn",
    coalesce(x.title, '') as title, coalesce(x.audience, '') as audience, coalesce(x.result, '') as result, exists (select from expert e where e.uuid = p.expert_uuid and e.person_id is not null) as "isBound"
  from practice p join practice_translation x on x.practice_uuid = p.uuid and x.locale = p.source_locale where p.uuid = ?`;
const WORDS = ['sourceLocale', 'title', 'audience', 'result'] as const satisfies readonly (keyof PracticeContent)[];
const SAID = [...WORDS, 'expert', 'country', 'theme', 'shownOn'] as const satisfies readonly (keyof PracticeContent)[];

const isSame = <C extends object>(fields: readonly (keyof C)[], one: C, other: C): boolean => fields.every((field) => one[field] === other[field]);

/**
 * The consent that holds once this is stored. Of an expert with an account it is theirs alone to give, to what they have read: what is said anew is not agreed to.
 * What one has agreed to is nothing to another. Undefined where it is not the adviser's to write down.
 */
function consentFor({ isBound: bound, isSaidAnew, isMoved }: Pick<Storing, 'isBound' | 'isSaidAnew' | 'isMoved'>, stored: string | null, sent: string | null): string | null | undefined {
  if (bound && sent !== null && sent !== stored) return undefined;
  if (isMoved) return null;
  if (!bound) return sent;
  return isSaidAnew ? null : stored;
}

const NOT_THEIRS = result('INVALID', [fault('CONSENTED_ON', 'NOT_HERE')]);

async function isBound(em: EntityManager, expert: string | null): Promise<boolean | undefined> {
  if (expert === null) return false;
  const [sheet] = await em.execute<{ bound: boolean }[]>('select person_id is not null as bound from expert where uuid = ?', [expert]);
  return sheet?.bound;
}

async function unknownIn(em: EntityManager, { country, theme }: PracticeContent): Promise<RecordFault[]> {
  const [unknown] = await em.execute<{ country: boolean; theme: boolean }[]>('select not exists (select from country where code = ?) as country, not exists (select from theme where code = ?) as theme', [country, theme]);
  return [...(unknown!.country ? [fault('COUNTRY', 'UNKNOWN')] : []), ...(unknown!.theme ? [fault('THEME', 'UNKNOWN')] : [])];
}

/** Enters a practice under a key that its author has drawn, or changes it. Whoever has to agree to it is told, at an address that begins with `origin`. Throws VICTIM_DATA. */
export async function savePractice(em: EntityManager, { actor, origin }: Keeping, which: WhichEntry, sent: PracticeContent): Promise<RecordResult> {
  if (!mayKeepRecord(actor)) return result('GONE');
  const content = readPractice(sent, today());
  if (!('title' in content)) return result('INVALID', content);
  refuseTexts({ 'input.title': content.title, 'input.audience': content.audience, 'input.result': content.result });
  await em.execute('select from practice where uuid = ? for update', [which.key]);
  const bound = await isBound(em, content.expert);
  const unknown = [...(bound === undefined ? [fault('EXPERT', 'UNKNOWN')] : []), ...(await unknownIn(em, content))];
  if (unknown.length > 0) return result('INVALID', unknown);
  const [stored] = await em.execute<Stored<PracticeContent>[]>(PRACTICE, [which.key]);
  return store({ stored, content, isBound: bound!, version: which.version, isSaidAnew: !stored || !isSame(SAID, stored, content), isMoved: stored !== undefined && stored.expert !== content.expert }, (consentedOn) => writePractice(em, which.key, { ...content, consentedOn }, stored), () => tellExpert(em, content.expert, origin));
}

interface Shown {
  readonly isPublic: boolean;
  readonly consentedOn: string | null;
}

/** What is stored of an entry, what is to be, and what was read; `isBound`: it is about somebody with an account. */
interface Storing {
  readonly stored: (Shown & { readonly version: number }) | undefined;
  readonly content: Shown;
  readonly isBound: boolean;
  readonly version: number;
  readonly isSaidAnew: boolean;
  /** It was about somebody else. */
  readonly isMoved: boolean;
}

/** Stores an entry as it was read, with the consent that holds once it is. What is so already is no conflict. */
async function store({ stored, content, version, ...how }: Storing, write: (consentedOn: string | null) => Promise<boolean>, tell: () => Promise<void>): Promise<RecordResult> {
  const before = stored ?? { version: 0, isPublic: false, consentedOn: null };
  const consentedOn = consentFor(how, before.consentedOn, content.consentedOn);
  if (consentedOn === undefined) return NOT_THEIRS;
  if (!how.isSaidAnew && before.isPublic === content.isPublic && before.consentedOn === consentedOn) return result('DONE');
  if (before.version !== version) return result(stored ? 'CONFLICT' : 'GONE');
  if (!(await write(consentedOn))) return result('GONE');
  if (comesToAwait(how, before, { ...content, consentedOn })) await tell();
  return result('DONE');
}

/** Whether an entry that is about somebody awaits their agreement. They are told when it comes to: whatever is changed before they agree they find on the page. */
const awaits = ({ isPublic, consentedOn }: Shown): boolean => isPublic && consentedOn === null;
const comesToAwait = ({ isBound: bound, isMoved }: Pick<Storing, 'isBound' | 'isMoved'>, before: Shown, now: Shown): boolean => bound && awaits(now) && (isMoved || !awaits(before));

/** Tells an expert, in their language, that something about them is to be shown and awaits their agreement; what it says stands on their page. */
async function tellExpert(em: EntityManager, expert: string | null, origin: string): Promise<void> {
  const [person] = await em.execute<{ id: string; email: string; locale: Locale }[]>(`select p.id, p.email, coalesce(p.locale, 'fr') as locale from person p join expert e on e.person_id = p.id where e.uuid = ? and p.suspended_at is null`, [expert]);
  if (person) await queueMail(em, { to: person.email, locale: person.locale, template: 'entryAwaits', params: { link: `${origin}/${person.locale}/experts/Expert_${expert}` }, person: person.id });
}

/** Whether it was written: a key that somebody else's entry has is none for this one. */
async function writePractice(em: EntityManager, key: string, content: PracticeContent, stored: PracticeContent | undefined): Promise<boolean> {
  const { sourceLocale, expert, country, theme, shownOn, isPublic, consentedOn, title, audience, result: came } = content;
  const columns = [sourceLocale, expert, country, theme, shownOn, isPublic, consentedOn];
  if (stored) await keepTranslations(em, TEXTS, { was: stored.sourceLocale, is: sourceLocale }, [{ key, texts: { title, audience, result: came } }]);
  const isSaid = !stored || !isSame(WORDS, stored, content);
  const written = stored
    ? await em.execute<{ version: number }[]>('update practice set source_locale = ?, expert_uuid = ?, country_code = ?, theme_code = ?, shown_on = ?, is_public = ?, consented_on = ?, source_version = source_version + ?, version = version + 1 where uuid = ? returning source_version as version', [...columns, isSaid ? 1 : 0, key])
    : await em.execute<{ version: number }[]>('insert into practice (uuid, source_locale, expert_uuid, country_code, theme_code, shown_on, is_public, consented_on, is_demonstration) values (?, ?, ?, ?, ?, ?, ?, ?, acts_invented()) on conflict (uuid) do nothing returning source_version as version', [key, ...columns]);
  if (written.length === 0) return false;
  if (isSaid) await say(em, key, sourceLocale, { title, audience, result: came }, written[0]!.version);
  if (stored) await forgetWrongLanguage(em, { ...TEXTS, key }, { was: stored.sourceLocale, is: sourceLocale, isSame: isSame(['title', 'audience', 'result'], stored, content) });
  return true;
}

async function say(em: EntityManager, key: string, locale: Locale, { title, audience, result: came }: PracticeTexts, sourceVersion: number): Promise<void> {
  await em.execute(
    `insert into practice_translation (practice_uuid, locale, title, audience, result, source_version) values (?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?)
     on conflict (practice_uuid, locale) do update set title = excluded.title, audience = excluded.audience, result = excluded.result, source_version = excluded.source_version`, [key, locale, title, audience, came, sourceVersion]);
}

/** Says a practice in another language; what is empty is missing in it. Throws VICTIM_DATA. */
export async function translatePractice(em: EntityManager, actor: Actor, { key, version }: WhichEntry, { locale, ...sent }: PracticeTexts & { readonly locale: Locale }): Promise<RecordResult> {
  if (!mayKeepRecord(actor)) return result('GONE');
  const texts = readTexts(sent, false);
  if (!('title' in texts)) return result('INVALID', texts);
  refuseTexts({ 'texts.title': texts.title, 'texts.audience': texts.audience, 'texts.result': texts.result });
  const [held] = await em.execute<{ version: number; source: Locale; sourceVersion: number }[]>('select version, source_locale as source, source_version as "sourceVersion" from practice where uuid = ? for update', [key]);
  if (!held) return result('GONE');
  if (locale === held.source) return result('INVALID', [fault('LOCALE', 'NOT_HERE')]);
  const [said] = await em.execute<(PracticeTexts & { of: number })[]>(`select coalesce(title, '') as title, coalesce(audience, '') as audience, coalesce(result, '') as result, source_version as of from practice_translation where practice_uuid = ? and locale = ?`, [key, locale]);
  const before = said ?? { title: '', audience: '', result: '', of: held.sourceVersion };
  if (before.of === held.sourceVersion && isSame(['title', 'audience', 'result'], before as PracticeTexts, texts)) return result('DONE');
  if (version !== held.version) return result('CONFLICT');
  await em.execute('update practice set version = version + 1 where uuid = ?', [key]);
  if (Object.values(texts).every((text) => text === '')) await em.execute('delete from practice_translation where practice_uuid = ? and locale = ?', [key, locale]);
  else await say(em, key, locale, texts, held.sourceVersion);
  return result('DONE');
}

const PUBLICATION = `
  select p.version, p.year, p.title, p.locale, p.url, p.is_public as "isPublic", p.consented_on::text as "consentedOn", exists (select from expert e where e.uuid = p.expert_uuid and e.person_id is not null) as "isBound"
  from publication p where p.uuid = ? and p.expert_uuid = ? for update of p`;
const TOLD = ['year', 'title', 'locale', 'url'] as const satisfies readonly (keyof PublicationContent)[];

/** Enters a publication of an expert under a key that its author has drawn, or changes it; they are told as of a practice. Throws VICTIM_DATA. */
export async function savePublication(em: EntityManager, { actor, origin }: Keeping, expert: string, which: WhichEntry, sent: PublicationContent): Promise<RecordResult> {
  if (!mayKeepRecord(actor)) return result('GONE');
  const content = readPublication(sent, today());
  if (!('title' in content)) return result('INVALID', content);
  refuseTexts({ 'input.title': content.title });
  const [stored] = await em.execute<Stored<PublicationContent>[]>(PUBLICATION, [which.key, expert]);
  const bound = await isBound(em, expert);
  if (bound === undefined) return result('GONE');
  return store({ stored, content, isBound: bound, version: which.version, isSaidAnew: !stored || !isSame(TOLD, stored, content), isMoved: false }, async (consentedOn) => {
    const columns = [content.year, content.title, content.locale, content.url, content.isPublic, consentedOn];
    const written = stored
      ? await em.execute<unknown[]>('update publication set year = ?, title = ?, locale = ?, url = ?, is_public = ?, consented_on = ?, version = version + 1 where uuid = ? returning 1', [...columns, which.key])
      : await em.execute<unknown[]>('insert into publication (uuid, expert_uuid, year, title, locale, url, is_public, consented_on) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [which.key, expert, ...columns]);
    return written.length > 0;
  }, () => tellExpert(em, expert, origin));
}

/** Removes an entry as it was read. What is not there any more stays so. */
export async function removeEntry(em: EntityManager, actor: Actor, table: 'practice' | 'publication', { key, version }: WhichEntry): Promise<RecordResult> {
  if (!mayKeepRecord(actor)) return result('GONE');
  const [held] = await em.execute<{ version: number }[]>(`select version from ${table} where uuid = ? for update`, [key]);
  if (!held) return result('DONE');
  if (held.version !== version) return result('CONFLICT');
  await em.execute(`delete from ${table} where uuid = ?`, [key]);
  return result('DONE');
}

/** Agrees to showing what is said of oneself, as it was read, or takes that back, whatever was read. */
export async function agreeToEntry(em: EntityManager, table: 'practice' | 'publication', { key, version }: WhichEntry, agrees: boolean): Promise<RecordResult> {
  const [row] = await em.execute<{ outcome: RecordOutcome }[]>('select agree_to_entry(?, ?, ?, ?) as outcome', [table, key, version, agrees]);
  return result(row!.outcome);
}
