/** The sheet of an expert as it stands in the database: held for a change, and written. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import { type ExpertFault, fault } from './expert-fault.ts';
import type { ExpertContent, Kept } from './read-expert.ts';

/** A sheet that is held for a change until the transaction ends. */
export interface HeldExpert extends ExpertContent, Kept {
  readonly version: number;
  readonly sourceVersion: number;
  /** Whether they teach in a session, or are to. */
  readonly teaches: boolean;
}

const HELD = `
  select e.source_locale as "sourceLocale", e.source_version as "sourceVersion", e.version, e.name, e.profession_code as profession, e.corps, e.institution_code as institution, x.summary,
    e.vouched_by as "vouchedBy", e.vouched_since::text as "vouchedSince", e.consented_on::text as "consentedOn", e.person_id is not null as "isBound", teaches(e.uuid) as teaches,
    json_build_object('name', e.name_visibility, 'institution', e.institution_visibility, 'email', e.email_visibility, 'missions', e.missions_visibility) as choices,
    (select json_build_object('email', c.email, 'locale', c.locale) from expert_contact c where c.expert_uuid = e.uuid) as contact,
    (select coalesce(json_agg(json_build_object('language', language_code, 'level', level) order by language_code collate "C"), '[]') from expert_language where expert_uuid = e.uuid) as languages,
    (select coalesce(json_agg(theme_code order by theme_code collate "C"), '[]') from expert_theme where expert_uuid = e.uuid) as themes,
    (select coalesce(json_agg(country_code order by country_code collate "C"), '[]') from expert_country where expert_uuid = e.uuid) as countries
  from expert e join expert_translation x on x.expert_uuid = e.uuid and x.locale = e.source_locale where e.uuid = ?`;

/**
 * A sheet, held for a change by who acts; undefined where there is none, or none of theirs: the rules of the table let nobody but the adviser hold one.
 * It is read once it is held, so that what others have written meanwhile is seen.
 */
export async function holdExpert(em: EntityManager, key: string): Promise<HeldExpert | undefined> {
  const held = await em.execute<unknown[]>('select from expert where uuid = ? for update', [key]);
  if (held.length === 0) return undefined;
  const [sheet] = await em.execute<HeldExpert[]>(HELD, [key]);
  return sheet;
}

/** The sheet of who acts, as it stands, with its key; undefined for whoever has none. They cannot hold it: what they propose says which one they have read. */
export async function ownSheet(em: EntityManager): Promise<{ readonly key: string; readonly sheet: HeldExpert } | undefined> {
  const [own] = await em.execute<{ key: string }[]>('select uuid as key from expert where person_id = acting_person()');
  const [sheet] = own ? await em.execute<HeldExpert[]>(HELD, [own.key]) : [];
  return own && sheet && { key: own.key, sheet };
}

const FIELDS = ['sourceLocale', 'name', 'profession', 'corps', 'institution', 'summary', 'languages', 'themes', 'countries', 'vouchedBy', 'vouchedSince', 'contact', 'choices', 'consentedOn'] as const satisfies readonly (keyof ExpertContent)[];

/** In which fields they differ. */
export function differences(before: ExpertContent, after: ExpertContent): ReadonlySet<keyof ExpertContent> {
  return new Set(FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])));
}

const UNKNOWN = `
  select not exists (select from profession where code = ?) as "PROFESSION", not exists (select from institution where code = ?) as "INSTITUTION",
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from language l where l.code = c)) as "LANGUAGES",
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from theme t where t.code = c)) as "THEMES",
    exists (select from jsonb_array_elements_text(?::jsonb) c where not exists (select from country k where k.code = c)) as "COUNTRIES"`;

/** What is named in a content and is not in the database. */
export async function unknownIn(em: EntityManager, { profession, institution, languages, themes, countries }: ExpertContent): Promise<ExpertFault[]> {
  const lists = [languages.map(({ language }) => language), themes, countries].map((list) => JSON.stringify(list));
  const [unknown] = await em.execute<Record<'PROFESSION' | 'INSTITUTION' | 'LANGUAGES' | 'THEMES' | 'COUNTRIES', boolean>[]>(UNKNOWN, [profession, institution, ...lists]);
  return Object.entries(unknown!).filter(([, is]) => is).map(([field]) => fault(field as keyof NonNullable<typeof unknown>, 'UNKNOWN'));
}

const ownColumns = ({ sourceLocale, name, profession, corps, institution, vouchedBy, vouchedSince, choices, consentedOn }: ExpertContent): unknown[] =>
  [sourceLocale, name, profession, corps, institution, vouchedBy, vouchedSince, choices.name, choices.institution, choices.email, choices.missions, consentedOn];

