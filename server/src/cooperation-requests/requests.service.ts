/** Sending cooperation requests, saying them in other languages, and withdrawing them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { isSaid, saidIn, say } from '../core/translation/index.ts';
import { standingsOf } from '../members/index.ts';
import { readReason, readRequest, readRequestTexts, type RequestContent } from './read-request.ts';
import { consultPost } from './request-opinions.service.ts';
import { type CooperationRequestFault, type CooperationRequestResult, fault, invalid, result } from './request-fault.ts';
import { requestAbilities, requestsAs, sendsAs } from './request.policy.ts';
import { holdRequest, reasonOf, tellStep, TEXTS, type WhichRequest } from './stored-request.ts';

const FIELDS = ['sourceLocale', 'kind', 'country', 'theme', 'audiences', 'criteria', 'wishedFrom', 'wishedUntil', 'need', 'subject', 'text'] as const satisfies readonly (keyof RequestContent)[];
const isSame = (one: RequestContent, other: RequestContent): boolean => FIELDS.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));

/** What is sent and is not there, or has no place in it. */
async function unknownFaults(em: EntityManager, { country, theme, audiences, wishedUntil, need }: RequestContent): Promise<CooperationRequestFault[]> {
  const [found] = (await em.execute(
    `select exists (select from country where code = ?) as country, exists (select from theme where code = ?) as theme, not exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from audience x where x.code = s)) as audiences,
       coalesce(?::date >= current_date, true) as days`, [country, theme, JSON.stringify(audiences), wishedUntil])) as [Record<'country' | 'theme' | 'audiences' | 'days', boolean>];
  const faults = ([['country', 'COUNTRY'], ['theme', 'THEME'], ['audiences', 'AUDIENCES']] as const).filter(([name]) => !found[name]).map(([, field]) => fault(field, 'UNKNOWN'));
  return [...faults, ...(found.days ? [] : [fault('WISHED_UNTIL', 'TOO_EARLY')]), ...(need === null ? [] : await needFaults(em, country, need))];
}

/** What is wrong with the need that it is to answer: it is held, so that it is not withdrawn meanwhile. */
async function needFaults(em: EntityManager, country: string, need: string): Promise<CooperationRequestFault[]> {
  const [row] = await em.execute<{ fits: boolean }[]>(`select country_code = ? and status <> 'WITHDRAWN' and is_demonstration = acts_invented() as fits from need where uuid = ? for share`, [country, need]);
  return row ? (row.fits ? [] : [fault('NEED', 'NOT_HERE')]) : [fault('NEED', 'UNKNOWN')];
}

/**
 * Sends a request under a key that its author has drawn by chance, and consults its post about it. Sent again under the same key it is the same request: DONE where it says the same, CONFLICT where it says something else. `count` counts what is sent, and throws where that is enough for today.
 * Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function sendCooperationRequest(em: EntityManager, which: WhichRequest, { input, count }: { readonly input: RequestContent; readonly count: () => Promise<void> }): Promise<CooperationRequestResult> {
  const content = readRequest(input);
  if (!('subject' in content)) return invalid(...content);
  const { person, key } = which;
  const stored = await holdRequest(em, key);
  if (stored) return result(isSame(stored, content) ? 'DONE' : 'CONFLICT');
  const as = sendsAs(await standingsOf(em, person), content.country);
  if (!as) return result('NOT_ALLOWED');
  const faults = [...(key.charAt(14) === '4' ? [] : [fault('KEY', 'UNREADABLE')]), ...(await unknownFaults(em, content))];
  if (faults.length > 0) return invalid(...faults);
  // What is sent counts, and nothing else.
  await count();
  return write(em, which, as, content);
}

async function write(em: EntityManager, { person, key, origin }: WhichRequest, as: MemberRole, content: RequestContent): Promise<CooperationRequestResult> {
  const { sourceLocale, kind, country, theme, criteria, wishedFrom, wishedUntil, need, subject, text } = content;
  const sent = await em.execute<unknown[]>(
    `insert into cooperation_request (uuid, source_locale, kind, country_code, theme_code, criteria, wished_from, wished_until, need_uuid, sent_by_id, sent_as, is_demonstration) values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, acts_invented())
     on conflict (uuid) do nothing returning 1`, [key, sourceLocale, kind, country, theme, `{${criteria.join(',')}}`, wishedFrom, wishedUntil, need, person, as]);
  if (sent.length === 0) {
    // Sent at the same moment: whoever was second finds it now, unless it is nobody’s of theirs.
    const stored = await holdRequest(em, key);
    return result(stored ? (isSame(stored, content) ? 'DONE' : 'CONFLICT') : 'GONE');
  }
  await say(em, TEXTS, key, { locale: sourceLocale, sourceVersion: 1, texts: { subject, text } });
  await em.execute('insert into cooperation_request_audience (request_uuid, audience_code) select ?::uuid, s from jsonb_array_elements_text(?::jsonb) s', [key, JSON.stringify(content.audiences)]);
  await em.execute(`insert into cooperation_request_step (request_uuid, position, by_id, by_role, to_status) values (?, 1, ?, ?, 'SENT')`, [key, person, as]);
  await consultPost(em, key, origin);
  return result('DONE');
}

/** Says a request in another language than its own. What is empty is missing in it. `version` is the one that was read. Throws VICTIM_DATA. */
export async function translateCooperationRequest(em: EntityManager, { person, key }: WhichRequest, { version, texts: sent }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly subject: string; readonly text: string } }): Promise<CooperationRequestResult> {
  const read = readRequestTexts(sent);
  if (!('texts' in read)) return invalid(...read);
  const stored = await holdRequest(em, key);
  if (!stored) return result('GONE');
  if (sent.locale === stored.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, TEXTS, key, sent.locale), read.texts, stored.sourceVersion)) return result('DONE');
  if (!requestAbilities(stored, await standingsOf(em, person)).translate) return result('TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  await em.execute('update cooperation_request set version = version + 1 where uuid = ?', [key]);
  await say(em, TEXTS, key, { locale: sent.locale, sourceVersion: stored.sourceVersion, texts: read.texts });
  return result('DONE');
}

/** Withdraws a request: those who have sent it, as long as nobody has decided. Why is said in `locale`, and stays as it was said. Withdrawn already for another reason is a CONFLICT: what is typed is not dropped without a word. Throws VICTIM_DATA. */
export async function withdrawCooperationRequest(em: EntityManager, { person, key }: WhichRequest, { version, reason: sent, locale }: { readonly version: number; readonly reason: string; readonly locale: Locale }): Promise<CooperationRequestResult> {
  const read = readReason(sent);
  if (!('reason' in read)) return invalid(...read);
  const stored = await holdRequest(em, key);
  if (!stored) return result('GONE');
  if (stored.status === 'WITHDRAWN') return result((await reasonOf(em, key, 'WITHDRAWN')) === read.reason ? 'DONE' : 'CONFLICT');
  const standings = await standingsOf(em, person);
  const as = requestsAs(stored, standings);
  if (!as) return result('NOT_ALLOWED');
  if (!requestAbilities(stored, standings).withdraw) return result('TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  await em.execute(`update cooperation_request set status = 'WITHDRAWN', version = version + 1 where uuid = ?`, [key]);
  await tellStep(em, key, { by: person, as, to: 'WITHDRAWN', reason: read.reason, locale });
  return result('DONE');
}
