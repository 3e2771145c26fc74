/** Fields that need code: SQL brings what they need, a plain function makes the value once the answer is here. */
import { type FieldNode, getNamedType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import { collect, type Selections } from './collect.ts';
import type { Actor } from './actor.ts';

/** How a code field's value is made from what SQL brought. */
export interface Patch {
  readonly make: (needs: never, actor: Actor) => unknown;
  readonly shape: (value: unknown) => unknown;
}

/** Makes of a function's result what the document asked of it: the fields selected, under their response keys. */
export function shaper(selections: Selections, type: GraphQLOutputType, nodes: readonly FieldNode[]): (value: unknown) => unknown {
  if (isNonNullType(type)) {
    const inner = shaper(selections, type.ofType, nodes);
    return (value) => {
      const shaped = inner(value);
      if (shaped === null) throw new Error(`${nodes[0]!.name.value} must not be null`);
      return shaped;
    };
  }
  if (isListType(type)) {
    const inner = shaper(selections, type.ofType, nodes);
    return (value) => (value == null ? null : [...(value as Iterable<unknown>)].map(inner));
  }
  const named = getNamedType(type);
  if (isLeafType(named)) return (value) => (value == null ? null : named.serialize(value));
  if (!isObjectType(named)) throw new Error(`A code field cannot answer ${named.name}`);
  const members = [...collect(selections, named, nodes.map((node) => node.selectionSet))].map(([key, fieldNodes]) => {
    const name = fieldNodes[0]!.name.value;
    if (name === '__typename') return [key, () => named.name] as const;
    const shape = shaper(selections, named.getFields()[name]!.type, fieldNodes);
    return [key, (value: Record<string, unknown>) => shape(value[name])] as const;
  });
  return (value) =>
    value == null ? null : Object.fromEntries(members.map(([key, read]) => [key, read(value as Record<string, unknown>)]));
}

const OPEN = '\u0001';
/** Ends what SQL brought for a code field. */
export const closeMark = '\u0002';

/** Begins what SQL brings for the code field `index`. JSON text escapes control characters, so that no value can hold a mark. */
export function openMark(index: number): string {
  return `${OPEN}${index} `;
}

/** Puts in the place of what SQL brought for each code field the JSON of its function's value. Equal needs are answered once. */
export function applyPatches(json: string, patches: readonly Patch[], actor: Actor): string {
  const known = new Map<string, string>();
  const [first = '', ...rest] = json.split(OPEN);
  let out = first;
  for (const part of rest) {
    const end = part.indexOf(closeMark);
    const brought = part.slice(0, end);
    let made = known.get(brought);
    if (made === undefined) known.set(brought, (made = make(brought, patches, actor)));
    out += made + part.slice(end + 1);
  }
  return out;
}

function make(brought: string, patches: readonly Patch[], actor: Actor): string {
  const space = brought.indexOf(' ');
  const patch = patches[Number(brought.slice(0, space))]!;
  return JSON.stringify(patch.shape(patch.make(JSON.parse(brought.slice(space + 1)) as never, actor)));
}