/** Whether it was added under this key: one that stands there already stays. */
export async function addExpert(em: EntityManager, key: string, content: ExpertContent): Promise<boolean> {
  const made = await em.execute<unknown[]>(
    `insert into expert (uuid, source_locale, name, profession_code, corps, institution_code, vouched_by, vouched_since, name_visibility, institution_visibility, email_visibility, missions_visibility, consented_on, is_demonstration)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, acts_invented()) on conflict (uuid) do nothing returning 1`, [key, ...ownColumns(content)]);
  if (made.length === 0) return false;
  await sayExpert(em, key, { locale: content.sourceLocale, summary: content.summary }, 1);
  await writeLists(em, key, content);
  return true;
}

const TEXTS = ['sourceLocale', 'summary'] as const;
const TEXT_TABLE = { table: 'expert_translation', owner: 'expert_uuid', columns: ['summary'] };

/** Writes what has changed of a sheet that is held. */
export async function changeExpert(em: EntityManager, key: string, held: HeldExpert, content: ExpertContent): Promise<void> {
  await keepTranslations(em, TEXT_TABLE, { was: held.sourceLocale, is: content.sourceLocale }, [{ key, texts: { summary: content.summary } }]);
  const changed = differences(held, content);
  const hasTexts = TEXTS.some((text) => changed.has(text));
  const sourceVersion = held.sourceVersion + (hasTexts && !(await isSaidAlready(em, key, held, content)) ? 1 : 0);
  await em.execute(
    `update expert set source_locale = ?, name = ?, profession_code = ?, corps = ?, institution_code = ?, vouched_by = ?, vouched_since = ?, name_visibility = ?, institution_visibility = ?, email_visibility = ?, missions_visibility = ?, consented_on = ?,
       source_version = ?, version = version + 1 where uuid = ?`, [...ownColumns(content), sourceVersion, key]);
  if (hasTexts) await sayExpert(em, key, { locale: content.sourceLocale, summary: content.summary }, sourceVersion);
  await forgetWrongLanguage(em, { ...TEXT_TABLE, key }, { was: held.sourceLocale, is: content.sourceLocale, isSame: !changed.has('summary') });
  await writeLists(em, key, content);
}

/** Whether its translation into the language that becomes its source says the same, and is not outdated. */
async function isSaidAlready(em: EntityManager, key: string, { sourceVersion }: HeldExpert, { sourceLocale, summary }: ExpertContent): Promise<boolean> {
  const same = await em.execute<unknown[]>('select from expert_translation where expert_uuid = ? and locale = ? and source_version = ? and summary = ?', [key, sourceLocale, sourceVersion, summary]);
  return same.length > 0;
}

/** Says an expert in a language, as what their source says in `sourceVersion`. */
export async function sayExpert(em: EntityManager, key: string, { locale, summary }: { readonly locale: Locale; readonly summary: string }, sourceVersion: number): Promise<void> {
  await em.execute(
    `insert into expert_translation (expert_uuid, locale, summary, source_version) values (?, ?, ?, ?)
     on conflict (expert_uuid, locale) do update set summary = excluded.summary, source_version = excluded.source_version`, [key, locale, summary, sourceVersion]);
}

async function writeLists(em: EntityManager, key: string, { languages, themes, countries, contact }: ExpertContent): Promise<void> {
  const skills = JSON.stringify(languages);
  await em.execute('delete from expert_language where expert_uuid = ? and not language_code = any(array(select x.language from jsonb_to_recordset(?::jsonb) x(language text)))', [key, skills]);
  await em.execute(
    `insert into expert_language (expert_uuid, language_code, level) select ?::uuid, x.language, x.level from jsonb_to_recordset(?::jsonb) x(language text, level text)
     on conflict (expert_uuid, language_code) do update set level = excluded.level`, [key, skills]);
  for (const [table, column, codes] of [['expert_theme', 'theme_code', themes], ['expert_country', 'country_code', countries]] as const) {
    const list = JSON.stringify(codes);
    await em.execute(`delete from ${table} where expert_uuid = ? and not ${column} = any(array(select jsonb_array_elements_text(?::jsonb)))`, [key, list]);
    await em.execute(`insert into ${table} (expert_uuid, ${column}) select ?::uuid, jsonb_array_elements_text(?::jsonb) on conflict do nothing`, [key, list]);
  }
  if (contact === null) await em.execute('delete from expert_contact where expert_uuid = ?', [key]);
  else await em.execute('insert into expert_contact (expert_uuid, email, locale) values (?, ?, ?) on conflict (expert_uuid) do update set email = excluded.email, locale = excluded.locale', [key, contact.email, contact.locale]);
}
