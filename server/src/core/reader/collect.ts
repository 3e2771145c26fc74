/** Which fields a selection asks for, as the GraphQL specification's CollectFields says. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

export interface Selections {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced variable values; `@skip` and `@include` read them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

function isIncluded(selections: Selections, node: SelectionNode): boolean {
  const variables = selections.variables;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return include?.if !== false;
}

function applies(selections: Selections, type: GraphQLObjectType, condition: FragmentDefinitionNode['typeCondition'] | undefined): boolean {
  if (!condition) return true;
  const target = typeFromAST(selections.schema, condition);
  return target === type || (isAbstractType(target) && selections.schema.isSubType(target, type));
}

/** The fields that `sets` ask of `type`, by response key, in the order of the document. */
export function collect(
  selections: Selections,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const keep = (node: FieldNode): void => {
    const key = node.alias?.value ?? node.name.value;
    const nodes = found.get(key);
    if (nodes) nodes.push(node);
    else found.set(key, [node]);
  };
  const enter = (fragment: FragmentDefinitionNode | InlineFragmentNode | undefined): void => {
    if (fragment && applies(selections, type, fragment.typeCondition)) visit(fragment.selectionSet);
  };
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isIncluded(selections, node)) continue;
      if (node.kind === 'Field') keep(node);
      else if (node.kind === 'InlineFragment') enter(node);
      else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        enter(selections.fragments[node.name.value]);
      }
    }
  };
  for (const set of sets) if (set) visit(set);
  return found;
}
