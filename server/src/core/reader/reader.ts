/** A reader says how the fields of one GraphQL type are read from the rows of its table. */
import type { GraphQLObjectType } from 'graphql';
import type { LocalizedText } from '../translation/localized-text.ts';
import type { RuleActor } from './actor.ts';
import type { CompiledObject } from './compile.ts';
import type { CostNode, Field, Site } from './field.ts';
import { Leaf } from './leaf.ts';
import { columnOf, type EntityClass, isNullable, keyOf, row, type Row, typeOf } from './row.ts';
import { constant, type Sql, sql, text, type Value } from './sql.ts';
import type { Code } from './code.ts';
import type { Localized } from './localized.ts';
import type { Embedded, Many, One } from './related.ts';

/** What may declare a property of type `V`: the compiler refuses a declaration of another type. */
export type FieldFor<V> =
  | Code<never, V>
  | (NonNullable<V> extends LocalizedText
      ? Localized<never, null extends V ? LocalizedText | null : LocalizedText>
      : NonNullable<V> extends readonly (infer E)[]
        ? E extends object ? Many<E, never, never> : Value<V>
        : NonNullable<V> extends Date ? Value<V>
          : NonNullable<V> extends object ? One<NonNullable<V>, V, never> | Embedded<V & (object | null)>
            : Value<V>);

export interface ReaderDeclaration<T extends object> {
  /** True for a table of some dozen rows that many others point to: where lists meet it again and again, it is read once. */
  readonly isVocabulary?: boolean;
  /** Which rows this actor may see; undefined for all. The same rule for every path that reaches the type. */
  readonly rows?: (target: Row<T>, actor: RuleActor) => Sql<boolean> | undefined;
  /** The fields that are not simply the column of the same name. */
  readonly fields?: (target: Row<T>, actor: RuleActor) => { readonly [K in keyof T]?: FieldFor<T[K]> };
}

export type Edge<T extends object> = (target: Row<T>, actor: RuleActor) => Field;

export class Reader<T extends object> {
  readonly entity: EntityClass<T>;
  readonly #declaration: ReaderDeclaration<T>;
  readonly #edges = new Map<string, Edge<T>>();

  constructor(entity: EntityClass<T>, declaration: ReaderDeclaration<T>) {
    this.entity = entity;
    this.#declaration = declaration;
  }

  /** The GraphQL type's name. */
  get name(): string {
    return this.entity.name;
  }

  get isVocabulary(): boolean {
    return this.#declaration.isVocabulary === true;
  }

  get hasRowRule(): boolean {
    return this.#declaration.rows !== undefined;
  }

  rowRule(target: Row<T>, actor: RuleActor): Sql<boolean> | undefined {
    return this.#declaration.rows?.(target, actor);
  }

  /** Adds a field that another feature owns. Throws when the name is taken. */
  addEdge(name: string, edge: Edge<T>): void {
    if (this.#edges.has(name)) throw new Error(`${this.name}.${name} is declared twice`);
    this.#edges.set(name, edge);
  }

  /** How each field of a row under `alias` is read; undefined for a field that nothing declares. */
  fields(alias: string, actor: RuleActor): (name: string) => Field | undefined {
    const target = row(this.entity, alias);
    const declared = (this.#declaration.fields?.(target, actor) ?? {}) as Record<string, Field | Value | undefined>;
    return (name) => {
      const edge = this.#edges.get(name);
      if (edge) return edge(target, actor);
      const own = declared[name];
      if (own !== undefined) return 'compile' in own ? own : new Leaf(own);
      if (name === 'id') return new GlobalId(this.name, target[keyOf(this.entity)] as Sql, typeOf(this.entity, keyOf(this.entity)));
      if (!columnOf(this.entity, name)) return undefined;
      return new Leaf(target[name as keyof T] as Sql, { isNullable: isNullable(this.entity, name), isList: typeOf(this.entity, name).endsWith('[]') });
    };
  }

  /** The object that a site's selections ask of the row under `alias`. */
  object(site: Pick<Site, 'compilation' | 'nodes'>, alias: string, path: readonly string[], cost: CostNode): CompiledObject {
    const { compilation, nodes } = site;
    const type = compilation.schema.getType(this.name) as GraphQLObjectType;
    const fieldOf = this.fields(alias, compilation.actor);
    return compilation.object(type, nodes, (name) => fieldOf(name)!, path, cost);
  }

  /** What is wrong with this declaration, against the schema; empty when all is well. */
  check(type: GraphQLObjectType, actor: RuleActor): string[] {
    const fieldOf = this.fields('r', actor);
    const problems = Object.values(type.getFields()).flatMap((definition) => {
      const field = fieldOf(definition.name);
      if (!field) return [`${definition.name} is not read`];
      return field.check(definition.type).map((problem) => `${definition.name}: ${problem}`);
    });
    const own = Object.keys(this.#declaration.fields?.(row(this.entity, 'r'), actor) ?? {});
    for (const name of [...this.#edges.keys(), ...own]) {
      if (!type.getFields()[name]) problems.push(`${name} is declared, the schema has no such field`);
      if (this.#edges.has(name) && (own.includes(name) || columnOf(this.entity, name))) problems.push(`${name} is declared twice, by the type and by an edge`);
    }
    return problems.map((problem) => `${this.name}.${problem}`);
  }
}

/** An object's id for `node(id)`: its type and its key. Clients must treat it as opaque. */
class GlobalId extends Leaf<string> {
  readonly #type: string;
  readonly #key: Sql;
  readonly #cast: string;

  constructor(type: string, key: Sql, cast: string) {
    super(sql<string>`${constant(`${type}_`)} || (${key})::text`, { isNullable: false, isList: false });
    this.#type = type;
    this.#key = key;
    this.#cast = cast;
  }

  override compile(site: Site): Sql {
    // A UUID has nothing to escape.
    return this.#cast === 'uuid' ? text(`"${this.#type}_`, sql`${this.#key}`, '"') : super.compile(site);
  }
}
