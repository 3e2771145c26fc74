/** Runs operations: what is read as one statement, what is not through graphql-js, both together where both are asked. */
import { type Locale, probes } from '@passerelle/shared/locales.ts';
import {
  type DocumentNode, execute, type ExecutionResult, type FragmentDefinitionNode, getOperationAST,
  type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, Kind, type OperationDefinitionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { LRUCache } from 'lru-cache';
import type { Actor } from './actor.ts';
import { collect } from './collect.ts';
import { applyPatches } from './patch.ts';
import { bind, compileOperation, compilePayload, type Plan } from './plan.ts';
import type { Reader } from './reader.ts';
import { roots } from './registry.ts';
import { One } from './related.ts';
import { keyOf, typeOf } from './row.ts';
import { Param, type Sql, sql } from './sql.ts';
import { shapeOf } from './shape.ts';

/**
 * Runs one statement and gives the text of its single value. `name` prepares it under that name; `person` is who the
 * database is to know as the one who asks.
 */
export type RunStatement = (statement: { text: string; values: unknown[]; name?: string; person?: string | null }) => Promise<string>;

export interface ReadContext {
  readonly locale: Locale;
  readonly actor: Actor;
}

export interface ReadRequest<C extends ReadContext> {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: C;
  /** Whether the document is one of ours: then its statements are worth preparing. */
  readonly trusted: boolean;
}

/** The JSON text of a whole response, `{"data":…}` and the end of its line, ready to be sent as it is. */
export class RawData {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

interface Prepared {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly plans: LRUCache<string, OperationPlan>;
}

interface OperationPlan extends Plan {
  /** Whether anything is read. */
  readonly reads: boolean;
  /** The response keys, in their order, and the rest of the document where some of its root fields are not read. */
  readonly keys: readonly string[];
  readonly rest: DocumentNode | undefined;
}

const PLANS_PER_DOCUMENT = 64;

export class ReadEngine {
  readonly #schema: GraphQLSchema;
  readonly #run: RunStatement;
  readonly #prepared = new WeakMap<DocumentNode, Map<string, Prepared>>();

  constructor(schema: GraphQLSchema, run: RunStatement) {
    this.#schema = schema;
    this.#run = run;
  }

  /** Answers an operation. `data` is `RawData` when the database's text can be sent untouched. Throws UserError. */
  async execute<C extends ReadContext>(request: ReadRequest<C>): Promise<Omit<ExecutionResult, 'data'> & { data?: unknown }> {
    const prepared = this.#prepare(request);
    if (!prepared || prepared.operation.operation !== 'query') return this.#viaGraphql(request);
    const coerced = getVariableValues(this.#schema, prepared.operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 10 });
    if (coerced.errors) return { errors: coerced.errors };
    const plan = this.#plan(prepared, coerced.coerced, request.context);
    if (!plan.reads) return this.#viaGraphql(request);
    const values = bind(plan, coerced.coerced, { probes: probes(request.context.locale), actor: request.context.actor });
    const text = await this.#run({ text: plan.text, values, person: request.context.actor.person, ...(request.trusted && { name: plan.name }) });
    const json = plan.patches.length === 0 ? text : applyPatches(text, plan.patches, request.context.actor);
    return plan.rest ? this.#withRest(request, plan.rest, plan.keys, (JSON.parse(json) as { data: Record<string, unknown> }).data) : { data: new RawData(json) };
  }

  /** Reads the object that a mutation answers, as the mutation's selection asks. Null when the actor may not see it. */
  async payload<T extends object>(context: ReadContext, reader: Reader<T>, key: string | number, info: GraphQLResolveInfo): Promise<Record<string, unknown> | null> {
    const keyProperty = keyOf(reader.entity);
    const field = new One(reader, (target) => sql<boolean>`${target[keyProperty] as Sql} = ${new Param(typeOf(reader.entity, keyProperty), () => key)}`, true);
    const input = { ...context, schema: this.#schema, fragments: info.fragments, variables: info.variableValues };
    const plan = compilePayload(input, info.fieldNodes, field as never, this.#schema.getType(reader.name) as GraphQLObjectType);
    const values = bind(plan, info.variableValues, { probes: probes(context.locale), actor: context.actor });
    const json = applyPatches(await this.#run({ text: plan.text, values, person: context.actor.person }), plan.patches, context.actor);
    const data = JSON.parse(json) as Record<string, unknown>;
    return data.payload as Record<string, unknown> | null;
  }

  #prepare({ document, operationName }: ReadRequest<ReadContext>): Prepared | undefined {
    let byName = this.#prepared.get(document);
    if (!byName) this.#prepared.set(document, (byName = new Map()));
    const known = byName.get(operationName ?? '');
    if (known) return known;
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const fragments = Object.fromEntries(
      document.definitions.filter((node) => node.kind === 'FragmentDefinition').map((node) => [node.name.value, node]),
    );
    const prepared: Prepared = { operation, fragments, plans: new LRUCache({ max: PLANS_PER_DOCUMENT }) };
    byName.set(operationName ?? '', prepared);
    return prepared;
  }

  #plan(prepared: Prepared, variables: Readonly<Record<string, unknown>>, context: ReadContext): OperationPlan {
    const { operation, fragments, plans } = prepared;
    const key = `${context.locale} ${context.actor.circle} ${shapeOf(this.#schema, operation, variables)}`;
    const known = plans.get(key);
    if (known) return known;
    const type = this.#schema.getQueryType()!;
    const input = { ...context, schema: this.#schema, fragments, variables };
    const fields = collect(input, type, [operation.selectionSet]);
    const names = [...fields.values()].map((nodes) => nodes[0]!.name.value);
    const selections = [...fields.values()].flat().filter(({ name }) => !roots.has(name.value) && name.value !== '__typename');
    const rest = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
    const plan: OperationPlan = {
      ...compileOperation(input, type, operation.selectionSet, (name) => roots.get(name)),
      reads: names.some((name) => roots.has(name)),
      keys: [...fields.keys()],
      rest: selections.length === 0 ? undefined : { kind: Kind.DOCUMENT, definitions: [rest, ...Object.values(fragments)] },
    };
    plans.set(key, plan);
    return plan;
  }

  /** Resolves the root fields that are not read, and puts them among those that were. */
  async #withRest<C extends ReadContext>(request: ReadRequest<C>, rest: DocumentNode, keys: readonly string[], read: Record<string, unknown>): Promise<ExecutionResult> {
    const { data, ...result } = await this.#viaGraphql({ ...request, document: rest });
    return { ...result, data: data && Object.fromEntries(keys.map((key) => [key, Object.hasOwn(read, key) ? read[key] : data[key]])) };
  }

  /** Objects that were read carry their values under response keys; everything else resolves as usual. */
  async #viaGraphql<C extends ReadContext>({ document, operationName, variables, context }: ReadRequest<C>): Promise<ExecutionResult> {
    return execute({
      schema: this.#schema, document, rootValue: {}, contextValue: context, variableValues: variables, operationName,
      fieldResolver: (source, _args, _context, info) => (source as Record<string, unknown>)[info.path.key],
    });
  }
}

