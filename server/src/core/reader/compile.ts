/** From the fields that a document asks for to the one statement that answers them. */
import { type Locale, type Probe, probes } from '@passerelle/shared/locales.ts';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { type Actor, type RuleActor, ruleActor } from './actor.ts';
import { coerceArgs } from './args.ts';
import { collect, type Selections } from './collect.ts';
import { UserError } from '../errors.ts';
import { costNode, MAX_FIELDS } from './cost.ts';
import type { CostNode, Field, Site } from './field.ts';
import type { Patch } from './patch.ts';
import { type CompileContext, type Hole, jsonObject, Param, type Sql } from './sql.ts';

/** A field whose arguments are coerced anew for each request. */
export interface Slot {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Refuses values that GraphQL's types allow and this field does not. */
  validate?: (args: Readonly<Record<string, unknown>>) => void;
}

export interface CompilationInput {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly actor: Actor;
}

/** One object of the answer: its JSON text, to be selected from its row with its joins. */
export interface CompiledObject {
  readonly json: Sql;
  readonly joins: readonly Sql[];
}

export class Compilation implements CompileContext, Selections {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly probes: readonly Probe[];
  readonly circle: RuleActor['circle'];
  readonly actor: RuleActor;
  readonly slots: Slot[] = [];
  readonly patches: Patch[] = [];
  /** Sub-selects that are run once per statement, by their names. */
  readonly shared: Sql[] = [];
  /** Rows that are made of arguments, by what they are made of: lists of the same are made once. */
  readonly made = new Map<string, Sql>();
  readonly probeParams: readonly Param<string>[];
  #aliases = 0;
  #fields = 0;

  constructor(input: CompilationInput) {
    this.schema = input.schema;
    this.fragments = input.fragments;
    this.variables = input.variables;
    this.locale = input.locale;
    this.actor = ruleActor(input.actor);
    this.circle = this.actor.circle;
    this.probes = probes(input.locale);
    this.probeParams = this.probes.map((_, i) => new Param<string>('text', (bind) => bind.probes[i]!.stored));
  }

  alias(): string {
    return `r${this.#aliases++}`;
  }

  /** The arguments of the field at `site` as they are now, and the slot that will hold them in later requests. */
  args(site: Site): { slot: number; values: Readonly<Record<string, unknown>> } {
    const node = site.nodes[0]!;
    const slot = this.slots.push({ definition: site.definition, node }) - 1;
    return { slot, values: coerceArgs(site.definition, node, this.variables) };
  }

  /** The JSON object for the selections of `nodes` on `type`, each field answered by what `fieldOf` says. */
  object(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    fieldOf: (name: string) => Field,
    path: readonly string[],
    cost: CostNode,
  ): CompiledObject {
    const joins: Sql[] = [];
    const definitions = type.getFields();
    const members: [string, string | Hole][] = [];
    for (const [key, fieldNodes] of collect(this, type, nodes.map((node) => node.selectionSet))) {
      const name = fieldNodes[0]!.name.value;
      cost.fields += 1;
      this.countFields(1);
      if (name === '__typename') {
        members.push([key, `"${type.name}"`]);
        continue;
      }
      const site: Site = {
        compilation: this, nodes: fieldNodes, definition: definitions[name]!, path: [...path, key], joins, cost,
      };
      members.push([key, fieldOf(name).compile(site)]);
    }
    return { json: jsonObject(members), joins };
  }

  /** Refuses a document whose statement would be too long to plan, as soon as it is seen. `weight` in plain fields. */
  countFields(weight: number): void {
    this.#fields += weight;
    if (this.#fields > MAX_FIELDS) {
      throw new UserError('QUERY_TOO_COMPLEX', `This operation asks for too many fields at once`, { maximum: MAX_FIELDS });
    }
  }

  /** A price node below `parent`, for the rows of a list or of one object. */
  below(parent: CostNode, rows: CostNode['rows']): CostNode {
    const node = costNode(rows);
    parent.below.push(node);
    return node;
  }
}
