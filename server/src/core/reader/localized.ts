/** A text that exists in several languages: the reader's first, else along the chain of the reader's language. */
import { getNamedType, getNullableType, type GraphQLObjectType, type GraphQLOutputType, isListType, isNonNullType } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { LocalizedText } from '../translation/localized-text.ts';
import { collect } from './collect.ts';
import type { Compilation } from './compile.ts';
import type { Field, Site } from './field.ts';
import { type EntityClass, row, type Row, table } from './row.ts';
import { constant, type Hole, identifier, join, jsonObject, Late, raw, type Sql, sql, text as concat } from './sql.ts';
import { columnOf } from './row.ts';

export interface LocalizedSource<X extends object> {
  /** The entity with a row per locale. It has `locale` and, for outdated marks, `sourceVersion`. */
  readonly from: EntityClass<X>;
  readonly text: keyof X & string;
  /** Which of its rows belong to the object. */
  readonly of: (translation: Row<X>) => Sql<boolean>;
  /** The locale the text was first written in, the last place to look: the same for all, or as each row says. */
  readonly source: Locale | Sql<string>;
  /** The version of the source text; an older translation is outdated. */
  readonly version?: Sql<number>;
}

interface Hit {
  readonly x: Row<{ locale: string; sourceVersion: number }>;
  readonly text: Sql<string>;
  /** One of our own tags, which need no escaping. */
  readonly locale: string | Sql;
  readonly isFallback: string;
}

/**
 * Each probe is a sub-select that `coalesce` evaluates only when the ones before it found nothing, so a text in the
 * reader's own language costs one index probe. Fallback is per field: an empty text counts as missing.
 */
export class Localized<X extends object, V extends LocalizedText | null = LocalizedText> implements Field<V> {
  declare readonly answers?: V;
  readonly #source: LocalizedSource<X>;
  readonly #nullable: boolean;

  constructor(source: LocalizedSource<X>, nullable: boolean) {
    this.#source = source;
    this.#nullable = nullable;
  }

  compile(site: Site): Sql {
    const { compilation } = site;
    const type = getNamedType(site.definition.type) as GraphQLObjectType;
    const fields = [...collect(compilation, type, site.nodes.map((node) => node.selectionSet))];
    site.cost.fields += 1;
    compilation.countFields(compilation.probes.length);
    const object = (hit: Hit): Sql => {
      const value = (name: string): string | Hole => {
        switch (name) {
          case 'text': return sql`to_json(${hit.text})::text`;
          case 'locale': return concat('"', hit.locale, '"');
          case 'isFallback': return hit.isFallback;
          case 'isOutdated': return sql`(${this.#isOutdated(hit)})::text`;
          default: return `"${type.name}"`;
        }
      };
      return jsonObject(fields.map(([key, nodes]) => [key, value(nodes[0]!.name.value)]));
    };
    return sql`coalesce(${join([...this.#probes(compilation, object), raw(`'null'`)], ', ')})`;
  }

  /** The text alone, for sorting. Null when there is none. */
  plain(): Late<string> {
    return new Late<string>((context) => sql`coalesce(${join(this.#probes(context as Compilation, (hit) => hit.text), ', ')})`);
  }

  check(type: GraphQLOutputType): string[] {
    if (getNamedType(type).name !== 'LocalizedText') return ['a localised text answers LocalizedText'];
    if (isListType(getNullableType(type))) return ['reads one text, the field answers a list'];
    const { from, text, version } = this.#source;
    const missing = [text, 'locale', ...(version ? ['sourceVersion'] : [])].filter((property) => !columnOf(from, property));
    if (missing.length > 0) return missing.map((property) => `${from.name}.${property} is not a column`);
    if (this.#nullable && isNonNullType(type)) return ['the text may be missing, the field may not be null'];
    return [];
  }

  #isOutdated(hit: Hit): Sql {
    const version = this.#source.version;
    return version ? sql`${hit.x.sourceVersion} < ${version}` : raw('false');
  }

  #probes(compilation: Compilation, value: (hit: Hit) => Sql): Sql[] {
    const { from, source, of } = this.#source;
    const column = columnOf(from, this.#source.text);
    if (!column) throw new Error(`${from.name}.${this.#source.text} is not a column`);
    const probe = (where: (x: Hit['x']) => Sql, hit: (x: Hit['x'], text: Sql<string>) => Omit<Hit, 'x'>): Sql => {
      const alias = compilation.alias();
      const x = row(from, alias);
      const localeRow = x as unknown as Hit['x'];
      const text = sql<string>`${raw(alias)}.${identifier(column)}`;
      return sql`(select ${value({ x: localeRow, ...hit(localeRow, text) })} from ${table(from)} ${raw(alias)} where ${of(x)} and ${where(localeRow)} and ${text} <> '')`;
    };
    const places = this.#places(compilation);
    const along = places.map((entry, i) =>
      probe(
        (x) => sql`${x.locale} = ${compilation.probeParams[i]!}`,
        (x, text) => ({
          text: entry.stored === entry.shown ? text : sql<string>`serbian_latin(${text})`,
          locale: entry.stored === entry.shown ? x.locale : entry.shown,
          isFallback: String(entry.shown !== compilation.locale),
        }),
      ),
    );
    if (places.some(({ stored }) => stored === source)) return along;
    const written = typeof source === 'string' ? constant(source) : source;
    return [...along, probe((x) => sql`${x.locale} = ${written}`, (x, text) => ({ text, locale: x.locale, isFallback: 'true' }))];
  }

  /** Where the reader's chain leads. Beyond the language that always has the text nobody needs to look. */
  #places({ probes }: Compilation): Compilation['probes'] {
    const end = this.#nullable ? -1 : probes.findIndex(({ stored }) => stored === this.#source.source);
    return end < 0 ? probes : probes.slice(0, end + 1);
  }
}
