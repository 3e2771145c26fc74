/** Writing the objectives of a mission. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { needLinkFaults, type NeedLinks, type NeedLinkFault, writeNeedLinks } from '../needs/index.ts';
import type { MissionContent, Objective } from './read-mission.ts';

export const OBJECTIVE_TEXTS = { table: 'mission_objective_translation', owner: 'objective_uuid', columns: ['text'] };
const NEEDS: NeedLinks = { table: 'mission_objective_need', column: 'objective_uuid' };

/** Which needs the objectives of a mission work on and which projects they serve, by their keys. */
export async function linksOfObjectives(em: EntityManager, mission: string): Promise<ReadonlyMap<string, Pick<Objective, 'needs' | 'projects'>>> {
  const rows = await em.execute<{ key: string; needs: string[]; projects: string[] }[]>(
    `select o.uuid::text as key, array(select l.need_uuid::text from mission_objective_need l where l.objective_uuid = o.uuid order by l.need_uuid) as needs,
       array(select l.project_uuid::text from mission_objective_project l where l.objective_uuid = o.uuid order by l.project_uuid) as projects from mission_objective o where o.mission_uuid = ?`, [mission]);
  return new Map(rows.map(({ key, ...links }) => [key, links]));
}

/** What is wrong with the needs that objectives are to work on. A mission that is not there yet is of the side of who makes it. */
export async function wrongNeeds(em: EntityManager, mission: string, objectives: readonly Objective[]): Promise<NeedLinkFault[]> {
  if (objectives.every(({ needs }) => needs.length === 0)) return [];
  const [side] = (await em.execute('select coalesce((select is_demonstration from mission where uuid = ?), acts_invented()) as invented', [mission])) as [{ invented: boolean }];
  return needLinkFaults(em, NEEDS, objectives, side.invented);
}

/**
 * Whether an objective is to serve a project that takes no missions: there is none for who acts, it is given up, or one of the two is invented and the other is not. What is linked already stays so. They are held until the
 * transaction ends, so that none is given up meanwhile.
 */
export async function wrongProjects(em: EntityManager, mission: string, objectives: readonly Objective[]): Promise<boolean> {
  if (objectives.every(({ projects }) => projects.length === 0)) return false;
  const [sent, added] = [JSON.stringify(objectives), `
    select s::uuid as project from jsonb_array_elements(?::jsonb) x cross join jsonb_array_elements_text(x->'projects') s
    where not exists (select from mission_objective_project l where l.objective_uuid = (x->>'key')::uuid and l.project_uuid = s::uuid)`];
  await em.execute(`select from project where uuid = any(array(${added})) order by uuid for share`, [sent]);
  const wrong = await em.execute<unknown[]>(
    `select from (${added}) a left join project p on p.uuid = a.project
     where p.uuid is null or p.status = 'GIVEN_UP' or p.is_demonstration <> coalesce((select is_demonstration from mission where uuid = ?), acts_invented()) limit 1`, [sent, mission]);
  return wrong.length > 0;
}

/** Whether one of them names a recommendation that is not there. */
export async function unknownRecommendations(em: EntityManager, objectives: readonly Objective[]): Promise<boolean> {
  const slugs = JSON.stringify(objectives.flatMap(({ recommendations }) => recommendations));
  return (await em.execute<unknown[]>('select from jsonb_array_elements_text(?::jsonb) s where not exists (select from recommendation r where r.slug = s) limit 1', [slugs])).length > 0;
}

/** Whether one of the keys is that of an objective of another mission. */
export async function objectivesElsewhere(em: EntityManager, mission: string, objectives: readonly Objective[]): Promise<boolean> {
  const keys = JSON.stringify(objectives.map(({ key }) => key));
  return (await em.execute<unknown[]>('select from mission_objective o where o.mission_uuid <> ? and o.uuid::text = any(array(select jsonb_array_elements_text(?::jsonb))) limit 1', [mission, keys])).length > 0;
}

