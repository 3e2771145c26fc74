/** The findings of a mission as they are stored, and writing them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type NeedLinkFault, needLinkFaults, type NeedLinks, type WorksOn, writeNeedLinks } from '../needs/index.ts';

export interface Finding {
  readonly key: string;
  readonly version: number;
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
  readonly leg: string | null;
  readonly theme: string | null;
  readonly foundOn: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly text: string;
  /** By their slugs, in their order. */
  readonly recommendations: readonly string[];
  /** By their keys, in their order. */
  readonly needs: readonly string[];
}

const NEEDS: NeedLinks = { table: 'finding_need', column: 'finding_uuid' };

const FINDINGS = `
  select f.uuid as key, f.version, f.source_locale as "sourceLocale", f.source_version as "sourceVersion", f.leg_uuid as leg, f.theme_code as theme, f.found_on::text as "foundOn", f.due_on::text as "dueOn", f.done_on::text as "doneOn", t.text,
    array(select r.recommendation_slug from finding_recommendation r where r.finding_uuid = f.uuid order by r.recommendation_slug collate "C") as recommendations,
    array(select n.need_uuid::text from finding_need n where n.finding_uuid = f.uuid order by n.need_uuid) as needs
  from finding f join finding_translation t on t.finding_uuid = f.uuid and t.locale = f.source_locale where f.mission_uuid = ?`;

/** The findings of a mission, that is held already. */
export const heldFindings = (em: EntityManager, mission: string): Promise<Finding[]> => em.execute<Finding[]>(FINDINGS, [mission]);

/** Says findings in another language, by their keys; what is empty is missing in it. */
export async function sayFindings(em: EntityManager, locale: Locale, findings: readonly { readonly key: string; readonly text: string | null }[]): Promise<void> {
  const sent = JSON.stringify(findings);
  await em.execute(
    `insert into finding_translation (finding_uuid, locale, text, source_version) select f.uuid, ?, x->>'text', f.source_version from jsonb_array_elements(?::jsonb) x join finding f on f.uuid = (x->>'key')::uuid where x->>'text' is not null
     on conflict (finding_uuid, locale) do update set text = excluded.text, source_version = excluded.source_version`, [locale, sent]);
  await em.execute(`delete from finding_translation t using jsonb_array_elements(?::jsonb) x where t.finding_uuid = (x->>'key')::uuid and t.locale = ? and x->>'text' is null`, [sent, locale]);
}

/** Writes a finding as it is now; false where its key is that of another mission's. */
export async function writeFinding(em: EntityManager, mission: string, { key, sourceLocale, sourceVersion, leg, theme, foundOn, text, recommendations, needs }: Omit<Finding, 'version' | 'dueOn' | 'doneOn'>): Promise<boolean> {
  const written = await em.execute<unknown[]>(
    `insert into finding as f (uuid, mission_uuid, source_locale, source_version, leg_uuid, theme_code, found_on) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (uuid) do update set source_locale = excluded.source_locale, source_version = excluded.source_version, leg_uuid = excluded.leg_uuid, theme_code = excluded.theme_code, found_on = excluded.found_on, version = f.version + 1
       where f.mission_uuid = excluded.mission_uuid returning 1`, [key, mission, sourceLocale, sourceVersion, leg, theme, foundOn]);
  if (written.length === 0) return false;
  await em.execute(
    `insert into finding_translation (finding_uuid, locale, text, source_version) values (?, ?, ?, ?) on conflict (finding_uuid, locale) do update set text = excluded.text, source_version = excluded.source_version`, [key, sourceLocale, text, sourceVersion]);
  const sent = JSON.stringify(recommendations);
  await em.execute('delete from finding_recommendation where finding_uuid = ? and not recommendation_slug = any(array(select jsonb_array_elements_text(?::jsonb)))', [key, sent]);
  await em.execute('insert into finding_recommendation (finding_uuid, recommendation_slug) select ?::uuid, s from jsonb_array_elements_text(?::jsonb) s on conflict do nothing', [key, sent]);
  await writeNeedLinks(em, NEEDS, [{ key, needs }]);
  return true;
}

/** What is wrong with the needs on which a finding of a mission is to bear. */
export async function wrongNeeds(em: EntityManager, mission: string, finding: WorksOn): Promise<NeedLinkFault[]> {
  if (finding.needs.length === 0) return [];
  const [side] = await em.execute<{ invented: boolean }[]>('select is_demonstration as invented from mission where uuid = ?', [mission]);
  return needLinkFaults(em, NEEDS, [finding], side!.invented);
}

/** Whether a theme, and each of the recommendations, is there. */
export async function areKnown(em: EntityManager, theme: string | null, recommendations: readonly string[]): Promise<{ readonly theme: boolean; readonly recommendations: boolean }> {
  const [row] = await em.execute<{ theme: boolean; recommendations: boolean }[]>(
    `select ?::text is null or exists (select from theme t where t.code = ?::text) as theme, not exists (select from jsonb_array_elements_text(?::jsonb) s where not exists (select from recommendation r where r.slug = s)) as recommendations`,
    [theme, theme, JSON.stringify(recommendations)]);
  return row!;
}
