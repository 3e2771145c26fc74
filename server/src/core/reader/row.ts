/** Typed rows: the properties of an entity class as fragments of SQL. */
import type { EntityMetadata, MetadataStorage } from '@mikro-orm/core';
import { identifier, raw, type Sql, sql } from './sql.ts';

export type EntityClass<T extends object = object> = abstract new (...args: never[]) => T;

/** A property's value as SQL sees it: a reference is its key. */
type Column<V> = NonNullable<V> extends Date | string | number | boolean | readonly unknown[]
  ? V
  : NonNullable<V> extends object
    ? string | (null extends V ? null : never)
    : V;

/** One row of an entity's table under an alias; reading a property gives its column. */
export type Row<T extends object> = { readonly [K in keyof T]-?: Sql<Column<T[K]>> };

let storage: MetadataStorage | undefined;

/** Tells the readers about the tables. Called once, when the ORM has discovered its entities. */
export function useMetadata(metadata: MetadataStorage): void {
  storage = metadata;
}

/** What the ORM knows of an entity's table. Throws when the class is not an entity of this database. */
export function metadataOf<T extends object>(entity: EntityClass<T>): EntityMetadata<T> {
  if (!storage) throw new Error('The readers do not know the tables yet: call useMetadata first');
  const meta = storage.find(entity as never) as EntityMetadata<T> | undefined;
  if (!meta) throw new Error(`${entity.name} is not an entity`);
  return meta;
}

/** The column of a property, or undefined when the property is not stored in this table. */
export function columnOf<T extends object>(entity: EntityClass<T>, property: string): string | undefined {
  const prop = metadataOf(entity).properties[property as never] as
    | { fieldNames?: string[]; persist?: boolean; kind?: string }
    | undefined;
  if (!prop || prop.persist === false || prop.fieldNames?.length !== 1) return undefined;
  return prop.kind === '1:m' || prop.kind === 'm:n' ? undefined : prop.fieldNames[0];
}

/** Whether a property's column may be null. */
export function isNullable<T extends object>(entity: EntityClass<T>, property: string): boolean {
  return (metadataOf(entity).properties[property as never] as { nullable?: boolean }).nullable === true;
}

/** The single-column primary key's property; of rows that stand in no table, the first property. Throws for tables with a composite key. */
export function keyOf<T extends object>(entity: EntityClass<T>): keyof T & string {
  const { primaryKeys, virtual, properties } = metadataOf(entity);
  const keys = virtual ? Object.keys(properties).slice(0, 1) : primaryKeys;
  if (keys.length !== 1) throw new Error(`${entity.name} has no single-column key`);
  return keys[0] as keyof T & string;
}

/** The PostgreSQL type of a property's column. */
export function typeOf<T extends object>(entity: EntityClass<T>, property: string): string {
  const prop = metadataOf(entity).properties[property as never] as { columnTypes: string[] };
  return prop.columnTypes[0]!.replace(/\(.*\)/, '');
}

export function table(entity: EntityClass): Sql {
  return identifier(metadataOf(entity).tableName);
}

/** The row `alias` of an entity's table. Reading a property that has no column throws. */
export function row<T extends object>(entity: EntityClass<T>, alias: string): Row<T> {
  return new Proxy(Object.create(null), {
    get(_target, property) {
      const column = typeof property === 'string' ? columnOf(entity, property) : undefined;
      if (!column) throw new Error(`${entity.name}.${String(property)} is not a column`);
      return sql`${raw(alias)}.${identifier(column)}`;
    },
  }) as Row<T>;
}
