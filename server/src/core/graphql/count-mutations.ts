/** Each thing that one document has done counts as one, whatever they are called: a thousand in one request are a thousand. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, type SelectionSetNode } from 'graphql';
import type { Context } from '../context.ts';

/** Counts what a mutation does beyond the first thing, which was counted with the request. */
export const countMutations: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, contextValue }) => {
      if (operation?.operation !== OperationTypeNode.MUTATION) return;
      const more = rootFields(document, operation) - 1;
      if (more > 0) await contextValue.allowance.take(more);
    },
  }),
};

/** How many fields an operation asks for at its root; those of fragments wherever they are spread. The document is valid: no fragment spreads itself. */
function rootFields(document: DocumentNode, { selectionSet }: OperationDefinitionNode): number {
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [])));
  const count = (set: SelectionSetNode): number => set.selections.reduce((sum, node) => {
    if (node.kind === Kind.FIELD) return sum + 1;
    return sum + count(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)!);
  }, 0);
  return count(selectionSet);
}
