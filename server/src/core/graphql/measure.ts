/** How large a document is, in the ways that make one dear. Fragments count wherever they are spread. */
import { type ASTNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

export interface Measure {
  /** How deep fields are nested; what is below `__schema` and `__type` does not count. */
  readonly depth: number;
  readonly aliases: number;
  /** How often one field is asked for in one place, at most. */
  readonly repeats: number;
  readonly directives: number;
  /** How many directives one field, fragment or operation has, at most. */
  readonly directivesAtOnce: number;
  /** How deep lists and objects are nested in an argument. */
  readonly valueDepth: number;
  /** How many characters a text in an argument has, at most. */
  readonly textLength: number;
  /** How many lists of the schema are asked for: its types, their fields, the arguments of those … */
  readonly introspectedLists: number;
}

type Sum = 'aliases' | 'introspectedLists';

/** What a selection set and everything below it add up to. */
interface Part extends Pick<Measure, Sum | 'depth' | 'repeats'> {
  /** The fields asked for in this very place, by response key. */
  readonly keys: ReadonlyMap<string, number>;
}

const INTROSPECTION = new Set(['__schema', '__type']);
const INTROSPECTED_LISTS = new Set(['types', 'directives', 'fields', 'args', 'inputFields', 'interfaces', 'possibleTypes', 'enumValues']);
const NOTHING: Part = { depth: 0, aliases: 0, introspectedLists: 0, repeats: 0, keys: new Map() };

/** Measures a document, valid or not. Takes time in proportion to its length. */
export function measureDocument(document: DocumentNode): Measure {
  const fragments = new Map(document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));
  const measured = new Map<FragmentDefinitionNode, Part>();
  const fragmentPart = (name: string): Part => {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const known = measured.get(fragment);
    if (known) return known;
    // A fragment that spreads itself counts as nothing while it is measured; another rule refuses it.
    measured.set(fragment, NOTHING);
    const part = partOf(fragment.selectionSet, fragment.typeCondition.name.value.startsWith('__'), fragmentPart);
    measured.set(fragment, part);
    return part;
  };
  const parts = document.definitions.map((node) => {
    if (node.kind === Kind.FRAGMENT_DEFINITION) return fragmentPart(node.name.value);
    return node.kind === Kind.OPERATION_DEFINITION ? partOf(node.selectionSet, false, fragmentPart) : NOTHING;
  });
  const most = (name: Sum | 'depth' | 'repeats'): number => Math.max(0, ...parts.map((part) => part[name]));
  return { depth: most('depth'), aliases: most('aliases'), repeats: most('repeats'), introspectedLists: most('introspectedLists'), ...syntaxOf(document) };
}

/** `introspects` says whether the selections are on the schema's own description. */
function partOf(set: SelectionSetNode, introspects: boolean, fragmentPart: (name: string) => Part): Part {
  const keys = new Map<string, number>();
  const part = { ...NOTHING, keys };
  const add = (inner: Part, level: 0 | 1): void => {
    part.depth = Math.max(part.depth, inner.depth + level);
    part.repeats = Math.max(part.repeats, inner.repeats);
    part.aliases += inner.aliases;
    part.introspectedLists += inner.introspectedLists;
  };
  const join = (inner: Part): void => {
    add(inner, 0);
    for (const [key, count] of inner.keys) keys.set(key, (keys.get(key) ?? 0) + count);
  };
  const spread = new Set<string>();
  const ofFragment = (name: string): void => {
    if (spread.has(name)) add(fragmentPart(name), 0);
    else join(fragmentPart(name));
    spread.add(name);
  };
  const ofField = ({ name: { value: name }, alias, selectionSet }: FieldNode): void => {
    const key = alias?.value ?? name;
    keys.set(key, (keys.get(key) ?? 0) + 1);
    if (alias) part.aliases += 1;
    if (introspects && INTROSPECTED_LISTS.has(name)) part.introspectedLists += 1;
    add(selectionSet ? partOf(selectionSet, introspects || INTROSPECTION.has(name), fragmentPart) : NOTHING, introspects ? 0 : 1);
  };
  for (const node of set.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) join(partOf(node.selectionSet, introspects, fragmentPart));
    else if (node.kind === Kind.FRAGMENT_SPREAD) ofFragment(node.name.value);
    else ofField(node);
  }
  part.repeats = Math.max(part.repeats, ...keys.values());
  return part;
}

function syntaxOf(document: DocumentNode): Pick<Measure, 'directives' | 'directivesAtOnce' | 'valueDepth' | 'textLength'> {
  const found = { directives: 0, directivesAtOnce: 0, valueDepth: 0, textLength: 0 };
  let open = 0;
  const isNested = (node: ASTNode): boolean => node.kind === Kind.LIST || node.kind === Kind.OBJECT;
  visit(document, {
    enter(node) {
      const here = 'directives' in node ? (node.directives?.length ?? 0) : 0;
      found.directives += here;
      found.directivesAtOnce = Math.max(found.directivesAtOnce, here);
      if (node.kind === Kind.STRING) found.textLength = Math.max(found.textLength, node.value.length);
      if (isNested(node)) open += 1;
      found.valueDepth = Math.max(found.valueDepth, open);
    },
    leave(node) {
      if (isNested(node)) open -= 1;
    },
  });
  return found;
}
