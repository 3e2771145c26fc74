/** The tables as the ORM and as PostgreSQL know them, in the same words: names outside of `public` begin with their schema. */
import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';

/** The columns of each table, by its name. */
export type Tables = ReadonlyMap<string, readonly string[]>;

const DEFAULT_SCHEMA = 'public';

/** A table's name as the register writes it. */
export function tableName(schema: string | undefined, name: string): string {
  return schema === undefined || schema === DEFAULT_SCHEMA || schema === '*' ? name : `${schema}.${name}`;
}

/** The properties of an entity that are columns of its table, with the names of those columns. */
export function columnsOf(meta: Pick<EntityMetadata, 'properties'>): ReadonlyMap<string, readonly string[]> {
  // An embedded object is the columns of its own properties, unless it is stored whole.
  const stored = (Object.values(meta.properties) as EntityProperty[]).filter(({ persist, kind, object, fieldNames }) =>
    persist !== false && kind !== '1:m' && kind !== 'm:n' && (kind !== 'embedded' || object) && fieldNames !== undefined);
  return new Map(stored.map(({ name, fieldNames }) => [name, fieldNames]));
}

/** All that is stored in a database, whoever made it and whoever may read it: the tables and views of every schema but PostgreSQL's own. */
export const STORED_COLUMNS = `
  select n.nspname as "schema", c.relname as "table", a.attname as "column"
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm', 'f', 'v') and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
  order by n.nspname, c.relname, a.attnum`;

/** A row of `STORED_COLUMNS`. */
export interface StoredColumn {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/** The rows of `STORED_COLUMNS` by table. */
export function tablesOf(rows: readonly StoredColumn[]): Tables {
  return new Map([...Map.groupBy(rows, ({ schema, table }) => tableName(schema, table))].map(([name, columns]) => [name, columns.map(({ column }) => column)]));
}

/** The tables of entities, those that only link two entities among them. */
export function entityTables(metadata: MetadataStorage): Tables {
  const stored = [...metadata.getAll().values()].filter(({ abstract, embeddable, virtual }) => !abstract && !embeddable && !virtual);
  return new Map(stored.map((meta) => [tableName(meta.schema, meta.tableName), [...new Set([...columnsOf(meta).values()].flat())]]));
}
