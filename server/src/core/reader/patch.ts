/** Fields that need code: SQL brings what they need, a plain function makes the value once the answer is here. */
import { type FieldNode, getNamedType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import { collect, type Selections } from './collect.ts';
import type { Actor } from './actor.ts';

/** Where in an answer a code field stands, and how its value is made from what SQL brought. */
export interface Patch {
  readonly path: readonly string[];
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

/** Replaces, in a parsed answer, what SQL brought for each code field by the value of its function. */
export function applyPatches(data: Record<string, unknown>, patches: readonly Patch[], actor: Actor): void {
  for (const patch of patches) visit(data, patch, 0, actor);
}

function visit(target: unknown, patch: Patch, depth: number, actor: Actor): void {
  if (target === null || target === undefined) return;
  const step = patch.path[depth]!;
  if (step === '*') {
    for (const element of target as unknown[]) visit(element, patch, depth + 1, actor);
    return;
  }
  const object = target as Record<string, unknown>;
  if (depth === patch.path.length - 1) object[step] = patch.shape(patch.make(object[step] as never, actor));
  else visit(object[step], patch, depth + 1, actor);
}
