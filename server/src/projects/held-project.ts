/** A project held while somebody works on it, and what it is linked to. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberRole } from '../accounts/index.ts';
import type { TextTable } from '../core/translation/index.ts';
import { fault, type ProjectFault } from './project-fault.ts';
import type { ProjectStatus } from './project-words.ts';
import { LIST_NAMES, LISTS, type ListName, type ProjectContent } from './read-project.ts';

/** Which project, by its key, and who does something with it. */
export interface WhichProject {
  readonly person: string;
  readonly key: string;
}

export interface HeldProject extends ProjectContent {
  readonly status: ProjectStatus;
  readonly version: number;
  readonly sourceVersion: number;
  readonly isDemonstration: boolean;
}

export const TEXTS: TextTable = { table: 'project_translation', owner: 'project_uuid', columns: ['title', 'purpose'] };

interface Linked {
  readonly table: string;
  readonly column: string;
  /** What it leads to: its table, its key and the type of that. */
  readonly of: string;
  readonly key: string;
  readonly type: 'uuid' | 'text';
  /** What holds of all that is linked, `x`, where `c` has the countries of the project. */
  readonly always: string;
  /** What has to hold when it comes, where `c` says too whether the project is invented. */
  readonly joining: string;
}

const OF_COUNTRY = 'x.country_code = any(c.countries)';
/** What is invented is linked among itself alone; the register and the directory are for both. */
const SAME_SIDE = 'x.is_demonstration = c.invented';
const OF_BOTH_SIDES = '(c.invented or not x.is_demonstration)';

/** An organisation of which nobody has said that it keeps no place secret comes in as no partner. */
const LINKED: Readonly<Record<ListName, Linked>> = {
  countries: { table: 'project_country', column: 'country_code', of: 'country', key: 'code', type: 'text', always: 'true', joining: 'true' },
  needs: { table: 'project_need', column: 'need_uuid', of: 'need', key: 'uuid', type: 'uuid', always: OF_COUNTRY, joining: `${SAME_SIDE} and x.status not in ('WITHDRAWN', 'DECLINED')` },
  recommendations: { table: 'project_recommendation', column: 'recommendation_slug', of: 'recommendation', key: 'slug', type: 'text', always: OF_COUNTRY, joining: OF_BOTH_SIDES },
  partners: { table: 'project_partner', column: 'organisation_slug', of: 'organisation', key: 'slug', type: 'text', always: 'true', joining: `${OF_BOTH_SIDES} and x.is_published and (not x.is_protected or x.kind = 'INTERNATIONAL')` },
  experts: { table: 'project_expert', column: 'expert_uuid', of: 'expert', key: 'uuid', type: 'uuid', always: 'true', joining: SAME_SIDE },
  sessions: { table: 'project_session', column: 'session_uuid', of: 'training_session', key: 'uuid', type: 'uuid', always: 'true', joining: `${SAME_SIDE} and x.ends_at <= now() and x.stage in ('OPEN', 'CLOSED', 'ARCHIVED')` },
};

/** A project that who asks sees, held until the transaction ends; undefined for none. */
export async function holdProject(em: EntityManager, key: string): Promise<HeldProject | undefined> {
  // Read once it is held: who waited reads what the other has written.
  await em.execute('select from project where uuid = ? for update', [key]);
  const lists = LIST_NAMES.map((name) => `array(select l.${LINKED[name].column}::text from ${LINKED[name].table} l where l.project_uuid = p.uuid order by l.${LINKED[name].column}::text collate "C") as "${name}"`);
  const [project] = await em.execute<HeldProject[]>(
    `select p.status, p.version, p.source_version as "sourceVersion", p.is_demonstration as "isDemonstration", p.source_locale as "sourceLocale", p.common_need_uuid::text as "commonNeed", x.title, x.purpose, ${lists.join(', ')},
       (select coalesce(json_agg(json_build_object('label', b.label, 'cents', b.cents) order by b.position), '[]') from project_budget_line b where b.project_uuid = p.uuid) as budget
     from project p join project_translation x on x.project_uuid = p.uuid and x.locale = p.source_locale where p.uuid = ?`, [key]);
  return project;
}

