/** Entering needs, changing what is said of them, saying them in other languages, and moving them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { forgetWrongLanguage, isSaid, keepTranslations, saidIn, say, type TextTable } from '../core/translation/index.ts';
import { type Standing, standingsOf } from '../members/index.ts';
import { fault, invalid, type NeedFault, type NeedResult, result } from './need-fault.ts';
import { writeOfMove } from './need-letter.ts';
import type { NeedStatus } from './need-words.ts';
import { actsAs, movesAs, needAbilities } from './need.policy.ts';
import { guardNeed, type NeedContent, readNeed, readNeedTexts, readReason } from './read-need.ts';

/** Which need, by its key, and who does something with it. */
export interface WhichNeed {
  readonly person: string;
  readonly key: string;
  /** Where people reach the site. */
  readonly origin: string;
}

interface StoredNeed extends NeedContent {
  readonly status: NeedStatus;
  readonly enteredAs: MemberRole;
  readonly version: number;
  readonly sourceVersion: number;
}

const TEXTS: TextTable = { table: 'need_translation', owner: 'need_uuid', columns: ['title', 'text'] };

const STORED = `
  select n.status, n.entered_as as "enteredAs", n.version, n.source_version as "sourceVersion", n.source_locale as "sourceLocale", n.country_code as country, n.theme_code as theme, n.subtheme_code as subtheme, n.pillar, n.criteria, x.title, x.text,
    array(select t.theme_code from need_theme t where t.need_uuid = n.uuid order by t.theme_code collate "C") as "furtherThemes", array(select a.audience_code from need_audience a where a.need_uuid = n.uuid order by a.audience_code collate "C") as audiences,
    (select coalesce(json_agg(json_build_object('url', l.url, 'label', l.label) order by l.position), '[]') from need_link l where l.need_uuid = n.uuid) as links
  from need n join need_translation x on x.need_uuid = n.uuid and x.locale = n.source_locale where n.uuid = ?`;

/** A need that who asks sees, held until the transaction ends; undefined for none. */
async function holdNeed(em: EntityManager, key: string): Promise<StoredNeed | undefined> {
  // Read once it is held: who waited reads what the other has written.
  await em.execute('select from need where uuid = ? for update', [key]);
  const [stored] = await em.execute<StoredNeed[]>(STORED, [key]);
  return stored;
}

const FIELDS = ['sourceLocale', 'country', 'theme', 'subtheme', 'furtherThemes', 'pillar', 'audiences', 'criteria', 'title', 'text', 'links'] as const satisfies readonly (keyof NeedContent)[];
const isSame = (one: NeedContent, other: NeedContent, fields: readonly (keyof NeedContent)[] = FIELDS): boolean => fields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));

/** What is sent and is not there. */
async function unknownFaults(em: EntityManager, { country, theme, subtheme, furtherThemes, audiences }: NeedContent): Promise<NeedFault[]> {
  const [found] = (await em.execute(
    `select exists (select from country where code = ?) as country, exists (select from theme where code = ?) as theme, (?::text is null or exists (select from subtheme where code = ? and theme_code = ?)) as subtheme,
       not exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from theme x where x.code = s)) as "furtherThemes",
       not exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from audience x where x.code = s)) as audiences`, [country, theme, subtheme, subtheme, theme, JSON.stringify(furtherThemes), JSON.stringify(audiences)])) as [Record<string, boolean>];
  return ([['country', 'COUNTRY'], ['theme', 'THEME'], ['subtheme', 'SUBTHEME'], ['furtherThemes', 'FURTHER_THEMES'], ['audiences', 'AUDIENCES']] as const).filter(([name]) => !found[name]).map(([, field]) => fault(field, 'UNKNOWN'));
}

