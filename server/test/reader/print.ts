/** Writes a document plan as GraphQL with the variables of its two runs; response keys are chosen so that they never conflict. */
import { getNamedType, getNullableType, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema, isInputObjectType } from 'graphql';
import type { ArgPlan, DirectivePlan, DocumentPlan, Given, SelectionPlan } from './plans.ts';
import { World } from './world.ts';

export interface Printed {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly runs: readonly [Run, Run];
}

export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Somewhere an argument is given that may be refused. */
  readonly mayBeRefused: boolean;
}

interface Definition {
  readonly name: string;
  readonly type: string;
  readonly default: string;
}

interface Place {
  /** The type whose fields are selected. */
  readonly type: string;
  /** What response keys end in, so that two concrete types under one Node never answer differently under one key. */
  readonly suffix: string;
}

const TYPENAME = '__typename';

/** A value as a GraphQL literal. An enum value is `{ enum: name }`. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if ('enum' in value) return String(value.enum);
  return `{ ${Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner)}`).join(', ')} }`;
}

/** The same as a variable's JSON. */
function json(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(json);
  if (value === null || typeof value !== 'object') return value;
  if ('enum' in value) return value.enum;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, json(inner)]));
}

class Printer {
  readonly #schema: GraphQLSchema;
  readonly #isRotated: boolean;
  readonly #definitions: Definition[] = [];
  readonly #variables: readonly [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  readonly #fragments: { readonly name: string; readonly on: string; readonly suffix: string; readonly text: string }[] = [];
  /** The argument texts of each field, in the order met: each has a response key of its own. */
  readonly #texts = new Map<string, string[]>();
  readonly #refused = [false, false];

  constructor(schema: GraphQLSchema, isRotated: boolean) {
    this.#schema = schema;
    this.#isRotated = isRotated;
  }

