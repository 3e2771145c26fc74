/** Deletes the rows that have left the files: never what a person has changed, nor what a person's rows rest on. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordRow } from './stored.ts';
import { referredBy, TABLE_NAMES, TABLES } from './tables.ts';

/** A row that has left the files and is still in its table. */
export interface Departure {
  readonly record: RecordRow;
  /** Whether a person has changed it since the last import. */
  readonly isChanged: boolean;
}

/** A foreign key onto a table: pairs of its column and the column it refers to. */
interface ForeignKey {
  readonly onto: string;
  readonly from: string;
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * Deletes what can go, and gives what went and what stays. Rows that rest on each other (an organisation and its names)
 * go together or not at all.
 */
export async function removeDepartures(em: EntityManager, departures: readonly Departure[]): Promise<{ gone: RecordRow[]; stays: RecordRow[] }> {
  const gone: RecordRow[] = [];
  const stays: RecordRow[] = [];
  if (departures.length === 0) return { gone, stays };
  const foreignKeys = await readForeignKeys(em);
  for (const group of groupsOf(departures)) {
    const records = group.map(({ record }) => record);
    const isGone = !group.some(({ isChanged }) => isChanged) && (await removeTogether(em, records, foreignKeys));
    (isGone ? gone : stays).push(...records);
  }
  return { gone, stays };
}

/** The departures in groups that rest on each other; in each, a row comes before those that it refers to. */
function groupsOf(departures: readonly Departure[]): Departure[][] {
  const order = new Map(TABLE_NAMES.map((name, index) => [name, index]));
  const sorted = [...departures].sort((a, b) => order.get(a.record.table)! - order.get(b.record.table)!);
  const groupOf = new Map<string, Departure[]>();
  for (const departure of sorted) {
    const { table, values } = departure.record;
    const owners = TABLES[table].references.flatMap((reference) => groupOf.get(`${reference.table} ${referredBy(reference, values)}`) ?? []);
    const group = [departure, ...new Set(owners)];
    for (const member of group) groupOf.set(`${member.record.table} ${member.record.key}`, group);
  }
  return [...new Set(groupOf.values())];
}

/** Deletes the rows of a group one by one. When one of them cannot go, none has gone. */
async function removeTogether(em: EntityManager, records: readonly RecordRow[], foreignKeys: readonly ForeignKey[]): Promise<boolean> {
  await em.execute('savepoint departure');
  try {
    for (const record of records) {
      if (!(await removeUnused(em, record, foreignKeys))) {
        await em.execute('rollback to savepoint departure');
        return false;
      }
    }
    // What is checked when the transaction ends is checked here, where it can still be undone.
    await em.execute('set constraints all immediate');
    await em.execute('set constraints all deferred');
    await em.execute('release savepoint departure');
    return true;
  } catch (error) {
    if (!isViolation(error)) throw error;
    await em.execute('rollback to savepoint departure');
    return false;
  }
}

/** Deletes a row unless another row refers to it: those that would be deleted with it are somebody's work too. */
async function removeUnused(em: EntityManager, { table, values }: RecordRow, foreignKeys: readonly ForeignKey[]): Promise<boolean> {
  const unused = foreignKeys.filter(({ onto }) => onto === table).map(({ from, pairs }) =>
    `not exists (select from ${from} r where ${pairs.map(([column, key]) => `r."${column}" = t."${key}"`).join(' and ')})`);
  const isIt = TABLES[table].key.map((column) => `t."${column}" = k."${column}"`);
  const deleted = await em.execute(`delete from "${table}" t using jsonb_populate_record(null::"${table}", ?::jsonb) k
    where ${[...isIt, ...unused].join(' and ')} returning 1 as deleted`, [JSON.stringify(values)]);
  return deleted.length > 0;
}

/** The foreign keys of the database, and those of our own that it does not know. */
async function readForeignKeys(em: EntityManager): Promise<ForeignKey[]> {
  const rows = await em.execute<{ keys: string }[]>(`select coalesce(json_agg(json_build_object('onto', confrelid::regclass::text, 'from', conrelid::regclass::text, 'pairs', (
      select json_agg(json_build_array(a.attname, f.attname)) from unnest(conkey, confkey) as k(own, other)
      join pg_attribute a on a.attrelid = conrelid and a.attnum = k.own join pg_attribute f on f.attrelid = confrelid and f.attnum = k.other
    ))), '[]')::text as "keys" from pg_constraint where contype = 'f'`);
  const own = TABLE_NAMES.flatMap((from) => TABLES[from].references.map(({ table, columns }): ForeignKey =>
    ({ onto: table, from: `"${from}"`, pairs: columns.map((column, index) => [column, TABLES[table].key[index]!]) })));
  return [...(JSON.parse(rows[0]!.keys) as ForeignKey[]), ...own];
}

const isViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('23');
