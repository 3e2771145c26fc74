/** Read fields as one declaration: GraphQL through TypeGraphQL's own decorators, SQL through the reader. */
import { GraphQLInt } from 'graphql';
import { Field as GraphQLField, FieldResolver, InputType, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import { type ArgSpecs, type ArgValues, optional, required, type TypeFunction } from './args.ts';
import type { Connection, MadeRows } from './connection.ts';
import { DEFAULT_PAGE, MAX_PAGE } from './cost.ts';
import type { Field } from './field.ts';
import { PageInfo } from './page-info.type.ts';
import type { Reader } from './reader.ts';
import { declareArgs, declareRoot, type GraphQLDeclaration, holderClass } from './registry.ts';
import { Many, One } from './related.ts';
import type { Row } from './row.ts';
import type { Sql } from './sql.ts';

/** How a field outside the entity's own class is answered, seen from the row `O` that it stands on. */
export type Relation<T extends object, O extends object, A extends ArgSpecs> = {
  readonly description: string;
  readonly args?: A;
  /** Which rows belong to the owner (a root query has none); left out where all do. */
  readonly on?: (target: Row<T>, owner: Row<O>, args: ArgValues<A>) => Sql<boolean> | undefined;
} & (
  /** `of`: the rows, where they are made of the arguments and stand in no table. */
  | { readonly page: Connection<T>; readonly of?: (args: ArgValues<A>) => Sql; readonly validate?: MadeRows['validate'] }
  | { readonly list: Reader<T>; readonly order: (target: Row<T>) => readonly Sql[] }
  | { readonly one: Reader<T> }
  /** `of`: a function of the database that gives the row, where its table is not to be listed. */
  | { readonly maybe: Reader<T>; readonly of?: (args: ArgValues<A>) => Sql }
);

/** Declares a root query answered by a reader. Throws when the name is taken. */
export function query<T extends object, const A extends ArgSpecs = Record<never, never>>(name: string, relation: Relation<T, object, A>): void {
  const any = relation as unknown as AnyRelation;
  declareRoot(name, toField(any, undefined as never), graphqlOf(any), (holder) => declareArgs(holder, name, argsOf(any), defaultsOf(any)));
}

/** Declares a field on a type that another feature owns: the dependant owns the edge. */
export function edge<O extends object, T extends object, const A extends ArgSpecs = Record<never, never>>(
  owner: Reader<O>, name: string, relation: Relation<T, O, A>,
): void {
  const any = relation as unknown as AnyRelation;
  owner.addEdge(name, (target) => toField(any, target as never));
  const holder = holderClass(`${owner.name}_${name}`);
  declareArgs(holder, name, argsOf(any), defaultsOf(any));
  const { type, nullable, description } = graphqlOf(any);
  FieldResolver(type as never, { nullable, description })(holder.prototype, name, {} as never);
  Resolver(() => owner.entity as never)(holder);
}

type AnyRelation = Relation<object, object, ArgSpecs>;

function toField(relation: AnyRelation, owner: Row<object>): Field {
  if ('page' in relation) {
    const { on, of, args = {}, validate = () => undefined } = relation;
    const page = of ? relation.page.from({ args, of, validate }) : relation.page;
    return on ? page.where((target) => on(target, owner, {})) : page;
  }
  if ('list' in relation) {
    return new Many({ reader: relation.list, on: (target, _link, args) => relation.on?.(target, owner, args), order: relation.order, ...(relation.args && { args: relation.args }) });
  }
  const nullable = 'maybe' in relation;
  return new One(nullable ? relation.maybe : relation.one, (target, args) => relation.on?.(target, owner, args), nullable, { args: relation.args, of: nullable ? relation.of : undefined });
}

function graphqlOf(relation: AnyRelation): GraphQLDeclaration {
  const { description } = relation;
  if ('page' in relation) {
    const { ConnectionType } = pageTypes(relation.page);
    return { type: () => ConnectionType, nullable: false, description };
  }
  if ('list' in relation) return { type: () => [relation.list.entity], nullable: false, description };
  const nullable = 'maybe' in relation;
  return { type: () => (nullable ? relation.maybe : relation.one).entity, nullable, description };
}

function argsOf(relation: AnyRelation): ArgSpecs {
  if (!('page' in relation)) return relation.args ?? {};
  const { FilterType, sortEnum } = pageTypes(relation.page);
  return {
    ...relation.args,
    first: optional(() => GraphQLInt, 'int', `How many, from the start or from after \`after\`: ${DEFAULT_PAGE} unless told, ${MAX_PAGE} at most.`),
    after: optional(() => String, 'text', 'The cursor to go on from, of the same list in the same order, and language where texts are ordered.'),
    last: optional(() => GraphQLInt, 'int', `How many, from the end or from before \`before\`, instead of \`first\`; ${MAX_PAGE} at most.`),
    before: optional(() => String, 'text', 'The cursor to go back from; goes with `last`.'),
    ...(FilterType && { filter: optional(() => FilterType, 'text', 'Only those that meet every condition given.') }),
    sort: required(() => sortEnum, 'text', 'The order.'),
  };
}

function defaultsOf(relation: AnyRelation): Readonly<Record<string, unknown>> {
  return 'page' in relation ? { sort: relation.page.defaultSort } : {};
}

interface PageTypes {
  readonly ConnectionType: Function;
  readonly FilterType: Function | undefined;
  readonly sortEnum: object;
}

const made = new Map<unknown, PageTypes>();

/** The GraphQL types of a connection, made once from its declaration. */
function pageTypes(connection: Connection<object>): PageTypes {
  const { declaration, reader } = connection;
  const known = made.get(declaration);
  if (known) return known;
  const name = reader.name;
  const what = declaration.description;

  const EdgeType = { [`${name}Edge`]: class {} }[`${name}Edge`]!;
  ObjectType({ description: `One of a list of ${what}, with its place in the list.` })(EdgeType);
  property(EdgeType, 'cursor', () => String, 'Its place, to go on or back from.');
  property(EdgeType, 'node', () => reader.entity, 'Itself.');

  const ConnectionType = { [`${name}Connection`]: class {} }[`${name}Connection`]!;
  ObjectType({ description: `A page of a list of ${what}.` })(ConnectionType);
  property(ConnectionType, 'edges', () => [EdgeType], 'Those on this page, each with its cursor.');
  property(ConnectionType, 'nodes', () => [reader.entity], 'Those on this page.');
  property(ConnectionType, 'pageInfo', () => PageInfo, 'Whether there are more, and where they begin.');
  property(ConnectionType, 'totalCount', () => GraphQLInt, 'How many there are on all pages.');

  const types = { ConnectionType, FilterType: filterType(name, what, declaration.filters), sortEnum: sortEnumOf(connection) };
  made.set(declaration, types);
  return types;
}

function filterType(name: string, what: string, filters: ArgSpecs): Function | undefined {
  if (Object.keys(filters).length === 0) return undefined;
  const FilterType = { [`${name}Filter`]: class {} }[`${name}Filter`]!;
  InputType({ description: `Conditions on ${what}; one that is left out or null asks nothing.` })(FilterType);
  for (const [key, spec] of Object.entries(filters)) property(FilterType, key, spec.type, spec.description, true);
  return FilterType;
}

function sortEnumOf(connection: Connection<object>): object {
  const { declaration, reader } = connection;
  const sortEnum = Object.fromEntries(Object.keys(declaration.sorts).map((key) => [key, key]));
  registerEnumType(sortEnum, {
    name: `${reader.name}Sort`,
    description: `The orders a list of ${declaration.description} can have.`,
    valuesConfig: Object.fromEntries(Object.entries(declaration.sorts).map(([key, sort]) => [key, { description: sort.description }])),
  });
  return sortEnum;
}

function property(type: Function, name: string, of: TypeFunction, description: string, nullable = false): void {
  GraphQLField(of as never, { description, nullable })(type.prototype, name);
}