/** What is wrong with one list: none of these is there, or it has no place in this project. What is linked already is asked less. Needs are held, so that none is withdrawn meanwhile. */
async function faultsOf(em: EntityManager, name: ListName, key: string, content: ProjectContent, isInvented: boolean): Promise<ProjectFault[]> {
  const { table, column, of, key: id, type, always, joining } = LINKED[name];
  const sent = JSON.stringify(content[name]);
  if (name === 'needs') await em.execute('select from need where uuid = any(array(select s::uuid from jsonb_array_elements_text(?::jsonb) s)) order by uuid for share', [sent]);
  const found = await em.execute<{ position: number; isUnknown: boolean }[]>(
    `select s.n::int - 1 as position, x.${id} is null as "isUnknown"
     from jsonb_array_elements_text(?::jsonb) with ordinality s(key, n) cross join (select array(select jsonb_array_elements_text(?::jsonb)) as countries, ?::boolean as invented) c
       left join ${of} x on x.${id} = s.key::${type} left join ${table} l on l.project_uuid = ? and l.${column} = s.key::${type}
     where (x.${id} is null and l.project_uuid is null) or not (${always} and (l.project_uuid is not null or ${joining})) order by 1`, [sent, JSON.stringify(content.countries), isInvented, key]);
  return found.map(({ position, isUnknown }) => fault(LISTS[name], isUnknown ? 'UNKNOWN' : 'NOT_HERE', null, position));
}

/** What is wrong with what a project is to be linked to. */
export async function linkFaults(em: EntityManager, key: string, content: ProjectContent, isInvented: boolean): Promise<ProjectFault[]> {
  const faults: ProjectFault[] = [];
  for (const name of LIST_NAMES) faults.push(...(await faultsOf(em, name, key, content, isInvented)));
  return faults;
}

/** Writes what a project is linked to and what it may cost, as it is now. */
export async function writeLinks(em: EntityManager, key: string, content: ProjectContent): Promise<void> {
  for (const name of LIST_NAMES) {
    const { table, column, type } = LINKED[name];
    const sent = JSON.stringify(content[name]);
    await em.execute(`delete from ${table} where project_uuid = ? and not ${column}::text = any(array(select jsonb_array_elements_text(?::jsonb)))`, [key, sent]);
    await em.execute(`insert into ${table} (project_uuid, ${column}) select ?::uuid, s::${type} from jsonb_array_elements_text(?::jsonb) s where not exists (select from ${table} l where l.project_uuid = ? and l.${column} = s::${type})`, [key, sent, key]);
  }
  await em.execute('delete from project_budget_line where project_uuid = ? and position > ?', [key, content.budget.length]);
  await em.execute(
    `insert into project_budget_line (project_uuid, position, label, locale, cents) select ?::uuid, n, x->>'label', ?, (x->>'cents')::int from jsonb_array_elements(?::jsonb) with ordinality as b(x, n)
     on conflict (project_uuid, position) do update set label = excluded.label, locale = excluded.locale, cents = excluded.cents`, [key, content.sourceLocale, JSON.stringify(content.budget)]);
}

/** Tells where a project stands now, by whom, as what and why. */
export async function tell(em: EntityManager, key: string, step: { readonly person: string; readonly as: MemberRole; readonly to: ProjectStatus; readonly reason: string | null; readonly locale: string }): Promise<void> {
  await em.execute(
    `insert into project_step (project_uuid, position, by_id, by_role, to_status, reason, locale)
     select ?::uuid, coalesce(max(s.position), 0) + 1, ?, ?, ?, ?::text, case when ?::text is not null then ? end from project_step s where s.project_uuid = ?`,
    [key, step.person, step.as, step.to, step.reason, step.reason, step.locale, key]);
}
