/** Which needs are compared, and what is shown of those that are suggested: as the rules of the tables give them to who asks. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NeedToCompare } from '@passerelle/shared/common-needs/index.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { alongChain, type InWords, type LocalizedText } from '../core/translation/index.ts';
import type { NeedPillar } from '../needs/index.ts';
import type { SuggestedGroup, SuggestedNeed } from './suggestion.type.ts';

/** How many needs are compared at once: those that were entered last. */
export const MOST_COMPARED = 1_000;

/** Conditions on the needs; null asks nothing. Days in Paris. */
export interface Wanted {
  readonly theme: string | null;
  readonly subtheme: string | null;
  readonly pillar: NeedPillar | null;
  readonly audience: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

export interface Listed {
  readonly key: string;
  readonly version: number;
  readonly isDemonstration: boolean;
  /** The group that it is in; one in a group that is closed is not listed. */
  readonly group: string | null;
}

// What is withdrawn or declined is suggested no more, and what is in a group that is closed was looked at.
const LISTED = `
  select n.uuid::text as key, n.version, n.is_demonstration as "isDemonstration", m.common_need_uuid::text as "group"
  from need n left join common_need_member m on m.need_uuid = n.uuid left join common_need g on g.uuid = m.common_need_uuid
  where n.status not in ('WITHDRAWN', 'DECLINED') and g.status is distinct from 'CLOSED'
    and (?::text is null or n.theme_code = ? or exists (select from need_theme t where t.need_uuid = n.uuid and t.theme_code = ?)) and (?::text is null or n.subtheme_code = ?) and (?::text is null or n.pillar = ?)
    and (?::text is null or exists (select from need_audience a where a.need_uuid = n.uuid and a.audience_code = ?))
    and n.entered_at >= coalesce(?::date::timestamp at time zone 'Europe/Paris', '-infinity') and n.entered_at < coalesce((?::date + 1)::timestamp at time zone 'Europe/Paris', 'infinity')
  order by n.entered_at desc, n.uuid limit ${MOST_COMPARED + 1}`;

/** The needs that are compared, one more than that where there are more. */
export async function listNeeds(em: EntityManager, { theme, subtheme, pillar, audience, from, until }: Wanted): Promise<Listed[]> {
  return em.execute<Listed[]>(LISTED, [theme, theme, theme, subtheme, subtheme, pillar, pillar, audience, audience, from, until]);
}

/** The needs of a group, by their keys, with their versions; undefined where who asks sees no such group. */
export async function membersOf(em: EntityManager, group: string): Promise<{ readonly key: string; readonly version: number }[] | undefined> {
  const [row] = await em.execute<{ members: { key: string; version: number }[] }[]>(
    `select (select coalesce(json_agg(json_build_object('key', n.uuid, 'version', n.version) order by n.uuid), '[]') from common_need_member m join need n on n.uuid = m.need_uuid where m.common_need_uuid = g.uuid) as members from common_need g where g.uuid = ?`, [group]);
  return row?.members;
}

/** Which of these were said not to belong together. */
export async function apartOf(em: EntityManager, keys: readonly string[]): Promise<[string, string][]> {
  const pairs = await em.execute<{ one: string; other: string }[]>(
    `with k as (select s::uuid as key from jsonb_array_elements_text(?::jsonb) s) select a.one_uuid::text as one, a.other_uuid::text as other from needs_apart a join k one on one.key = a.one_uuid join k other on other.key = a.other_uuid order by 1, 2`, [JSON.stringify(keys)]);
  return pairs.map(({ one, other }) => [one, other]);
}

/** All that is compared of them. */
export async function contentOf(em: EntityManager, keys: readonly string[]): Promise<NeedToCompare[]> {
  return em.execute<NeedToCompare[]>(
    `select n.uuid::text as key, n.country_code as country, n.pillar, n.subtheme_code as subtheme, to_char(n.entered_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as "enteredOn",
       array[n.theme_code] || array(select t.theme_code from need_theme t where t.need_uuid = n.uuid order by 1) as themes, array(select a.audience_code from need_audience a where a.need_uuid = n.uuid order by 1) as audiences,
       (select json_agg(json_build_object('locale', x.locale, 'text', concat_ws(E'\\n', x.title, x.text)) order by x.locale) from need_translation x where x.need_uuid = n.uuid) as texts
     from need n where n.uuid in (select s::uuid from jsonb_array_elements_text(?::jsonb) s)`, [JSON.stringify(keys)]);
}

/** The titles of something in all languages, as a JSON value; `owner`: the column with the key of what they are about. */
const titles = (table: string, owner: string, key: string): string => `(select json_object_agg(t.locale, t.said) from (
    select x.locale, json_build_object('title', x.title, 'version', x.source_version) as said from ${table} x where x.${owner} = ${key}
    union all select 'sr-Cyrl in sr-Latn', json_build_object('title', serbian_latin(x.title), 'version', x.source_version) from ${table} x where x.${owner} = ${key} and x.locale = 'sr-Cyrl') t)`;

type Titled<T> = Omit<T, 'title'> & InWords<'title'>;

function inLanguage<T extends { readonly title: LocalizedText }>({ sourceLocale, sourceVersion, texts, ...rest }: Titled<T>, locale: Locale): T {
  return { ...rest, title: alongChain({ sourceLocale, sourceVersion, texts }, 'title', locale)! } as unknown as T;
}

/** What is shown of needs, by their keys. */
export async function shownNeeds(em: EntityManager, keys: readonly string[], locale: Locale): Promise<Map<string, SuggestedNeed & { readonly pillar: NeedPillar }>> {
  const rows = await em.execute<(Titled<SuggestedNeed & { pillar: NeedPillar }> & { key: string })[]>(
    `select n.uuid::text as key, 'Need_' || n.uuid as id, n.version, n.country_code as country, n.theme_code as theme, n.pillar, n.status, to_char(n.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "enteredAt", n.is_demonstration as "isDemonstration", 'CommonNeed_' || m.common_need_uuid as "group",
       n.source_locale as "sourceLocale", n.source_version as "sourceVersion", ${titles('need_translation', 'need_uuid', 'n.uuid')} as texts
     from need n left join common_need_member m on m.need_uuid = n.uuid where n.uuid in (select s::uuid from jsonb_array_elements_text(?::jsonb) s)`, [JSON.stringify(keys)]);
  return new Map(rows.map(({ key, ...row }) => [key, inLanguage<SuggestedNeed & { pillar: NeedPillar }>(row as never, locale)]));
}

/** The same of groups. */
export async function shownGroups(em: EntityManager, keys: readonly string[], locale: Locale): Promise<Map<string, SuggestedGroup>> {
  const rows = await em.execute<(Titled<SuggestedGroup> & { key: string })[]>(
    `select g.uuid::text as key, 'CommonNeed_' || g.uuid as id, g.version, g.source_locale as "sourceLocale", g.source_version as "sourceVersion", ${titles('common_need_translation', 'common_need_uuid', 'g.uuid')} as texts
     from common_need g where g.uuid in (select s::uuid from jsonb_array_elements_text(?::jsonb) s)`, [JSON.stringify(keys)]);
  return new Map(rows.map(({ key, ...row }) => [key, inLanguage<SuggestedGroup>(row as never, locale)]));
}
