/** Entering, changing and removing the dates of monitoring bodies, and reminding of those that are near. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { eachTaken } from '../core/jobs/index.ts';
import { queueMails } from '../mail/index.ts';
import { standingsOf } from '../members/index.ts';
import { fault, invalid, type MonitoringResult, result } from './monitoring-fault.ts';
import type { MonitoringStep } from './monitoring-words.ts';
import { mayKeepMonitoring } from './monitoring.policy.ts';
import { type CycleContent, readCycle } from './read-cycle.ts';

/** Which one, as it was read, and who changes it; version 0 for a new one. */
export interface WhichCycle {
  readonly person: string;
  readonly key: string;
  readonly version: number;
}

interface Stored {
  readonly version: number;
  readonly content: CycleContent;
}

const CONTENT = `json_build_object('country', c.country_code, 'body', c.body, 'round', c.round, 'questionnaireOn', c.questionnaire_on, 'visitOn', c.visit_on, 'draftReportOn', c.draft_report_on, 'commentsOn', c.comments_on, 'publicationOn', c.publication_on,
  'followUpOn', c.follow_up_on, 'source', c.source, 'sourceUrl', coalesce(c.source_url, ''), 'checkedOn', c.checked_on)`;
const FIELDS = ['country', 'body', 'round', 'questionnaireOn', 'visitOn', 'draftReportOn', 'commentsOn', 'publicationOn', 'followUpOn', 'source', 'sourceUrl', 'checkedOn'] as const satisfies readonly (keyof CycleContent)[];
const isSame = (one: CycleContent, other: CycleContent): boolean => FIELDS.every((field) => one[field] === other[field]);

/** What is stored under a key and seen by who asks; whoever changes it waits for whoever does. */
async function held(em: EntityManager, key: string): Promise<Stored | undefined> {
  const [stored] = await em.execute<Stored[]>(`select c.version, ${CONTENT} as content from monitoring_cycle c where c.uuid = ? for update of c`, [key]);
  return stored;
}

/**
 * Enters the dates of a round under a key that its author has drawn by chance (`version` 0), or changes them. `version` is the one that was read: once somebody else has changed them nothing is written, unless they are so already. The country of a round stays.
 * Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveMonitoringCycle(em: EntityManager, { person, key, version }: WhichCycle, input: CycleContent): Promise<MonitoringResult> {
  const [{ today, isCountry }] = await em.execute<[{ today: string; isCountry: boolean }]>(`select (now() at time zone 'Europe/Paris')::date::text as today, exists (select from country where code = ?) as "isCountry"`, [input.country]);
  const content = readCycle(input, today);
  if (!('country' in content)) return invalid(...content);
  if (!isCountry) return invalid(fault('COUNTRY', 'UNKNOWN'));
  if (!mayKeepMonitoring(await standingsOf(em, person), content.country)) return result('NOT_ALLOWED');
  // Rounds of a country are entered and changed one after the other: none takes the place of another unseen.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('monitoring ' || ?, 0))`, [content.country]);
  const stored = await held(em, key);
  return stored ? changeStored(em, { key, version, stored }, content) : version === 0 ? enter(em, key, content) : result('GONE');
}

/** The country of a round stays: who sees it depends on it. */
async function changeStored(em: EntityManager, { key, version, stored }: Pick<WhichCycle, 'key' | 'version'> & { readonly stored: Stored }, content: CycleContent): Promise<MonitoringResult> {
  if (isSame(stored.content, content)) return result('DONE');
  if (stored.content.country !== content.country) return result('GONE');
  return stored.version === version ? change(em, key, content) : result('CONFLICT');
}

const values = (content: CycleContent): unknown[] => [
  content.body, content.round, content.questionnaireOn, content.visitOn, content.draftReportOn, content.commentsOn, content.publicationOn, content.followUpOn, content.source, content.sourceUrl || null, content.checkedOn, content.checkedOn !== null,
];
const COLUMNS = ['body', 'round', 'questionnaire_on', 'visit_on', 'draft_report_on', 'comments_on', 'publication_on', 'follow_up_on', 'source', 'source_url', 'checked_on', 'is_verified'];
const CAST = ['text', 'int', 'date', 'date', 'date', 'date', 'date', 'date', 'text', 'text', 'text', 'boolean'];
const PLACES = CAST.map((type) => `?::${type}`);

