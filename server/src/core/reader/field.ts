/** What a field of a type can be, for the compiler: something that gives its JSON. */
import type { FieldNode, GraphQLField, GraphQLOutputType } from 'graphql';
import type { Compilation } from './compile.ts';
import type { Sql } from './sql.ts';

/** The place in a document where a field is being compiled. */
export interface Site {
  readonly compilation: Compilation;
  /** Every occurrence of the field under this response key. */
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  /** The response keys from the root; `*` stands for each element of a list. */
  readonly path: readonly string[];
  /** Joins of the enclosing row that this field needs; the field adds its own. */
  readonly joins: Sql[];
  /** How many answers this place gives at most, for the price of the document. */
  readonly cost: CostNode;
}

/** A node of the price list of a document: so many rows, each with so many fields and lists below. */
export interface CostNode {
  /** Rows, or the slot of the arguments that say how many. */
  rows: number | { readonly slot: number };
  fields: number;
  readonly below: CostNode[];
}

export interface Field<V = unknown> {
  /** The type of what it answers: for the compiler only, so a class that implements this declares it. */
  readonly answers?: V;
  /** The field's JSON as a text expression that is never null. */
  compile(site: Site): Sql;
  /** What is wrong with this field as the declaration of `type`; empty when all is well. */
  check(type: GraphQLOutputType): string[];
}
