/** Every free text that a mutation takes, found by walking the schema, and a call that sends one. */
import { getNamedType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType, parse, type FieldNode, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import { ask, type Answer } from '../http/harness.ts';
import { MUTATIONS } from '../permissions/expectations.ts';

type Given = Record<string, unknown>;

/** A place in the arguments of a mutation: `input.choices.0.label`. */
export interface TextPath {
  readonly mutation: string;
  readonly path: string;
}

const bare = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

/** The paths of all strings in a type; a list has its first item looked at. An input in itself is not gone into twice. */
function stringsIn(given: GraphQLInputType, path: string, seen: readonly string[] = []): string[] {
  const type = bare(given);
  if (isListType(type)) return stringsIn(type.ofType, `${path}.0`, seen);
  if (isInputObjectType(type)) return seen.includes(type.name) ? [] : Object.values(type.getFields()).flatMap((field) => stringsIn(field.type, `${path}.${field.name}`, [...seen, type.name]));
  return ['String', 'NonEmptyString'].includes(getNamedType(type).name) ? [path] : [];
}

/** All of them: also the secrets, codes and times that are sent as strings. */
export function textPaths(schema: GraphQLSchema): TextPath[] {
  return Object.values(schema.getMutationType()!.getFields()).flatMap(({ name: mutation, args }) => args.flatMap((arg) => stringsIn(arg.type, arg.name)).map((path) => ({ mutation, path })));
}

const SAMPLES: Readonly<Record<string, unknown>> = { Int: 1, Boolean: true, Locale: 'fr', UUID: '00000000-0000-7000-8000-0000000000ab', ID: 'x', EmailAddress: 'n@ngo.example', String: 'a' };

/** What stands where nothing was said. */
function sampleOf(given: GraphQLInputType): unknown {
  const type = bare(given);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.value as unknown;
  if (!isInputObjectType(type)) return SAMPLES[getNamedType(type).name];
  return Object.fromEntries(Object.values(type.getFields()).filter((field) => isNonNullType(field.type)).map((field) => [field.name, sampleOf(field.type)]));
}

/** Puts a text where a path leads, and makes what is missing on the way. */
function put(holder: Given, [step, ...rest]: readonly string[], type: GraphQLInputType, text: string): void {
  const bareType = bare(type);
  const below = isListType(bareType) ? bareType.ofType : isInputObjectType(bareType) ? bareType.getFields()[step!]!.type : type;
  if (rest.length === 0) holder[step!] = text;
  else {
    const there = holder[step!] as unknown[] | null | undefined;
    if (there === undefined || there === null) holder[step!] = sampleOf(below);
    else if (Array.isArray(there) && there.length === 0) there.push(sampleOf((bare(below) as { ofType: GraphQLInputType }).ofType));
    put(holder[step!] as Given, rest, below, text);
  }
}

/** Calls a mutation as somebody, with arguments as they stand in a document, and a text in the place of what is at the path. */
export async function sendText(server: { readonly address: string }, schema: GraphQLSchema, { mutation, path }: TextPath, { args, text, headers }: { readonly args: string; readonly text: string; readonly headers: Record<string, string> }): Promise<Answer> {
  const field = schema.getMutationType()!.getFields()[mutation]!;
  const call = (parse(`mutation { ${mutation}${args ? `(${args})` : ''} }`).definitions[0] as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
  const variables: Given = Object.fromEntries((call.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
  const [first, ...rest] = path.split('.');
  const type = field.args.find(({ name }) => name === first)!.type;
  if (rest.length === 0) variables[first!] = text;
  else {
    variables[first!] ??= sampleOf(type);
    put(variables[first!] as Given, rest, type, text);
  }
  const declared = field.args.filter(({ name }) => name in variables).map(({ name, type: of }) => `$${name}: ${String(of)}`).join(', ');
  const passed = Object.keys(variables).map((name) => `${name}: $${name}`).join(', ');
  return ask(server, `mutation (${declared}) { ${mutation}(${passed}) { ${MUTATIONS[mutation]!.select} } }`, variables, headers);
}
