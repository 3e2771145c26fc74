/** Arguments of read fields: declared once, as GraphQL and as SQL. */
import { type FieldNode, getArgumentValues, type GraphQLField, type GraphQLScalarType } from 'graphql';
import { UserError } from '../errors.ts';
import type { Site } from './field.ts';
import { Param } from './sql.ts';

/** A TypeGraphQL return type function, as its decorators take it. */
export type TypeFunction = () => GraphQLScalarType | object | Function | [GraphQLScalarType | object | Function];

export interface ArgSpec<V = unknown> {
  declare?: V;
  readonly type: TypeFunction;
  /** The PostgreSQL type the value is cast to. */
  readonly cast: string;
  readonly description: string;
  readonly required: boolean;
  /** From the coerced GraphQL value to what is sent; throws a UserError when it cannot be used. */
  readonly parse: (value: never) => unknown;
}

export type ArgSpecs = Readonly<Record<string, ArgSpec>>;

/** The arguments that are there, as parameters; an optional one that is absent or null is undefined. */
export type ArgValues<A extends ArgSpecs> = { readonly [K in keyof A]: A[K] extends { required: true } ? Param : Param | undefined };

const same = (value: unknown): unknown => value;

/** An argument that must be given. */
export function required(type: TypeFunction, cast: string, description: string, parse: (value: never) => unknown = same): ArgSpec & { required: true } {
  return { type, cast, description, required: true, parse };
}

/** An argument that may be left out. */
export function optional(type: TypeFunction, cast: string, description: string, parse: (value: never) => unknown = same): ArgSpec & { required: false } {
  return { type, cast, description, required: false, parse };
}

/** A field's arguments as GraphQL coerces them. Throws BAD_USER_INPUT for a null that a variable brings where none may be. */
export function coerceArgs(definition: GraphQLField<unknown, unknown>, node: FieldNode, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(definition, node, variables);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError('BAD_USER_INPUT', (error as Error).message, { argument: definition.name });
  }
}

/** A parameter per argument that is present now; its value is read anew for each request. */
export function bindArgs<A extends ArgSpecs>(site: Site, specs: A | undefined): ArgValues<A> {
  if (!specs) return {} as ArgValues<A>;
  const { slot, values } = site.compilation.args(site);
  return params(specs, values, (args) => args[slot]!);
}

/** The same for arguments that stand in an input object. */
export function params<A extends ArgSpecs>(
  specs: A,
  values: Readonly<Record<string, unknown>>,
  at: (args: readonly Readonly<Record<string, unknown>>[]) => Readonly<Record<string, unknown>>,
): ArgValues<A> {
  const present = Object.entries(specs).filter(([name]) => values[name] !== undefined && values[name] !== null);
  return Object.fromEntries(
    present.map(([name, spec]) => [name, new Param(spec.cast, (bind) => spec.parse(at(bind.args)[name] as never))]),
  ) as ArgValues<A>;
}
