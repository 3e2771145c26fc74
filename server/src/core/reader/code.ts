/** A field made by a function from values of the row: abilities, derived words. */
import type { GraphQLOutputType } from 'graphql';
import type { Actor } from './actor.ts';
import type { Field, Site } from './field.ts';
import { closeMark, openMark, shaper } from './patch.ts';
import { type Hole, jsonObject, raw, type Sql, sql, text, type Value } from './sql.ts';

type Needs<N> = { readonly [K in keyof N]: Value<N[K]> };
/** What SQL brought, as JSON has it: an instant or a day is a text. */
export type Brought<N> = { readonly [K in keyof N]: N[K] extends Date ? string : N[K] extends Date | null ? string | null : N[K] };

/** Needs that several fields of a row share, and that cost much: they are brought once for all of them. */
const SHARED = new WeakSet<object>();
/** By the joins of a row: where what its fields share is brought. */
const brought = new WeakMap<readonly Sql[], Map<object, string>>();

/** Has what several code fields of a type need, which is given to each of them, brought once for each row. */
export function once<N extends object>(needs: N): N {
  SHARED.add(needs);
  return needs;
}

export class Code<N, V> implements Field<V> {
  declare readonly answers?: V;
  readonly #needs: Needs<N>;
  readonly #make: (needs: Brought<N>, actor: Actor) => V;

  constructor(needs: Needs<N>, make: (needs: Brought<N>, actor: Actor) => V) {
    this.#needs = needs;
    this.#make = make;
  }

  compile(site: Site): Sql {
    const { patches } = site.compilation;
    const index = patches.push({ make: this.#make as never, shape: shaper(site.compilation, site.definition.type, site.nodes) }) - 1;
    const needs = Object.entries<Value>(this.#needs).map(([name, value]): [string, Hole] => [name, sql`coalesce(to_json(${value})::text, 'null')`]);
    return text(openMark(index), SHARED.has(this.#needs) ? this.#joined(site, jsonObject(needs)) : jsonObject(needs), closeMark);
  }

  #joined({ compilation, joins }: Site, needs: Sql): Sql {
    const known = brought.get(joins) ?? new Map<object, string>();
    brought.set(joins, known);
    const alias = known.get(this.#needs) ?? compilation.alias();
    if (!known.has(this.#needs)) joins.push(sql`left join lateral (select ${needs} as j offset 0) ${raw(alias)} on true`);
    known.set(this.#needs, alias);
    return sql`${raw(alias)}.j`;
  }

  check(_type: GraphQLOutputType): string[] {
    return [];
  }
}