  print(plan: DocumentPlan): Printed {
    const body = this.#selections(plan.below, { type: 'Query', suffix: '' });
    const head = this.#definitions.map(({ name, type, default: value }) => `$${name}: ${type}${value}`).join(', ');
    const operation = `query Asked${head && `(${head})`} ${body}`;
    const fragments = this.#fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`);
    const other = plan.hasOther ? ['query Other { __typename }'] : [];
    return {
      text: [...other, operation, ...fragments].join('\n'), operationName: plan.hasOther ? 'Asked' : undefined,
      runs: [0, 1].map((run) => ({ variables: this.#variables[run]!, mayBeRefused: this.#refused[run]! })) as unknown as readonly [Run, Run],
    };
  }

  #selections(plans: readonly SelectionPlan[], place: Place): string {
    return `{ ${plans.map((plan) => (plan.kind === 'field' ? this.#field(plan, place) : this.#fragment(plan, place))).join(' ')} }`;
  }

  #field(plan: SelectionPlan & { kind: 'field' }, place: Place): string {
    const directives = this.#directives(plan.directives);
    if (plan.name === TYPENAME) return `${plan.alias ? 'kind_: ' : ''}${TYPENAME}${directives}`;
    const fields = (this.#schema.getType(place.type) as GraphQLObjectType).getFields();
    const field = fields[plan.name]!;
    const args = this.#args(plan.args, field);
    const below = plan.below ? ` ${this.#selections(plan.below, { type: getNamedType(field.type).name, suffix: '' })}` : '';
    const key = this.#key(plan, place, Object.keys(fields), args);
    return `${key === plan.name ? '' : `${key}: `}${plan.name}${args}${directives}${below}`;
  }

  #key({ name, alias }: SelectionPlan & { kind: 'field' }, { type, suffix }: Place, names: readonly string[], args: string): string {
    const coordinate = `${type}.${name}`;
    const texts = this.#texts.get(coordinate) ?? [];
    this.#texts.set(coordinate, texts);
    if (!texts.includes(args)) texts.push(args);
    if (args !== '') return `${name}_${texts.indexOf(args)}${suffix}`;
    if (alias) return `x_${name}${suffix}`;
    if (name === 'id') return name;
    const others = names.filter((other) => other !== 'id');
    return `${this.#isRotated ? others[(others.indexOf(name) + 1) % others.length]! : name}${suffix}`;
  }

  #fragment(plan: SelectionPlan & { kind: 'fragment' }, place: Place): string {
    const on = plan.on ?? place.type;
    const isNarrower = place.type === 'Node' && on !== 'Node';
    const inside: Place = { type: on, suffix: isNarrower ? `_${on}` : place.suffix };
    const directives = this.#directives(plan.directives);
    if (!plan.isNamed) return `...${plan.on ? ` on ${plan.on}` : ''}${directives} ${this.#selections(plan.below, inside)}`;
    const known = plan.again ? this.#fragments.find((fragment) => fragment.on === on && fragment.suffix === inside.suffix) : undefined;
    if (known) return `...${known.name}${directives}`;
    const text = this.#selections(plan.below, inside);
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on, suffix: inside.suffix, text });
    return `...${name}${directives}${plan.again ? ` ...${name}` : ''}`;
  }

  #directives(plans: readonly DirectivePlan[]): string {
    return plans
      .map(({ name, how, runs }) => ` @${name}(if: ${how === 'literal' ? runs[0] : this.#variable('Boolean!', runs.map((value): Given => ({ state: 'value', value })), '')})`)
      .join('');
  }

  #args(plans: readonly ArgPlan[], field: GraphQLField<unknown, unknown>): string {
    const sorted = this.#withCursors(plans, field);
    for (const run of [0, 1] as const) if (this.#isRefusable(sorted, field, run)) this.#refused[run] = true;
    const written = sorted.flatMap((plan) => this.#arg(plan, field.args.find(({ name }) => name === plan.name)!.type));
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  /** Cursors of `=` become those of the sort that the run asks for. */
  #withCursors(plans: readonly ArgPlan[], field: GraphQLField<unknown, unknown>): ArgPlan[] {
    const sort = plans.find(({ name }) => name === 'sort');
    const fallback = field.args.find(({ name }) => name === 'sort')?.defaultValue as string | undefined;
    return plans.map((plan) => {
      if (plan.name !== 'after' && plan.name !== 'before') return plan;
      const runs = plan.runs.map((given, run) => {
        if (given.state !== 'value') return given;
        const asked = sort && effective(sort, run);
        const name = asked?.state === 'value' ? (asked.value as { enum: string }).enum : fallback!;
        return { ...given, value: String(given.value).replace(':=:', `:${name}:`) };
      });
      return { ...plan, runs: runs as unknown as readonly [Given, Given] };
    });
  }

  /** Whether a run may be refused for these arguments: it may be answered nevertheless, where they are skipped. */
  #isRefusable(plans: readonly ArgPlan[], field: GraphQLField<unknown, unknown>, run: number): boolean {
    const value = (name: string): unknown => {
      const plan = plans.find((candidate) => candidate.name === name);
      const given = plan && effective(plan, run);
      return given?.state === 'value' ? given.value : undefined;
    };
    const sort = plans.find(({ name }) => name === 'sort');
    if (sort && effective(sort, run).state === 'null') return true;
    const size = (value('first') ?? value('last')) as number | undefined;
    if (size !== undefined && (size < 0 || size > 100)) return true;
    if (value('before') !== undefined && value('last') === undefined) return true;
    const order = (value('sort') as { enum: string } | undefined)?.enum ?? (field.args.find(({ name }) => name === 'sort')?.defaultValue as string | undefined);
    const type = getNamedType(field.type).name.replace('Connection', '');
    // The text of a document is filled for its first run: its cursors may be of another language than the second one's.
    const isOwn = (name: string): boolean => {
      const isOfLanguage = World.isByText(type, order!);
      if (isOfLanguage && run > 0 && plans.find((plan) => plan.name === name)?.how === 'literal') return false;
      return String(value(name)).startsWith(`@cursor:${type}:${order}:${isOfLanguage ? '.' : ''}`);
    };
    if (['after', 'before'].some((name) => value(name) !== undefined && !isOwn(name))) return true;
    const id = value('id');
    return id !== undefined && !String(id).startsWith(field.name === 'node' ? '@id:' : `@id:${getNamedType(field.type).name}:`);
  }

  #arg(plan: ArgPlan, type: GraphQLInputType): string[] {
    const inner = getNullableType(type);
    if (plan.fields && isInputObjectType(inner)) {
      const fields = plan.fields.flatMap((field) => this.#arg(field, inner.getFields()[field.name]!.type));
      return [`${plan.name}: {${fields.join(', ')}}`];
    }
    const [first] = plan.runs;
    if (plan.how === 'literal') {
      // A literal null is refused by validation where the type says so.
      if (first.state === 'absent' || (first.state === 'null' && String(type).endsWith('!'))) return [];
      return [`${plan.name}: ${first.state === 'null' ? 'null' : literal(first.value)}`];
    }
    const hasDefault = plan.how === 'default' && first.state === 'value';
    const isOptional = plan.name === 'sort' || !String(type).endsWith('!');
    const runs = hasDefault ? [{ state: 'absent' as const }, plan.runs[1]] : plan.runs;
    const variable = this.#variable(isOptional ? String(inner) : String(type), runs, hasDefault ? ` = ${literal(first.value)}` : '');
    return [`${plan.name}: ${variable}`];
  }

  #variable(type: string, runs: readonly Given[], value: string): string {
    const name = `v${this.#definitions.length}`;
    this.#definitions.push({ name, type, default: value });
    runs.forEach((given, run) => {
      if (given.state !== 'absent') this.#variables[run]![name] = given.state === 'null' ? null : json(given.value);
    });
    return `$${name}`;
  }
}

/** What a run gives: of a literal the first, of a variable with a default the default where nothing is given. */
function effective(plan: ArgPlan, run: number): Given {
  if (plan.how === 'literal') return plan.runs[0].state === 'null' && plan.name === 'sort' ? { state: 'absent' } : plan.runs[0];
  if (plan.how === 'default' && plan.runs[0].state === 'value' && (run === 0 || plan.runs[run]!.state === 'absent')) return plan.runs[0];
  return plan.runs[run]!;
}

export function print(schema: GraphQLSchema, plan: DocumentPlan): Printed {
  return new Printer(schema, plan.isRotated).print(plan);
}
