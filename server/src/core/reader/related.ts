/** Objects reached from a row: one, perhaps one, or a list of them. */
import { getNamedType, getNullableType, type GraphQLObjectType, type GraphQLOutputType, isListType, isNonNullType } from 'graphql';
import { type ArgSpecs, type ArgValues, bindArgs } from './args.ts';
import { ASSUMED_LIST } from './cost.ts';
import type { CompiledObject } from './compile.ts';
import type { Field, Site } from './field.ts';
import type { Reader } from './reader.ts';
import { type EntityClass, keyOf, row, type Row, table } from './row.ts';
import { all, type Hole, join, raw, type Sql, sql, text } from './sql.ts';

type On<T extends object, A extends ArgSpecs> = (target: Row<T>, args: ArgValues<A>) => Sql<boolean> | undefined;

function namesType(reader: Reader<object>, type: GraphQLOutputType): string[] {
  const name = getNamedType(type).name;
  return name === reader.name ? [] : [`reads ${reader.name}, the field answers ${name}`];
}

/** What a predicate holds a row's key against, when it does nothing else: `key = value`. */
function valueOfKey(on: Sql | undefined, key: Sql): Hole | undefined {
  return on?.strings.join('?') === '? = ?' && on.holes[0] === key ? on.holes[1] : undefined;
}

/**
 * At most one row of another type, joined laterally: `offset 0` keeps the planner from flattening the join, so that the
 * same row asked for again and again is remembered (Memoize).
 */
export class One<T extends object, V = T, A extends ArgSpecs = ArgSpecs> implements Field<V> {
  declare readonly answers?: V;
  readonly reader: Reader<T>;
  readonly args: A | undefined;
  readonly nullable: boolean;
  readonly #on: On<T, A>;
  readonly #of: ((args: ArgValues<A>) => Sql) | undefined;

  /** `of` gives the row, in the place of the table: a function of the database that answers rows of its form. */
  constructor(reader: Reader<T>, on: On<T, A>, nullable: boolean, { args, of }: { readonly args?: A | undefined; readonly of?: ((args: ArgValues<A>) => Sql) | undefined } = {}) {
    this.reader = reader;
    this.#on = on;
    this.nullable = nullable;
    this.args = args;
    this.#of = of;
  }

