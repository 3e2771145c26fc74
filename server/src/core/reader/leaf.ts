/** Leaves: a value of one row, encoded as the field's GraphQL type asks. */
import { getNamedType, getNullableType, type GraphQLOutputType, isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { Field, Site } from './field.ts';
import { type Sql, sql, text, type Value } from './sql.ts';

const asText = (value: Value): Sql => sql`to_json((${value})::text)::text`;
/** An enum's names, our own tags and UUIDs need no escaping. */
const asName = (value: Value): Sql => text('"', sql`(${value})::text`, '"');
const asIs = (value: Value): Sql => sql`(${value})::text`;
/** `to_json` writes a timestamp in the session's zone; the answer is always UTC, in milliseconds. */
const asInstant = (value: Value): Sql =>
  sql`to_char((${value}) at time zone 'UTC', '\\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\\"')`;

/** How each scalar is written. An enum is its name, as text. */
const ENCODINGS: Readonly<Record<string, (value: Value) => Sql>> = {
  Int: asIs, Float: asIs, Boolean: asIs,
  DateTimeISO: asInstant,
  String: asText, ID: asText, LocalDate: asText, Locale: asName, UUID: asName, CountryCode: asText, TimeZone: asText, URL: asText,
};

/** The JSON text of a leaf value; SQL's null becomes JSON's unless it is known that there is none. Lists come from arrays. */
export function encode(type: GraphQLOutputType, value: Value, nullable = true): Sql {
  const inner = getNullableType(type);
  if (isListType(inner)) return sql`coalesce(to_json(${value})::text, 'null')`;
  const named = getNamedType(inner);
  const encoding = isEnumType(named) ? asName : (ENCODINGS[named.name] ?? asText);
  return nullable ? sql`coalesce(${encoding(value)}, 'null')` : encoding(value);
}

/** What is known of a value that is a column. */
export interface ColumnFacts {
  readonly isNullable: boolean;
  readonly isList: boolean;
}

/** A field that is one value of SQL. */
export class Leaf<V = unknown> implements Field<V> {
  readonly value: Value<V>;
  readonly #column: ColumnFacts | undefined;

  constructor(value: Value<V>, column?: ColumnFacts) {
    this.value = value;
    this.#column = column;
  }

  compile(site: Site): Sql {
    return encode(site.definition.type, this.value, this.#column?.isNullable ?? true);
  }

  check(type: GraphQLOutputType): string[] {
    const named = getNamedType(type);
    if (!isLeafType(named)) return ['a value of SQL cannot answer an object type'];
    if (!isEnumType(named) && !ENCODINGS[named.name]) return [`no encoding is known for the scalar ${named.name}`];
    if (!this.#column) return [];
    const isList = isListType(getNullableType(type));
    if (this.#column.isList !== isList) return [isList ? 'the column holds one value, the field answers a list' : 'the column holds a list, the field answers one value'];
    return this.#column.isNullable && isNonNullType(type) ? ['the column may be null, the field may not'] : [];
  }
}
