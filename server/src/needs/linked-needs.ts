/** Needs that something works on: what cannot be linked, and writing the links. For the features whose rows are linked to needs. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** A table of links to needs: its name, and the column with the key of what works on them. */
export interface NeedLinks {
  readonly table: string;
  readonly column: string;
}

/** Something with the needs that it is to work on, all by their keys. */
export interface WorksOn {
  readonly key: string;
  readonly needs: readonly string[];
}

/** What is wrong with a need that is to be linked: there is none for who acts, its post has withdrawn it, or one of the two ends is invented and the other is not. */
export type NeedLinkFault = 'UNKNOWN' | 'WITHDRAWN' | 'NOT_HERE';

/** The needs that are not linked yet, one a row: what is linked already stays so, whatever has become of it. */
const added = ({ table, column }: NeedLinks): string => `
  select s::uuid as need from jsonb_array_elements(?::jsonb) x cross join jsonb_array_elements_text(x->'needs') s
  where not exists (select from ${table} l where l.${column} = (x->>'key')::uuid and l.need_uuid = s::uuid)`;

/** What is wrong with needs that are to be linked to something that is invented, or real; they are held until the transaction ends, so that none is withdrawn meanwhile. */
export async function needLinkFaults(em: EntityManager, links: NeedLinks, wanted: readonly WorksOn[], isInvented: boolean): Promise<NeedLinkFault[]> {
  const sent = JSON.stringify(wanted);
  await em.execute(`select from need where uuid = any(array(${added(links)})) order by uuid for share`, [sent]);
  const [found] = (await em.execute(
    `select coalesce(bool_or(n.uuid is null), false) as "UNKNOWN", coalesce(bool_or(n.status = 'WITHDRAWN'), false) as "WITHDRAWN", coalesce(bool_or(n.is_demonstration <> ?::boolean), false) as "NOT_HERE" from (${added(links)}) a left join need n on n.uuid = a.need`, [isInvented, sent],
  )) as [Record<NeedLinkFault, boolean>];
  return (['UNKNOWN', 'WITHDRAWN', 'NOT_HERE'] as const).filter((fault) => found[fault]);
}

/** Writes which needs each works on, as it is now. Links to needs that who acts does not see stay as they are. */
export async function writeNeedLinks(em: EntityManager, { table, column }: NeedLinks, wanted: readonly WorksOn[]): Promise<void> {
  const sent = JSON.stringify(wanted);
  await em.execute(`delete from ${table} l using jsonb_array_elements(?::jsonb) x where l.${column} = (x->>'key')::uuid and not l.need_uuid::text = any(array(select jsonb_array_elements_text(x->'needs')))`, [sent]);
  await em.execute(
    `insert into ${table} (${column}, need_uuid) select (x->>'key')::uuid, s::uuid from jsonb_array_elements(?::jsonb) x cross join jsonb_array_elements_text(x->'needs') s
     where not exists (select from ${table} l where l.${column} = (x->>'key')::uuid and l.need_uuid = s::uuid)`, [sent]);
}
