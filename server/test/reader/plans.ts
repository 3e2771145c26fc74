/** What a random document may hold, as values that fast-check makes and shrinks; `print.ts` writes them as GraphQL. */
import fc from 'fast-check';
import {
  getNamedType, getNullableType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema,
  isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType,
} from 'graphql';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { World } from './world.ts';

/** What one run gives an argument: nothing, null, or a value. Placeholders in values are filled in by `fill`. */
export type Given = { readonly state: 'absent' } | { readonly state: 'null' } | { readonly state: 'value'; readonly value: unknown; readonly isBad?: boolean };

export interface ArgPlan {
  readonly name: string;
  /** A literal has what the first run gives; a variable has what each run gives, and perhaps a default. */
  readonly how: 'literal' | 'variable' | 'default';
  readonly runs: readonly [Given, Given];
  /** The fields of an input object that is written as a literal. */
  readonly fields?: readonly ArgPlan[];
}

export interface DirectivePlan {
  readonly name: 'skip' | 'include';
  readonly how: 'literal' | 'variable';
  readonly runs: readonly [boolean, boolean];
}

export type SelectionPlan =
  | { readonly kind: 'field'; readonly name: string; readonly alias: boolean; readonly args: readonly ArgPlan[]; readonly directives: readonly DirectivePlan[]; readonly below: readonly SelectionPlan[] | null }
  | { readonly kind: 'fragment'; readonly on: string | null; readonly isNamed: boolean; readonly again: boolean; readonly directives: readonly DirectivePlan[]; readonly below: readonly SelectionPlan[] };

export interface DocumentPlan {
  /** Each field without arguments answers under the name of its neighbour. */
  readonly isRotated: boolean;
  readonly hasOther: boolean;
  readonly locales: readonly [number, number];
  readonly trusted: boolean;
  readonly below: readonly SelectionPlan[];
}

const pair = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<readonly [T, T]> => fc.tuple(arbitrary, arbitrary);
const directive: fc.Arbitrary<DirectivePlan> = fc.record({
  name: fc.constantFrom('skip', 'include'), how: fc.constantFrom('literal', 'variable'), runs: pair(fc.boolean()),
});
const directives = fc.oneof({ weight: 8, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.tuple(directive) });
const index = fc.nat(9_999);

const CODES: Readonly<Record<string, string>> = { theme: 'theme', subtheme: 'subtheme', audience: 'audience', profession: 'profession', institution: 'institution', language: 'language', code: 'instrument' };

/** Values for a scalar argument, by its type and name. */
function scalar(type: string, name: string): fc.Arbitrary<unknown> {
  if (type === 'CountryCode') return fc.constantFrom('AL', 'BA', 'RS', 'XK', 'ME', 'MD', 'UA', 'TR', 'HU', 'FR');
  if (type === 'Int') return name === 'year' ? fc.constantFrom(2027, 2026, 1999) : fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 20);
  if (type === 'Boolean') return fc.boolean();
  if (type === 'Locale') return fc.constantFrom(...LOCALE_TAGS);
  if (type === 'DateTimeISO') return index.map((i) => `@instant:${i}@`);
  if (type === 'NonEmptyString') {
    return fc.oneof(
      { weight: 6, arbitrary: fc.tuple(index, fc.nat(5)).map(([i, variant]) => `@word:${i}:${variant}@`) },
      { weight: 2, arbitrary: fc.tuple(index, index).map(([i, j]) => `@word:${i}:0@ @word:${j}:2@`) },
      fc.constantFrom('%', '_', '\\', 'a', 'е', 'zzzz', "' or true --"),
    );
  }
  if (type === 'LocalDate') return fc.constantFrom('2025-12-31', '2026-07-01', '2026-10-20', '2026-11-15', '2030-01-01');
  if (name === 'session') return index.map((i) => `@id:TrainingSession:${i}@`);
  if (name === 'organisation') return index.map((i) => `@id:Organisation:${i}@`);
  if (name === 'domain' || name === 'exceptDomain') return index.map((i) => `@domain:${i}@`);
  // Of people, whose journal none of those who ask here is shown.
  if (type === 'UUID') return fc.constant('00000000-0000-7000-8000-000000000000');
  // Of a certificate, which none has.
  if (name === 'number') return fc.constant('0000-0000-0000-0000');
  const table = CODES[name];
  if (!table) throw new Error(`No values are known for ${name}: ${type}`);
  return fc.oneof({ weight: 5, arbitrary: index.map((i) => `@code:${table}:${i}@`) }, fc.constantFrom('NOPE', '%', "'"));
}

function value(type: GraphQLInputType, name: string): fc.Arbitrary<unknown> {
  const inner = getNullableType(type);
  if (isListType(inner)) return fc.oneof(fc.array(value(inner.ofType, name), { maxLength: 3 }), value(inner.ofType, name));
  if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map((entry) => ({ enum: entry.name })));
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).map((field) => fc.tuple(fc.constant(field.name), fc.oneof({ weight: 5, arbitrary: value(field.type, field.name) }, fc.constant(null))));
    return fc.array(fc.oneof(...fields), { maxLength: 2 }).map((entries) => Object.fromEntries(entries));
  }
  return scalar(getNamedType(type).name, name);
}

