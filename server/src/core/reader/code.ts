/** A field made by a function from values of the row: abilities, derived words. */
import type { GraphQLOutputType } from 'graphql';
import type { Actor } from './actor.ts';
import type { Field, Site } from './field.ts';
import { shaper } from './patch.ts';
import { join, raw, type Sql, sql, type Value } from './sql.ts';

type Needs<N> = { readonly [K in keyof N]: Value<N[K]> };

export class Code<N, V> implements Field<V> {
  declare readonly answers?: V;
  readonly #needs: Needs<N>;
  readonly #make: (needs: N, actor: Actor) => V;

  constructor(needs: Needs<N>, make: (needs: N, actor: Actor) => V) {
    this.#needs = needs;
    this.#make = make;
  }

  compile(site: Site): Sql {
    site.compilation.patches.push({
      path: site.path,
      make: this.#make as never,
      shape: shaper(site.compilation, site.definition.type, site.nodes),
    });
    const needs = Object.entries<Value>(this.#needs).map(
      ([name, value]) => sql`${raw(`'"${name}":'`)} || coalesce(to_json(${value})::text, 'null')`,
    );
    return needs.length === 0 ? raw(`'{}'`) : sql`'{' || ${join(needs, ` || ',' || `)} || '}'`;
  }

  check(_type: GraphQLOutputType): string[] {
    return [];
  }
}
