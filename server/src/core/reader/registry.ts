/** What has been declared: the readers by type, the root fields they answer, the classes TypeGraphQL is to know. */
import { Arg, Query, Resolver } from 'type-graphql';
import type { ArgSpecs, TypeFunction } from './args.ts';
import type { Field } from './field.ts';
import type { Reader } from './reader.ts';

/** Every reader, by the name of its GraphQL type. */
export const readers = new Map<string, Reader<object>>();
/** Every root field that a reader answers. */
export const roots = new Map<string, Field>();
const holders: Function[] = [];

/** The classes to give to TypeGraphQL's `buildSchema` beside the resolvers. */
export function declaredResolvers(): Function[] {
  return [...holders];
}

/** A class that carries the declaration of one field; its name shows in TypeGraphQL's own errors. */
export function holderClass(name: string): { new (): object; prototype: Record<string, unknown> } {
  const holder = { [name]: class {} }[name]!;
  holders.push(holder);
  return holder as never;
}

export interface GraphQLDeclaration {
  readonly type: TypeFunction;
  readonly nullable: boolean;
  readonly description: string;
}

/** Declares a root query that `field` answers. Throws when the name is taken. */
export function declareRoot(name: string, field: Field, declaration: GraphQLDeclaration, declareArguments: (holder: Function) => void): void {
  if (roots.has(name)) throw new Error(`Query.${name} is declared twice`);
  roots.set(name, field);
  const holder = holderClass(`${name}Query`);
  declareArguments(holder);
  const { type, nullable, description } = declaration;
  Query(type as never, { nullable, description })(holder.prototype, name, {} as never);
  Resolver()(holder);
}

/** Declares the arguments of a field of `holder`. */
export function declareArgs(holder: Function, method: string, specs: ArgSpecs, defaults: Readonly<Record<string, unknown>> = {}): void {
  Object.entries(specs).forEach(([name, spec], index) => {
    const options = { nullable: !spec.required, description: spec.description, ...(name in defaults && { defaultValue: defaults[name] }) };
    Arg(name, spec.type as never, options)(holder.prototype, method, index);
  });
}
