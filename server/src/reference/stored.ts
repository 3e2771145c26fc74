/** The reference rows in the database: many at a time, as JSON. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AskedRow } from './rows.ts';
import { keyOf, type Row, TABLES, type TableName } from './tables.ts';

/** A row of `reference_row`: what the files said at the last import, as far as the table followed. */
export interface RecordRow extends AskedRow {
  readonly table: TableName;
  readonly key: string;
}

/** The record, among the others, of the state of the files as a whole. */
const WHOLE = { table: 'reference_row', key: '["files"]' };

const quoted = (name: string): string => `"${name}"`;
const columnsOf = (row: Row): string[] => Object.keys(row).map(quoted);
const sameKey = (table: TableName, one: string, other: string): string =>
  TABLES[table].key.map((column) => `${one}.${quoted(column)} = ${other}.${quoted(column)}`).join(' and ');

/** The rows that `statement` gives, each as JSON under the name `row`. */
async function jsonRows<T>(em: EntityManager, statement: string, params: unknown[] = []): Promise<T[]> {
  const [found] = await em.execute<{ rows: string }[]>(`select coalesce(json_agg(x."row"), '[]')::text as "rows" from (${statement}) x`, params);
  return JSON.parse(found!.rows) as T[];
}

/** Whether the files with this hash are what was imported last. */
export async function isImported(em: EntityManager, hash: string): Promise<boolean> {
  const rows = await em.execute(`select from reference_row where table_name = ? and row_key = ? and "values"->>'hash' = ?`, [WHOLE.table, WHOLE.key, hash]);
  return rows.length > 0;
}

/** Records that the files with this hash are imported. */
export async function recordImport(em: EntityManager, hash: string): Promise<void> {
  await saveRecords(em, [{ ...WHOLE, values: { hash }, version: 1 }]);
}

/** What the files said at the last import. */
export async function readRecords(em: EntityManager): Promise<RecordRow[]> {
  return jsonRows(em, `select json_build_object('table', table_name, 'key', row_key, 'values', "values", 'version', version) as "row"
    from reference_row where table_name <> ?`, [WHOLE.table]);
}

/** Records what the files say. */
export async function saveRecords(em: EntityManager, records: readonly (Omit<RecordRow, 'table'> & { readonly table: string })[]): Promise<void> {
  if (records.length === 0) return;
  await em.execute(`insert into reference_row (table_name, row_key, "values", version)
    select "table", "key", "values", version from jsonb_to_recordset(?::jsonb) as x("table" text, "key" text, "values" jsonb, version int)
    on conflict (table_name, row_key) do update set "values" = excluded."values", version = excluded.version`, [JSON.stringify(records)]);
}

/** Forgets rows that are in neither the files nor the table. */
export async function forgetRecords(em: EntityManager, records: readonly Pick<RecordRow, 'table' | 'key'>[]): Promise<void> {
  if (records.length === 0) return;
  await em.execute(`delete from reference_row r using jsonb_to_recordset(?::jsonb) as x("table" text, "key" text)
    where r.table_name = x."table" and r.row_key = x."key"`, [JSON.stringify(records.map(({ table, key }) => ({ table, key })))]);
}

/** The rows of a table that have the keys of `wanted`, by key, locked until the transaction ends. */
export async function readRows(em: EntityManager, table: TableName, wanted: readonly Row[]): Promise<Map<string, Row>> {
  const rows = await jsonRows<Row>(em, `select to_jsonb(t) as "row" from ${quoted(table)} t
    join jsonb_populate_recordset(null::${quoted(table)}, ?::jsonb) k on ${sameKey(table, 't', 'k')} for update of t`, [JSON.stringify(wanted)]);
  return new Map(rows.map((row) => [keyOf(table, row), row]));
}

/** Inserts rows that all have the same columns; the others get their defaults. */
export async function insertRows(em: EntityManager, table: TableName, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows[0]!).join(', ');
  await em.execute(`insert into ${quoted(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${quoted(table)}, ?::jsonb)
    on conflict do nothing`, [JSON.stringify(rows)]);
}

/** Writes rows that are there and that all have the same columns. */
export async function updateRows(em: EntityManager, table: TableName, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const changes = columnsOf(rows[0]!).map((column) => `${column} = n.${column}`).join(', ');
  await em.execute(`update ${quoted(table)} t set ${changes} from jsonb_populate_recordset(null::${quoted(table)}, ?::jsonb) n
    where ${sameKey(table, 't', 'n')}`, [JSON.stringify(rows)]);
}

/**
 * After the source text of recommendations was updated: raises the version of the text, so that the translations of the
 * former one count as outdated.
 */
export async function raiseSourceVersions(em: EntityManager, translations: readonly Row[]): Promise<void> {
  if (translations.length === 0) return;
  await em.execute(`with raised as (
      update recommendation r set source_version = r.source_version + 1
      from jsonb_populate_recordset(null::recommendation_translation, ?::jsonb) x
      where x.recommendation_slug = r.slug and x.locale = r.source_locale returning r.slug, r.source_locale, r.source_version
    )
    update recommendation_translation t set source_version = raised.source_version from raised
    where t.recommendation_slug = raised.slug and t.locale = raised.source_locale`, [JSON.stringify(translations)]);
}

/** What somebody real has said of a number since the files were last checked counts for it, in whichever place it stands by now. */
export async function heedHotlineChecks(em: EntityManager): Promise<void> {
  await em.execute(`update hotline h set is_verified = c.holds, checked_on = c.checked_on::text from (
      select distinct on (country_code, number) country_code, number, holds, checked_on from hotline_check where not is_demonstration order by country_code, number, checked_on desc, checked_at desc, uuid) c
    where c.country_code = h.country_code and c.number = h.number and c.checked_on::text >= coalesce(h.checked_on, '') and (h.is_verified <> c.holds or h.checked_on is distinct from c.checked_on::text)`);
}