/**
 * Enters a need under a key that its author has drawn by chance (`version` 0), or changes one; sent again as it is, it is so already. `version` is the one that was read: once somebody else has changed it, nothing is
 * written. Its country stays. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveNeed(em: EntityManager, which: WhichNeed, { version, input }: { readonly version: number; readonly input: NeedContent }): Promise<NeedResult> {
  const content = readNeed(input);
  if (!('title' in content)) return invalid(...content);
  guardNeed(content);
  const faults = await unknownFaults(em, content);
  if (faults.length > 0) return invalid(...faults);
  const standings = await standingsOf(em, which.person);
  const stored = await holdNeed(em, which.key);
  if (stored) return change(em, which, standings, { version, stored, content });
  return version === 0 ? enter(em, which, standings, content) : result('GONE');
}

async function enter(em: EntityManager, which: WhichNeed, standings: readonly Standing[], content: NeedContent): Promise<NeedResult> {
  const { person, key } = which;
  const as = actsAs(standings, content.country);
  if (!as) return result('NOT_ALLOWED');
  if (key.charAt(14) !== '4') return invalid(fault('KEY', 'UNREADABLE'));
  const entered = await em.execute<unknown[]>(
    `insert into need (uuid, source_locale, country_code, theme_code, subtheme_code, pillar, criteria, entered_by_id, entered_as, is_demonstration) values (?, ?, ?, ?, ?, ?, ?::text[], ?, ?, acts_invented()) on conflict (uuid) do nothing returning 1`,
    [key, content.sourceLocale, content.country, content.theme, content.subtheme, content.pillar, `{${content.criteria.join(',')}}`, person, as]);
  if (entered.length === 0) {
    // Sent twice at once: the other was first. A key that a need of others has is none for this one.
    const stored = await holdNeed(em, key);
    return stored ? change(em, which, standings, { version: 0, stored, content }) : result('GONE');
  }
  await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion: 1, texts: { title: content.title, text: content.text } });
  await writeLists(em, key, content);
  await em.execute(`insert into need_step (need_uuid, position, by_id, by_role, to_status) values (?, 1, ?, ?, 'SUBMITTED')`, [key, person, as]);
  return result('DONE');
}

async function change(em: EntityManager, { key }: WhichNeed, standings: readonly Standing[], { version, stored, content }: { version: number; stored: StoredNeed; content: NeedContent }): Promise<NeedResult> {
  if (isSame(stored, content)) return result('DONE');
  if (!needAbilities(stored, standings).edit) return result(stored.status === 'SUBMITTED' ? 'NOT_ALLOWED' : 'TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  if (stored.country !== content.country) return invalid(fault('COUNTRY', 'SETTLED'));
  const texts = { title: content.title, text: content.text };
  await keepTranslations(em, TEXTS, { was: stored.sourceLocale, is: content.sourceLocale }, [{ key, texts }]);
  const hasTexts = !isSame(stored, content, ['sourceLocale', 'title', 'text']);
  const sourceVersion = stored.sourceVersion + (hasTexts ? 1 : 0);
  await em.execute('update need set source_locale = ?, theme_code = ?, subtheme_code = ?, pillar = ?, criteria = ?::text[], source_version = ?, version = version + 1 where uuid = ?',
    [content.sourceLocale, content.theme, content.subtheme, content.pillar, `{${content.criteria.join(',')}}`, sourceVersion, key]);
  if (hasTexts) await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion, texts });
  await forgetWrongLanguage(em, { ...TEXTS, key }, { was: stored.sourceLocale, is: content.sourceLocale, isSame: isSame(stored, content, ['title', 'text']) });
  await writeLists(em, key, content);
  return result('DONE');
}

/** Further themes, audiences and links, as they are now. */
async function writeLists(em: EntityManager, key: string, { furtherThemes, audiences, links }: NeedContent): Promise<void> {
  for (const [table, column, codes] of [['need_theme', 'theme_code', furtherThemes], ['need_audience', 'audience_code', audiences]] as const) {
    await em.execute(`delete from ${table} where need_uuid = ? and not ${column} = any(array(select jsonb_array_elements_text(?::jsonb)))`, [key, JSON.stringify(codes)]);
    await em.execute(`insert into ${table} (need_uuid, ${column}) select ?::uuid, s from jsonb_array_elements_text(?::jsonb) s on conflict do nothing`, [key, JSON.stringify(codes)]);
  }
  await em.execute('delete from need_link where need_uuid = ? and position > ?', [key, links.length]);
  await em.execute(
    `insert into need_link (need_uuid, position, url, label) select ?::uuid, n, x->>'url', x->>'label' from jsonb_array_elements(?::jsonb) with ordinality as l(x, n)
     on conflict (need_uuid, position) do update set url = excluded.url, label = excluded.label`, [key, JSON.stringify(links)]);
}

/** Says a need in another language than its own. What is empty is missing in it. `version` as for a change. Throws VICTIM_DATA. */
export async function translateNeed(em: EntityManager, { person, key }: WhichNeed, { version, texts: sent }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly title: string; readonly text: string } }): Promise<NeedResult> {
  const read = readNeedTexts(sent);
  if (!('texts' in read)) return invalid(...read);
  const stored = await holdNeed(em, key);
  if (!stored) return result('GONE');
  if (sent.locale === stored.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, TEXTS, key, sent.locale), read.texts, stored.sourceVersion)) return result('DONE');
  if (!needAbilities(stored, await standingsOf(em, person)).translate) return result('TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  await em.execute('update need set version = version + 1 where uuid = ?', [key]);
  await say(em, TEXTS, key, { locale: sent.locale, sourceVersion: stored.sourceVersion, texts: read.texts });
  return result('DONE');
}

/**
 * Moves a need: the adviser from one place to the next, of which its post is written to, and its post by withdrawing it. Why is said in `locale`, and stays as it was said. `version` as for a change. One that stands there already for another reason is a
 * CONFLICT: what is typed is not dropped without a word. Throws VICTIM_DATA.
 */
export async function moveNeed(em: EntityManager, { person, key, origin }: WhichNeed, { version, to, reason: sent, locale }: { readonly version: number; readonly to: NeedStatus; readonly reason: string; readonly locale: Locale }): Promise<NeedResult> {
  const read = readReason(sent, to === 'DECLINED');
  if (!('reason' in read)) return invalid(...read);
  const stored = await holdNeed(em, key);
  if (!stored) return result('GONE');
  if (stored.status === to) return (await lastReason(em, key)) === read.reason ? result('DONE') : result('CONFLICT');
  const standings = await standingsOf(em, person);
  if (!needAbilities(stored, standings).moveTo.includes(to)) return result(movesAs(to, stored.country, standings) ? 'TOO_LATE' : 'NOT_ALLOWED');
  if (stored.version !== version) return result('CONFLICT');
  const as = movesAs(to, stored.country, standings);
  await em.execute('update need set status = ?, version = version + 1 where uuid = ?', [to, key]);
  await em.execute(
    `insert into need_step (need_uuid, position, by_id, by_role, from_status, to_status, reason, locale) select ?::uuid, max(s.position) + 1, ?, ?, ?, ?, ?::text, case when ?::text is not null then ? end from need_step s where s.need_uuid = ?`,
    [key, person, as, stored.status, to, read.reason, read.reason, locale, key]);
  await writeOfMove(em, { key, to, origin });
  return result('DONE');
}

async function lastReason(em: EntityManager, key: string): Promise<string | null> {
  const [row] = await em.execute<{ reason: string | null }[]>('select reason from need_step where need_uuid = ? order by position desc limit 1', [key]);
  return row?.reason ?? null;
}
