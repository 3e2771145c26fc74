/** A field made by a function from values of the row: abilities, derived words. */
import type { GraphQLOutputType } from 'graphql';
import type { Actor } from './actor.ts';
import type { Field, Site } from './field.ts';
import { closeMark, openMark, shaper } from './patch.ts';
import { type Hole, jsonObject, type Sql, sql, text, type Value } from './sql.ts';

type Needs<N> = { readonly [K in keyof N]: Value<N[K]> };
/** What SQL brought, as JSON has it: an instant or a day is a text. */
export type Brought<N> = { readonly [K in keyof N]: N[K] extends Date ? string : N[K] extends Date | null ? string | null : N[K] };

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
    return text(openMark(index), jsonObject(needs), closeMark);
  }

  check(_type: GraphQLOutputType): string[] {
    return [];
  }
}