const given = (values: fc.Arbitrary<unknown>, isRequired: boolean): fc.Arbitrary<Given> => {
  const present = values.map((made): Given => ({ state: 'value', value: made }));
  return isRequired ? present : fc.oneof({ weight: 6, arbitrary: present }, fc.constant<Given>({ state: 'null' }), fc.constant<Given>({ state: 'absent' }));
};

const how = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('literal' as const, 'variable' as const) }, fc.constant('default' as const));

function plain(argument: Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>): fc.Arbitrary<ArgPlan> {
  const { name, type, defaultValue } = argument;
  const isRequired = isNonNullType(type) && defaultValue === undefined;
  return fc.record({ name: fc.constant(name), how: isRequired ? fc.constantFrom('literal', 'variable') : how, runs: pair(given(value(type, name), isRequired)) });
}

/** A filter: a variable, or a literal whose fields are what arguments are. */
function filter(argument: GraphQLArgument): fc.Arbitrary<ArgPlan> {
  const type = getNullableType(argument.type);
  if (!isInputObjectType(type)) return plain(argument);
  const fields = fc.uniqueArray(fc.oneof(...Object.values(type.getFields()).map((field) => plain(field as never))), { maxLength: 2, selector: (field) => field.name });
  const literal = fields.map((made): ArgPlan => ({ name: argument.name, how: 'literal', runs: [{ state: 'absent' }, { state: 'absent' }], fields: made }));
  return fc.oneof(literal, plain(argument));
}

/** Cursors of the same list and the sort asked for (`=`), or of another sort, another list, another language, or no cursor at all. */
function cursor(type: string, seen: readonly string[]): fc.Arbitrary<unknown> {
  const kinds = seen.flatMap((kind) => World.sorts(kind).map((sort) => `${kind}:${sort}`));
  return fc.oneof(
    { weight: seen.includes(type) ? 20 : 0, arbitrary: fc.tuple(index, fc.constantFrom('.', '.', '.', '.', '~')).map(([i, locale]) => `@cursor:${type}:=:${locale}:${i}@`) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...kinds), index).map(([kind, i]) => `@cursor:${kind}:.:${i}@`) },
    { weight: 2, arbitrary: fc.constantFrom('', '', '', 'x', '!!', 'WyJOQU1FIl0', 'bnVsbA') },
  );
}

/** The arguments of a page: forward or backward, now and then a contradiction. */
function pageArgs(field: GraphQLField<unknown, unknown>, seen: readonly string[]): fc.Arbitrary<readonly ArgPlan[]> {
  const type = getNamedType(field.type).name.replace('Connection', '');
  const argument = (name: string): GraphQLArgument => field.args.find((arg) => arg.name === name)!;
  const optional = (name: 'sort' | 'filter', plan: (argument: GraphQLArgument) => fc.Arbitrary<ArgPlan>): fc.Arbitrary<ArgPlan[]> => (field.args.some((arg) => arg.name === name) ? maybe(plan(argument(name))) : fc.constant([]));
  const size = (name: string): fc.Arbitrary<ArgPlan> => plain(argument(name));
  const from = (name: string): fc.Arbitrary<ArgPlan> => fc.record({ name: fc.constant(name), how: fc.constantFrom('literal', 'variable'), runs: pair(given(cursor(type, seen), false)) });
  const wrong = fc.constantFrom(-1, 101).map((size): ArgPlan => ({ name: 'first', how: 'variable', runs: [{ state: 'value', value: size }, { state: 'value', value: 1 }] }));
  const maybe = (arbitrary: fc.Arbitrary<ArgPlan>): fc.Arbitrary<ArgPlan[]> => fc.array(arbitrary, { maxLength: 1 });
  const order = fc.oneof(
    { weight: 1, arbitrary: fc.tuple(size('first')).map((args) => [...args]) },
    { weight: 4, arbitrary: fc.tuple(size('first'), maybe(from('after'))).map(([first, after]) => [first, ...after]) },
    { weight: 3, arbitrary: fc.tuple(size('last'), maybe(from('before'))).map(([last, before]) => [...before, last]) },
    { weight: 1, arbitrary: fc.tuple(wrong) },
  );
  return fc.tuple(order, optional('sort', plain), optional('filter', filter)).map((parts) => parts.flat());
}

function ids(): fc.Arbitrary<unknown> {
  const types = ['Audience', 'Country', 'Expert', 'Institution', 'Instrument', 'Language', 'Need', 'Organisation', 'Practice', 'Profession', 'Publication', 'Recommendation', 'Subtheme', 'Term', 'Theme', 'TrainingSession'];
  return fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...types), index).map(([type, i]) => `@id:${type}:${i}@`) },
    fc.constantFrom('Country_QQ', 'Expert_00000000-0000-7000-8000-000000000000', 'Nope_1', 'Membership_EU', 'nothing', '', '_', 'Theme_', 'Expert_x'),
  );
}

