import { type AnyVariables, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { type Ref, ref, shallowRef } from 'vue';

import { type Failure, failureOf } from './failure.ts';

/** Something that people do: whether it is being done, what failed, and how to do it. */
export interface Act<Data, Variables> {
  /** Does it, by POST, and gives what came of it; undefined when it failed, which `failure` tells. Pressed twice, it is done once. */
  readonly act: (variables: Variables) => Promise<Data | undefined>;
  readonly isActing: Ref<boolean>;
  readonly failure: Ref<Failure | undefined>;
}

/**
 * Sends a mutation in the locale of the page. Never throws, and what was typed is the caller's to keep. Answers that have something of a type that comes back are asked anew when they are wanted again; `touched` names
 * types that do not come back and are changed all the same. For composables only.
 */
export function useAct<Data, Variables extends AnyVariables>(mutation: TypedDocumentNode<Data, Variables>, touched: readonly string[] = []): Act<Data, Variables> {
  const { client } = useClientHandle();
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function act(variables: Variables): Promise<Data | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    const { data, error } = await client.mutation(mutation, variables, { additionalTypenames: touched as string[] }).toPromise();
    [isActing.value, failure.value] = [false, error && failureOf(error)];
    return error ? undefined : data;
  }

  return { act, isActing, failure };
}
