/**
 * No page asks for more than the server gives: each document of the client is priced with the largest page that it is sent for, as a visitor and as the adviser, in the language whose texts have most places to look.
 * A document that became too dear would be refused to whoever opens its page, and no test of that page with a few rows would notice.
 */
import { readFileSync } from 'node:fs';
import { type FieldNode, type FragmentDefinitionNode, getNamedType, getOperationAST, type GraphQLInputType, type GraphQLObjectType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type OperationDefinitionNode, parse, typeFromAST, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { type Locale, LOCALE_TAGS, probes } from '@passerelle/shared/locales.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphQLSchema } from 'graphql';
import { LIMITS, limitRule } from '../src/core/graphql/index.ts';
import { coerceArgs } from '../src/core/reader/args.ts';
import { collect } from '../src/core/reader/collect.ts';
import { MAX_PAGE, price } from '../src/core/reader/cost.ts';
import { type Actor, sql } from '../src/core/reader/index.ts';
import { compileOperation, compilePayload, MAX_PRICE, type Plan } from '../src/core/reader/plan.ts';
import { readers, roots } from '../src/core/reader/registry.ts';
import { One } from '../src/core/reader/related.ts';
import { createSchema } from '../src/schema.ts';
import { askedPages } from './asked-pages.ts';
import { testDatabase } from './database.ts';

const TRUSTED = JSON.parse(readFileSync(new URL('../../shared/trusted-documents.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
const LONGEST: Locale = LOCALE_TAGS.toSorted((a, b) => probes(b).length - probes(a).length)[0]!;
const CIRCLES = ['visitor', 'adviser'] as const;
/** Variables that say how many of a list. */
const SIZES: readonly string[] = ['first', 'last', 'most'];
const NOBODY = '00000000-0000-4000-8000-000000000000';
const SCALARS: Readonly<Record<string, unknown>> = {
  Locale: 'fr', CountryCode: 'AL', LocalDate: '2027-01-01', DateTimeISO: '2027-01-01T00:00:00Z', UUID: NOBODY, NonEmptyString: 'x', String: 'x', ID: `Need_${NOBODY}`, Int: 1, Float: 1, Boolean: true, URL: 'https://example.org', EmailAddress: 'a@example.org', TimeZone: 'Europe/Paris', JSONObject: {},
};

let schema: GraphQLSchema;
testDatabase('empty');
beforeAll(async () => {
  schema = await createSchema();
});

/** A value that a variable may have, with what it must have and no more. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType);
  if (isListType(type)) return [valueOf(type.ofType as GraphQLInputType)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) return Object.fromEntries(Object.values(named.getFields()).filter((field) => isNonNullType(field.type)).map((field) => [field.name, valueOf(field.type)]));
  return SCALARS[named.name];
}

interface Asked {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

function read(text: string): Asked {
  const document = parse(text);
  return { operation: getOperationAST(document)!, fragments: Object.fromEntries(document.definitions.flatMap((node) => (node.kind === 'FragmentDefinition' ? [[node.name.value, node]] : []))) };
}

/** The ways in which a document is sent: with all of its parts and with none, and where it asks for anything by its id, for each type that it knows. */
function waysOf({ operation, fragments }: Asked, size: number): Record<string, unknown>[] {
  const definitions = operation.variableDefinitions ?? [];
  const isOfAny = operation.selectionSet.selections.some((one) => one.kind === 'Field' && one.name.value === 'node');
  const types = !isOfAny ? ['Need'] : [...new Set([...JSON.stringify([operation, Object.values(fragments)]).matchAll(/"typeCondition":\{"kind":"NamedType","name":\{"kind":"Name","value":"(\w+)"/g)].map(([, name]) => name!))].filter((name) => readers.has(name));
  return [true, false].flatMap((flag) => types.map((kind) => Object.fromEntries(definitions.flatMap(({ variable, type }) => {
    const [name, given] = [variable.name.value, typeFromAST(schema, type as never) as GraphQLInputType];
    const kindOf = getNamedType(given).name;
    if (SIZES.includes(name) && kindOf === 'Int') return name === 'last' ? [] : [[name, size]];
    if (kindOf === 'Boolean') return [[name, flag]];
    if (kindOf === 'ID' && !isListType(given)) return [[name, `${kind}_${NOBODY}`]];
    return isNonNullType(given) ? [[name, valueOf(given)]] : [];
  }))));
}

interface Reading extends Asked {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly actor: Actor;
}

const priceOf = ({ cost, slots }: Plan, variables: Reading['variables']): number => price(cost, slots.map(({ definition, node }) => coerceArgs(definition, node, variables)));

/** What is read for the answer of a function: the objects of readers in it. */
function payloads(reading: Reading, type: GraphQLObjectType, nodes: readonly FieldNode[]): number[] {
  return [...collect(reading, type, nodes.map(({ selectionSet }) => selectionSet))].flatMap(([, below]) => {
    const field = type.getFields()[below[0]!.name.value];
    const named = field && getNamedType(field.type);
    if (!isObjectType(named)) return [];
    const reader = readers.get(named.name);
    return reader ? [priceOf(compilePayload(reading, below, new One(reader, () => sql<boolean>`true`, true) as never, named), reading.variables)] : payloads(reading, named, below);
  });
}

/** The prices of all that is read at once for a document, sent in one way. */
function pricesOf(reading: Reading): number[] {
  const { operation } = reading;
  const root = schema.getRootType(operation.operation)!;
  const fields = collect(reading, root, [operation.selectionSet]);
  const beside = [...fields.values()].filter(([node]) => operation.operation !== 'query' || !roots.has(node!.name.value)).flatMap((nodes) => {
    const type = getNamedType(root.getFields()[nodes[0]!.name.value]?.type);
    return isObjectType(type) ? payloads(reading, type, nodes) : [];
  });
  return operation.operation === 'query' ? [priceOf(compileOperation(reading, root, operation.selectionSet, (name) => roots.get(name)), reading.variables), ...beside] : beside;
}

/** What a document asks for at most: Infinity where it cannot even be planned. */
function dearest(text: string, size: number): number {
  const asked = read(text);
  let most = 0;
  for (const given of waysOf(asked, size)) {
    const { coerced, errors } = getVariableValues(schema, asked.operation.variableDefinitions ?? [], given);
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    for (const circle of CIRCLES) most = Math.max(most, ...pricesOf({ ...asked, schema, variables: coerced, locale: LONGEST, actor: { circle, person: NOBODY, session: NOBODY } }));
  }
  return most;
}

const nameOf = (text: string): string => read(text).operation.name!.value;

/** The documents that are dearer than what an operation may ask for, each with the largest page that it is sent for. */
function tooDear(texts: readonly string[], askedFor: (operation: string) => number | undefined): { name: string; size: number; values: number }[] {
  // What fits with the largest page that the API gives fits whatever a page asks for.
  return texts.filter((text) => dearest(text, MAX_PAGE) > MAX_PRICE).flatMap((text) => {
    const size = askedFor(nameOf(text)) ?? MAX_PAGE;
    const values = dearest(text, size);
    return values > MAX_PRICE ? [{ name: nameOf(text), size, values }] : [];
  });
}

describe('each document of the client', () => {
  test('asks for no more values than an operation may, with the largest page that it is sent for', { timeout: 120_000 }, () => {
    expect(tooDear(Object.values(TRUSTED), askedPages())).toEqual([]);
  });

  test('is no longer and no deeper than a document may be', () => {
    for (const text of Object.values(TRUSTED)) expect([nameOf(text), validate(schema, parse(text, { maxTokens: LIMITS.tokens }), [limitRule(LIMITS)]).map(({ message }) => message)]).toEqual([nameOf(text), []]);
  });
});

describe('the control', () => {
  const DEAR = 'query Dear($first: Int) { trainingSessions(first: $first) { nodes { id title { text } needs { id projects { id title { text } needs { id title { text } text { text } } recommendations { id summary { text } } } } } } }';

  test('a query that is dearer with the largest page is found, unless its pages are smaller', () => {
    expect(tooDear([DEAR], () => MAX_PAGE)).toMatchObject([{ name: 'Dear', size: MAX_PAGE }]);
    expect(tooDear([DEAR], () => undefined)).toHaveLength(1);
    expect(tooDear([DEAR], () => 1)).toEqual([]);
  });

  test('what is read for the answer of a mutation counts too', () => {
    const answer = 'missions(first: 100) { nodes { id legs { id meetings { id subject { text } } } objectives { key text { text } needs { id title { text } projects { id title { text } } } } } }';
    expect(tooDear([`mutation Dear($id: ID!, $version: Int!, $to: NeedStatus!, $reason: String!) { moveNeed(id: $id, version: $version, to: $to, reason: $reason) { need { id ${answer} } } }`], () => undefined)).toHaveLength(1);
  });

  test('the sizes are those that the pages say: of a list, of one that is read page after page, of parts of a page; none where no page says any', () => {
    const sizeOf = askedPages();
    expect([sizeOf('Needs'), sizeOf('Attendees'), sizeOf('NoSuchDocument')]).toEqual([20, 100, undefined]);
  });
});