/** Writes the objectives of a mission as they are now; a text that has changed, or is written in another language, is another version of its source. */
export async function writeObjectives(em: EntityManager, mission: string, { sourceLocale, objectives }: MissionContent): Promise<void> {
  const sent = JSON.stringify(objectives);
  await em.execute(`delete from mission_objective where mission_uuid = ? and not uuid::text = any(array(select x->>'key' from jsonb_array_elements(?::jsonb) x))`, [mission, sent]);
  // What says the same in another language was never said in the one before.
  await em.execute(
    `delete from mission_objective_translation t using mission_objective o, jsonb_array_elements(?::jsonb) x
     where o.uuid = t.objective_uuid and o.uuid = (x->>'key')::uuid and o.mission_uuid = ? and t.locale = o.source_locale and o.source_locale <> ? and t.text = x->>'text'`, [sent, mission, sourceLocale]);
  await em.execute(
    `insert into mission_objective (uuid, mission_uuid, position, source_locale) select (x->>'key')::uuid, ?::uuid, n, ? from jsonb_array_elements(?::jsonb) with ordinality as o(x, n)
     on conflict (uuid) do update set position = excluded.position, source_locale = excluded.source_locale, source_version = mission_objective.source_version
       + case when mission_objective.source_locale = excluded.source_locale and exists (select from mission_objective_translation t, jsonb_array_elements(?::jsonb) x
           where t.objective_uuid = mission_objective.uuid and t.locale = excluded.source_locale and (x->>'key')::uuid = t.objective_uuid and x->>'text' = t.text) then 0 else 1 end`,
    [mission, sourceLocale, sent, sent]);
  await em.execute(
    `insert into mission_objective_translation (objective_uuid, locale, text, source_version) select o.uuid, o.source_locale, x->>'text', o.source_version from jsonb_array_elements(?::jsonb) x join mission_objective o on o.uuid = (x->>'key')::uuid
     on conflict (objective_uuid, locale) do update set text = excluded.text, source_version = excluded.source_version`, [sent]);
  await em.execute(
    `delete from mission_objective_recommendation l using mission_objective o where o.uuid = l.objective_uuid and o.mission_uuid = ?
       and not exists (select from jsonb_array_elements(?::jsonb) x where (x->>'key')::uuid = o.uuid and l.recommendation_slug = any(array(select jsonb_array_elements_text(x->'recommendations'))))`, [mission, sent]);
  await em.execute(
    `insert into mission_objective_recommendation (objective_uuid, recommendation_slug) select (x->>'key')::uuid, r from jsonb_array_elements(?::jsonb) x cross join jsonb_array_elements_text(x->'recommendations') r on conflict do nothing`, [sent]);
  await writeNeedLinks(em, NEEDS, objectives);
  await em.execute(
    `delete from mission_objective_project l using jsonb_array_elements(?::jsonb) x where l.objective_uuid = (x->>'key')::uuid and not l.project_uuid::text = any(array(select jsonb_array_elements_text(x->'projects')))`, [sent]);
  await em.execute(
    `insert into mission_objective_project (objective_uuid, project_uuid) select (x->>'key')::uuid, s::uuid from jsonb_array_elements(?::jsonb) x cross join jsonb_array_elements_text(x->'projects') s
     where not exists (select from mission_objective_project l where l.objective_uuid = (x->>'key')::uuid and l.project_uuid = s::uuid)`, [sent]);
}

/** Says objectives in another language, by their keys; what is empty is missing in it. */
export async function sayObjectives(em: EntityManager, locale: Locale, objectives: readonly { readonly key: string; readonly text: string | null }[]): Promise<void> {
  const [said, unsaid] = [objectives.filter(({ text }) => text !== null), objectives.filter(({ text }) => text === null)].map((list) => JSON.stringify(list));
  await em.execute(
    `insert into mission_objective_translation (objective_uuid, locale, text, source_version) select o.uuid, ?, x->>'text', o.source_version from jsonb_array_elements(?::jsonb) x join mission_objective o on o.uuid = (x->>'key')::uuid
     on conflict (objective_uuid, locale) do update set text = excluded.text, source_version = excluded.source_version`, [locale, said]);
  await em.execute(`delete from mission_objective_translation where locale = ? and objective_uuid::text = any(array(select x->>'key' from jsonb_array_elements(?::jsonb) x))`, [locale, unsaid]);
}
