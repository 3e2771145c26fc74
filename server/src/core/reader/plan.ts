/** A compiled operation: the statement, where its parameters come from, and what code is to fill in. */
import { createHash } from 'node:crypto';
import type { GraphQLObjectType } from 'graphql';
import { UserError } from '../errors.ts';
import type { Actor } from './actor.ts';
import { coerceArgs } from './args.ts';
import { collect } from './collect.ts';
import { Compilation, type CompilationInput, type Slot } from './compile.ts';
import { costNode, price } from './cost.ts';
import type { CostNode, Field } from './field.ts';
import type { Patch } from './patch.ts';
import { type BindContext, type Hole, join, jsonObject, type Param, raw, render, type Sql, sql, text } from './sql.ts';
import type { FieldNode, SelectionSetNode } from 'graphql';

export interface Plan {
  readonly text: string;
  /** The name under which the statement is prepared on a connection; the same text always has the same name. */
  readonly name: string;
  readonly params: readonly Param[];
  readonly slots: readonly Slot[];
  readonly patches: readonly Patch[];
  readonly cost: CostNode;
}

/** The most values an operation may ask for, counted before it runs. */
export const MAX_PRICE = 50_000;

/** Compiles those root fields of an operation that `fieldOf` knows, as one statement that answers the whole response. */
export function compileOperation(
  input: CompilationInput, type: GraphQLObjectType, selection: SelectionSetNode, fieldOf: (name: string) => Field | undefined,
): Plan {
  const compilation = new Compilation(input);
  const cost = costNode();
  const joins: Sql[] = [];
  const members: [string, string | Hole][] = [];
  for (const [key, nodes] of collect(compilation, type, [selection])) {
    const name = nodes[0]!.name.value;
    if (name === '__typename') {
      members.push([key, `"${type.name}"`]);
      continue;
    }
    const field = fieldOf(name);
    if (!field) continue;
    const site = { compilation, nodes, definition: type.getFields()[name]!, path: [key], joins, cost };
    members.push([key, field.compile(site)]);
  }
  const from = joins.length === 0 ? raw('') : sql` from (select) root ${join(joins, ' ')}`;
  return finish(compilation, sql`select ${text('{"data":', jsonObject(members), '}\n')} as j${from}`, cost);
}

/** Compiles the selections of one field whose object is known by its key: the payload of a mutation. */
export function compilePayload(input: CompilationInput, nodes: readonly FieldNode[], field: Field, type: GraphQLObjectType): Plan {
  const compilation = new Compilation(input);
  const cost = costNode();
  const joins: Sql[] = [];
  const definition = { name: 'payload', args: [], type } as never;
  const json = field.compile({ compilation, nodes, definition, path: ['payload'], joins, cost });
  return finish(compilation, sql`select ${text('{"payload":', json, '}')} as j from (select) root ${join(joins, ' ')}`, cost);
}

function finish(compilation: Compilation, statement: Sql, cost: CostNode): Plan {
  const { shared } = compilation;
  const rendered = render(shared.length === 0 ? statement : sql`with ${join(shared, ', ')} ${statement}`, compilation);
  const name = `r${createHash('sha256').update(rendered.text).digest('hex').slice(0, 24)}`;
  return { ...rendered, name, slots: compilation.slots, patches: compilation.patches, cost };
}

/** The parameters' values for one request. Throws UserError for values that cannot be used or an operation too dear. */
export function bind(plan: Plan, variables: Readonly<Record<string, unknown>>, context: Omit<BindContext, 'args'> & { actor: Actor }): unknown[] {
  const args = plan.slots.map(({ definition, node, validate }) => {
    const values = coerceArgs(definition, node, variables);
    validate?.(values);
    return values;
  });
  const asked = price(plan.cost, args);
  if (asked > MAX_PRICE) {
    throw new UserError('QUERY_TOO_COMPLEX', `This operation may ask for ${asked} values; ${MAX_PRICE} is the limit. Ask for smaller pages.`, { maximum: MAX_PRICE });
  }
  return plan.params.map((param) => searchable(sendable(param.read({ ...context, args }))));
}

/** The most signs of a text, and elements of a list, by which rows are looked for: longer ones cost the database more than they find. */
const MOST = { signs: 2_000, elements: 500 } as const;

function searchable<T>(value: T): T {
  if (Array.isArray(value) && value.length > MOST.elements) throw new UserError('BAD_USER_INPUT', `A list has more than ${MOST.elements} elements`, { maximum: MOST.elements });
  if ([value].flat().some((text) => typeof text === 'string' && text.length > MOST.signs)) throw new UserError('BAD_USER_INPUT', `A text has more than ${MOST.signs} signs`, { maximum: MOST.signs });
  return value;
}

/** Refuses text that PostgreSQL has no letters for: a NUL, or half of a surrogate pair. */
export function sendable<T>(value: T): T {
  for (const text of [value].flat()) {
    if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed())) throw new UserError('BAD_USER_INPUT', 'A text is not valid Unicode');
  }
  return value;
}