function fieldArgs(field: GraphQLField<unknown, unknown>, seen: readonly string[]): fc.Arbitrary<readonly ArgPlan[]> {
  if (field.args.some(({ name }) => name === 'sort')) return pageArgs(field, seen);
  const made = field.args.map((argument) => {
    if (argument.name !== 'id') return plain(argument);
    const own = index.map((i) => `@id:${getNamedType(field.type).name}:${i}@`);
    const values = field.name === 'node' ? ids() : fc.oneof({ weight: 12, arbitrary: own }, ids());
    return fc.record({ name: fc.constant('id'), how: fc.constantFrom('literal' as const, 'variable' as const), runs: pair(given(values, true)) });
  });
  return made.length === 0 ? fc.constant([]) : (fc.tuple(...made) as fc.Arbitrary<ArgPlan[]>);
}

/** Types that stand for no row of their own: going into one is not going deeper. */
const isPart = (type: string): boolean => /Connection$|Edge$|^PageInfo$|^LocalizedText$|^Provenance$|^Coordinates$|Abilities$|^Service$|^InterfaceLocale$|^Operator$/.test(type);

/** Documents over a schema; `seen` are the types of paged lists in which who asks sees something. */
export function documents(schema: GraphQLSchema, seen: readonly string[]): fc.Arbitrary<DocumentPlan> {
  const known = new Map<string, fc.Arbitrary<SelectionPlan[]>>();
  const nodes = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && type.getInterfaces().length > 0);

  const field = (definition: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<SelectionPlan> | undefined => {
    const type = getNamedType(definition.type);
    const isLeaf = isLeafType(type);
    const inner = isPart(type.name) ? depth : depth - 1;
    if (!isLeaf && inner < 0) return undefined;
    return fc.record({
      kind: fc.constant('field' as const), name: fc.constant(definition.name), alias: fc.boolean(), directives,
      args: fieldArgs(definition, seen), below: isLeaf ? fc.constant(null) : selections(type.name, inner),
    });
  };

  const one = (parent: string, depth: number): fc.Arbitrary<SelectionPlan> => {
    const type = schema.getType(parent);
    const fields = isObjectType(type) || parent === 'Node' ? Object.values((type as GraphQLObjectType).getFields()) : [];
    const made = fields.flatMap((definition) => {
      const arbitrary = field(definition, depth);
      const weight = ['service', 'dataRegister', 'localMailbox', 'myData', 'proofChallenge', 'recurrentJobs', 'secondStep', 'trainingFigures'].includes(definition.name) ? 1 : isLeafType(getNamedType(definition.type)) ? 2 : 5;
      return arbitrary ? [{ weight, arbitrary }] : [];
    });
    const typename = fc.record({ kind: fc.constant('field' as const), name: fc.constant('__typename'), alias: fc.boolean(), directives, args: fc.constant([]), below: fc.constant(null) });
    return fc.oneof(...made, { weight: 2, arbitrary: typename }, ...fragments(parent, depth));
  };

  const fragment = (on: string | null, inside: string, depth: number): fc.Arbitrary<SelectionPlan> =>
    fc.record({ kind: fc.constant('fragment' as const), on: fc.constant(on), isNamed: on === null ? fc.constant(false) : fc.boolean(), again: fc.boolean(), directives, below: selections(inside, depth, true) });

  const fragments = (parent: string, depth: number): fc.WeightedArbitrary<SelectionPlan>[] => {
    const own = [{ weight: 2, arbitrary: fragment(parent, parent, depth) }, { weight: 1, arbitrary: fragment(null, parent, depth) }];
    if (parent === 'Node') return [...own, ...nodes.map((type) => ({ weight: 3, arbitrary: fc.constant(null).chain(() => fragment(type.name, type.name, depth)) }))];
    const isNode = nodes.some((type) => type.name === parent);
    return isNode ? [...own, { weight: 1, arbitrary: fragment('Node', 'Node', 0) }] : own;
  };

  const selections = (parent: string, depth: number, isFragment = false): fc.Arbitrary<SelectionPlan[]> => {
    const key = `${parent} ${depth} ${isFragment}`;
    let arbitrary = known.get(key);
    if (!arbitrary) {
      const maxLength = parent === 'Node' ? 4 : isFragment ? 2 : 3;
      let made: fc.Arbitrary<SelectionPlan[]> | undefined;
      arbitrary = fc.constant(null).chain(() => (made ??= fc.array(one(parent, depth), { minLength: 1, maxLength, size: 'max' })));
      known.set(key, arbitrary);
    }
    return arbitrary;
  };

  return fc.record({
    isRotated: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)), hasOther: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    // The second run is in the same language more often than not: then it has the plan of the first where the shape is the same.
    locales: fc.tuple(fc.nat(15), fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.nat(15))).map(([first, second]) => [first, second ?? first] as const), trusted: fc.boolean(), below: selections('Query', 3),
  });
}
