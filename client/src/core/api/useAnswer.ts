import { type AnyVariables, type RequestPolicy, type TypedDocumentNode, useQuery } from '@urql/vue';
import { type ComputedRef, type Ref, computed } from 'vue';

import { type Failure, failureOf } from './failure.ts';

/** The answer to a query: what came, whether more is awaited, what failed, and how to ask again. */
export interface Answer<Data> {
  readonly data: Ref<Data | undefined>;
  readonly isLoading: Ref<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
  readonly retry: () => void;
}

/**
 * Asks the API in the locale of the page, and again when the variables change; nothing while there are none (undefined). For composables only. `requestPolicy` is
 * `network-only` for what changes while the page is open: no earlier answer is shown then.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>, variables: () => Variables | undefined, requestPolicy: RequestPolicy = 'cache-first',
): Answer<Data> {
  const { data, fetching, error, executeQuery } = useQuery<Data, Variables>({ query, variables: () => variables() ?? ({} as Variables), pause: () => variables() === undefined, requestPolicy });
  return {
    data,
    isLoading: fetching,
    failure: computed(() => error.value && failureOf(error.value)),
    retry: () => {
      executeQuery({ requestPolicy: 'network-only' });
    },
  };
}
