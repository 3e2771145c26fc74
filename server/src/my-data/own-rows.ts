/** Reads everything that the database keeps about one person: which tables and columns, the register says. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OwnRows, OwnTable } from '../core/own-data.ts';
import { declarations, type Lead, type TableWay, waysOf } from '../core/personal/index.ts';

/** All about who acts in the transaction of `em`, which is for their own data. Throws the database's error. */
export async function ownRows(em: EntityManager): Promise<OwnRows> {
  const tables: OwnTable[] = [];
  const ways = waysOf(declarations);
  for (const table of ways) {
    const statement = statementOf(table);
    if (statement === undefined) continue;
    const [answer] = await em.execute<{ rows: unknown[][] }[]>(statement);
    tables.push({ name: table.name, columns: table.columns, rows: answer!.rows });
  }
  const unlinked = ways.flatMap(({ name, way }) => (way?.leads === null ? [{ name, reason: way.reason }] : []));
  return { tables, unlinked };
}

/** The statement that reads a table's rows about who acts; undefined where none is anybody's. */
function statementOf({ name: table, columns, way }: TableWay): string | undefined {
  if (!way?.leads) return undefined;
  const { leads } = way;
  const values = columns.map(({ name, category }) => {
    const value = category === 'CREDENTIALS' ? `case when t."${name}" is not null then true end` : `t."${name}"`;
    const about = leadsOf(leads, name);
    return about.length === leads.length ? value : `case when ${conditionOf(about)} then ${value} end`;
  });
  const place = table.split('.').map((part) => `"${part}"`).join('.');
  return `select coalesce(json_agg(r order by r ->> 0), '[]') as rows from (select json_build_array(${values.join(', ')}) as r from ${place} t where ${conditionOf(leads)}) found`;
}

/** Those whom a column is about: the one whose alone it is, the owners of the row, or, where it has none, everybody whom it concerns. */
function leadsOf(leads: readonly Lead[], column: string): readonly Lead[] {
  const alone = leads.filter((lead) => !lead.isOwn && (lead.column === column || lead.alone.includes(column)));
  if (alone.length > 0) return alone;
  const owners = leads.filter(({ isOwn }) => isOwn);
  return owners.length > 0 ? owners : leads;
}

const ADDRESS = '(select email from person where id = acting_person())';
const IS: Readonly<Record<Lead['holds'], (lead: Lead) => string>> = {
  KEY: ({ column }) => `t."${column}" = acting_person()`,
  ADDRESS: ({ column }) => `t."${column}" = ${ADDRESS}`,
  ADDRESS_WITHIN: ({ column }) => `position(to_json(${ADDRESS})::text in t."${column}") > 0`,
  KEY_OF_THEIRS: ({ column, by }) => `t."${column}" in (select o."${by!.key}" from "${by!.table}" o where o."${by!.person}" = acting_person())`,
};

function conditionOf(leads: readonly Lead[]): string {
  return leads.map((lead) => IS[lead.holds](lead)).join(' or ');
}
