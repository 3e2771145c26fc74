/** Reads everything that the database keeps about one person: which tables and columns, the register says. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OwnRows, OwnTable } from '../core/own-data.ts';
import { declarations, type TableWay, waysOf } from '../core/personal/index.ts';

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
  const unlinked = ways.flatMap(({ name, way }) => (way?.kind === 'NONE' ? [{ name, reason: way.reason }] : []));
  return { tables, unlinked };
}

/** The statement that reads a table's rows about who acts; undefined where none is anybody's. */
function statementOf(table: TableWay): string | undefined {
  const where = conditionOf(table);
  if (where === undefined) return undefined;
  const values = table.columns.map(({ name, category }) => {
    const value = category === 'CREDENTIALS' ? `case when t."${name}" is not null then true end` : `t."${name}"`;
    const owner = ownerOf(table, name);
    return owner ? `case when t."${owner}" = acting_person() then ${value} end` : value;
  });
  const place = table.name.split('.').map((part) => `"${part}"`).join('.');
  return `select coalesce(json_agg(r order by r ->> 0), '[]') as rows from (select json_build_array(${values.join(', ')}) as r from ${place} t where ${where}) found`;
}

function conditionOf({ way }: TableWay): string | undefined {
  if (!way || way.kind === 'NONE') return undefined;
  if (way.kind === 'OWN') return `t."${way.key}" = acting_person()`;
  if (way.kind === 'ADDRESS') return `position(to_json((select email from person where id = acting_person()))::text in t."${way.column}") > 0`;
  return `acting_person() in (${[...way.keys.keys()].map((key) => `t."${key}"`).join(', ')})`;
}

/** The key of the one person whom a column of a shared row is about; undefined where it is about all of them. */
function ownerOf({ way }: TableWay, column: string): string | undefined {
  if (way?.kind !== 'SHARED') return undefined;
  return [...way.keys].find(([key, own]) => key === column || own.includes(column))?.[0];
}
