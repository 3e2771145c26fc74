/** The door of the reader: what a feature needs to declare how its types are read. */
import 'reflect-metadata';
import type { LocalizedText } from '../translation/localized-text.ts';
import type { Actor } from './actor.ts';
import type { ArgSpecs } from './args.ts';
import { type Brought, Code } from './code.ts';
import { Connection, type ConnectionDeclaration } from './connection.ts';
import { Leaf } from './leaf.ts';
import { Localized, type LocalizedSource } from './localized.ts';
import { Reader, type ReaderDeclaration } from './reader.ts';
import { readers } from './registry.ts';
import { Embedded, Many, type ManySource, One } from './related.ts';
import type { EntityClass, Row } from './row.ts';
import { type Sql, sql, type Value } from './sql.ts';
import { collated } from './collation.ts';
import type { Field } from './field.ts';

/** Declares how the rows of an entity answer the GraphQL type of the same class. Throws when declared twice. */
export function reader<T extends object>(entity: EntityClass<T>, declaration: ReaderDeclaration<T> = {}): Reader<T> {
  if (readers.has(entity.name)) throw new Error(`${entity.name} has a reader already`);
  const made = new Reader(entity, declaration);
  readers.set(entity.name, made as never);
  return made;
}

/** The row of another type that must be there: its foreign key is not null and no rule hides it. */
export function one<T extends object>(target: Reader<T>, on: (target: Row<T>) => Sql<boolean>): One<T, T, never> {
  return new One<T, T, never>(target, on, false);
}

/** The row of another type that may be missing or hidden. */
export function maybe<T extends object>(target: Reader<T>, on: (target: Row<T>) => Sql<boolean>): One<T, T | null, never> {
  return new One<T, T | null, never>(target, on, true);
}

/** All rows of another type that belong to this one, in an order; through a link table with `via`. */
export function many<T extends object, J extends object = object>(target: Reader<T>, source: Omit<ManySource<T, J, ArgSpecs>, 'reader' | 'args'>): Many<T, never, never> {
  return new Many<T, J>({ reader: target, ...source }) as never;
}

/** A text that exists in several languages and is never missing in its source language. */
export function localized<X extends object>(source: LocalizedSource<X>): Localized<never, LocalizedText> {
  return new Localized<X, LocalizedText>(source, false) as never;
}

/** A text that exists in several languages, or in none. */
export function maybeLocalized<X extends object>(source: LocalizedSource<X>): Localized<never, LocalizedText | null> {
  return new Localized<X, LocalizedText | null>(source, true) as never;
}

/** The text that the reader sees of a localised field, to sort by in the order of the reader's language. */
export function inReadersOrder<X extends object>(source: LocalizedSource<X>): Sql<string> {
  return collated(sql`${new Localized<X>(source, false).plain()}`) as Sql<string>;
}

/** An object made of columns of the same row; null where `presence` is not true. */
export function embedded<V extends object>(fields: { readonly [K in keyof V]: Value<V[K]> | Field<V[K]> }): Embedded<V>;
export function embedded<V extends object>(fields: { readonly [K in keyof V]: Value<NonNullable<V[K]>> | Value<V[K]> | Field<V[K]> }, presence: Sql<boolean>): Embedded<V | null>;
export function embedded(fields: Readonly<Record<string, Value | Field>>, presence?: Sql<boolean>): Embedded<never> {
  const read = Object.entries(fields).map(([name, value]) => [name, 'compile' in value ? value : new Leaf(value)]);
  return new Embedded(Object.fromEntries(read), presence);
}

/** A field made by a plain function, after the read, from values of the row. */
export function code<N, V>(needs: { readonly [K in keyof N]: Value<N[K]> }, make: (needs: Brought<N>, actor: Actor) => V): Code<never, V> {
  return new Code<N, V>(needs, make) as never;
}

/** Declares a list that is paged, filtered and sorted. */
export function connection<T extends object, const A extends ArgSpecs>(of: Reader<T>, declaration: ConnectionDeclaration<T, A>): Connection<T> {
  return new Connection<T, A>(of, declaration) as never;
}

export { acting } from './acting.ts';
export { type Actor, type Circle, type RuleActor, VISITOR } from './actor.ts';
export { type ArgValues, optional, required } from './args.ts';
export { attachReaders } from './check.ts';
export { once } from './code.ts';
export { collated, collationName } from './collation.ts';
export { edge, query } from './declare.ts';
export { RawData, type ReadContext, ReadEngine, type RunStatement } from './execute.ts';
export { keyArgument, keyOfId, Node } from './node.ts';
export type { Reader } from './reader.ts';
export { declaredResolvers } from './registry.ts';
export { type EntityClass, metadataOf, type Row, typeOf, useMetadata } from './row.ts';
export { searchIn } from './search.ts';
export { constant, join, type Sql, sql } from './sql.ts';
export { sendable } from './plan.ts';
export { wallTime } from './wall-time.ts';