  compile(site: Site): Sql {
    const { compilation } = site;
    const alias = compilation.alias();
    const target = row(this.reader.entity, alias);
    const args = bindArgs(site, this.args);
    const cost = compilation.below(site.cost, 1);
    const object = this.reader.object(site, alias, site.path, cost);
    const known = !this.args && cost.below.length === 0 ? this.#lookUp(site, alias, object) : undefined;
    if (known) return known;
    const joined = compilation.alias();
    const where = all([this.reader.rowRule(target, compilation.actor), this.#on(target, args)]);
    site.joins.push(
      sql`left join lateral (select ${object.json} as j from ${this.#of?.(args) ?? table(this.reader.entity)} ${raw(alias)} ${join(object.joins, ' ')} where ${where} offset 0) ${raw(joined)} on true`,
    );
    return sql`coalesce(${raw(joined)}.j, 'null')`;
  }

  /**
   * Inside nested lists, where the planner expects so few rows that it would not remember (Memoize) those it has read
   * before: all rows of a small table with their JSON by key, made once for the statement, and looked up in there.
   * Undefined where the row is not found by its key alone.
   */
  #lookUp(site: Site, alias: string, object: CompiledObject): Sql | undefined {
    const { compilation } = site;
    if (!this.reader.isVocabulary || site.path.filter((step) => step === '*').length < 2) return undefined;
    const target = row(this.reader.entity, alias);
    const property = keyOf(this.reader.entity);
    const key = target[property] as Sql;
    const keyed = new Proxy(target, { get: (columns, name) => (name === property ? key : columns[name as keyof T]) });
    const asked = valueOfKey(this.#on(keyed, {} as ArgValues<A>), key);
    if (!asked) return undefined;
    const name = raw(`v${compilation.shared.length}`);
    const visible = all([this.reader.rowRule(target, compilation.actor)]);
    compilation.shared.push(sql`${name} as materialized (select jsonb_object_agg(${key}, ${object.json}) as rows from ${table(this.reader.entity)} ${raw(alias)} ${join(object.joins, ' ')} where ${visible})`);
    return sql`coalesce((select rows from ${name}) ->> ${asked}, 'null')`;
  }

  check(type: GraphQLOutputType): string[] {
    const problems = namesType(this.reader as never, type);
    if (isListType(getNullableType(type))) problems.push('reads one object, the field answers a list');
    if (isNonNullType(type)) {
      if (this.nullable) problems.push('the object may be missing, the field may not be null');
      else if (this.reader.hasRowRule) problems.push(`a row of ${this.reader.name} may be hidden, the field may not be null`);
    }
    return problems;
  }
}

export interface ManySource<T extends object, J extends object, A extends ArgSpecs> {
  readonly reader: Reader<T>;
  /** The table that links the two, where there is one. */
  readonly via?: EntityClass<J>;
  readonly on: (target: Row<T>, link: Row<J>, args: ArgValues<A>) => Sql<boolean> | undefined;
  readonly order: (target: Row<T>, link: Row<J>) => readonly Sql[];
  readonly args?: A;
}

/** All rows of another type that belong to a row. For lists that are short by nature; others are connections. */
export class Many<T extends object, J extends object = object, A extends ArgSpecs = ArgSpecs> implements Field<T[]> {
  readonly source: ManySource<T, J, A>;

  constructor(source: ManySource<T, J, A>) {
    this.source = source;
  }

  get args(): A | undefined {
    return this.source.args;
  }

  compile(site: Site): Sql {
    const { compilation } = site;
    const { reader, via, on, order } = this.source;
    const alias = compilation.alias();
    const target = row(reader.entity, alias);
    const linkAlias = compilation.alias();
    const link = (via ? row(via, linkAlias) : undefined) as Row<J>;
    const args = bindArgs(site, this.source.args);
    const object = reader.object(site, alias, [...site.path, '*'], compilation.below(site.cost, ASSUMED_LIST));
    const where = all([reader.rowRule(target, compilation.actor), on(target, link, args)]);
    const from = via ? sql`${table(via)} ${raw(linkAlias)} cross join ` : raw('');
    const list = sql`array_to_string(array(select ${object.json} from ${from}${table(reader.entity)} ${raw(alias)} ${join(object.joins, ' ')} where ${where} order by ${join(order(target, link), ', ')}), ',')`;
    return text('[', list, ']');
  }

  check(type: GraphQLOutputType): string[] {
    const problems = namesType(this.source.reader as never, type);
    if (!isListType(getNullableType(type))) problems.push('reads a list, the field answers one object');
    return problems;
  }
}

/** An object made of columns of the same row. `presence` false or null gives null. */
export class Embedded<V extends object | null> implements Field<V> {
  declare readonly answers?: V;
  readonly #fields: Readonly<Record<string, Field>>;
  readonly #presence: Sql<boolean> | undefined;

  constructor(fields: Readonly<Record<string, Field>>, presence?: Sql<boolean>) {
    this.#fields = fields;
    this.#presence = presence;
  }

  compile(site: Site): Sql {
    const type = getNamedType(site.definition.type) as GraphQLObjectType;
    const { json, joins } = site.compilation.object(type, site.nodes, (name) => this.#fields[name]!, site.path, site.cost);
    site.joins.push(...joins);
    return this.#presence ? sql`case when ${this.#presence} then ${json} else 'null' end` : json;
  }

  check(type: GraphQLOutputType): string[] {
    const problems = this.#presence && isNonNullType(type) ? ['the object may be missing, the field may not be null'] : [];
    if (isListType(getNullableType(type))) problems.push('is one object, the field answers a list');
    const definitions = (getNamedType(type) as GraphQLObjectType).getFields?.() ?? {};
    for (const [name, definition] of Object.entries(definitions)) {
      const field = this.#fields[name];
      if (field) problems.push(...field.check(definition.type).map((problem) => `${name}: ${problem}`));
      else problems.push(`${name} is not read`);
    }
    return problems;
  }
}