/** Whether the same round of the same body is there under another key, where who asks sees it. */
const isThere = async (em: EntityManager, key: string, { country, body, round }: CycleContent): Promise<boolean> =>
  (await em.execute<unknown[]>('select from monitoring_cycle c where c.country_code = ? and c.body = ? and c.round = ? and c.uuid <> ? and c.is_demonstration = acts_invented()', [country, body, round, key])).length > 0;

async function enter(em: EntityManager, key: string, content: CycleContent): Promise<MonitoringResult> {
  if (key.charAt(14) !== '4') return invalid(fault('KEY', 'UNREADABLE'));
  const made = await em.execute<unknown[]>(`insert into monitoring_cycle (uuid, country_code, is_demonstration, ${COLUMNS.join(', ')}) values (?, ?, acts_invented(), ${PLACES.join(', ')}) on conflict do nothing returning 1`, [key, content.country, ...values(content)]);
  // Of two who enter the same round the second finds that it is there, and reads what the first has said.
  return made.length > 0 ? result('DONE') : (await isThere(em, key, content)) ? invalid(fault('ROUND', 'REPEATED')) : result('GONE');
}

async function change(em: EntityManager, key: string, content: CycleContent): Promise<MonitoringResult> {
  if (await isThere(em, key, content)) return invalid(fault('ROUND', 'REPEATED'));
  const written = await em.execute<unknown[]>(`update monitoring_cycle set ${COLUMNS.map((column, n) => `${column} = ${PLACES[n]}`).join(', ')}, version = version + 1 where uuid = ? returning 1`, [...values(content), key]);
  return result(written.length > 0 ? 'DONE' : 'NOT_ALLOWED');
}

/** Removes a round with its dates, as it was read: whoever has read less removes nothing. */
export async function removeMonitoringCycle(em: EntityManager, { person, key, version }: WhichCycle): Promise<MonitoringResult> {
  const stored = await held(em, key);
  if (!stored) return result('GONE');
  if (!mayKeepMonitoring(await standingsOf(em, person), stored.content.country)) return result('NOT_ALLOWED');
  if (stored.version !== version) return result('CONFLICT');
  const removed = await em.execute<unknown[]>('delete from monitoring_cycle where uuid = ? returning 1', [key]);
  return result(removed.length > 0 ? 'DONE' : 'NOT_ALLOWED');
}

/** A date that is near, for those who are reminded of it. */
interface Reminder {
  readonly key: string;
  readonly step: MonitoringStep;
  readonly dueOn: string;
  readonly country: string;
  readonly body: string;
  readonly round: number;
  /** The names of the country, by locale. */
  readonly names: Readonly<Record<string, string>>;
  readonly readers: readonly { readonly email: string; readonly locale: Locale }[];
}

/** Reminds the adviser, the team and the post of each date that is near, each once and by itself. Throws the first failure at the end. */
export function remindOfMonitoring(em: EntityManager, origin: string): Promise<void> {
  return eachTaken(em, 'monitoring', async (own, passed, took) => {
    const [row] = await own.execute<{ reminder: Reminder | null }[]>('select take_monitoring_reminder(?::text[]) as reminder', [`{${passed.join(',')}}`]);
    if (!row?.reminder) return false;
    const { key, step, dueOn, country, body, round, names, readers } = row.reminder;
    took(`${key}.${step}`);
    await queueMails(own, readers.map(({ email, locale }) => ({ to: email, locale, template: 'monitoringDue' as const, params: { step, dueOn, country: names[locale] ?? names.en!, body, round, link: `${origin}/${locale}/countries/${country}/monitoring` } })));
    return true;
  });
}
