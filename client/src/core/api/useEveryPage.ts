import { type AnyVariables, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';

import { type Failure, failureOf } from './failure.ts';

/** The largest page that the API gives. */
const PAGE = 100;
/** So many pages are asked for at most: what is beyond them is counted, not shown. */
const MOST_PAGES = 5;

/** A page of a list, as a query answers it. */
interface Page<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly nodes: readonly Node[];
}

/** What all pages of a list hold together; `total` counts those beyond the last page asked for, too. */
export interface EveryPage<Node> {
  readonly nodes: Ref<readonly Node[] | undefined>;
  readonly total: Ref<number | undefined>;
  readonly isLoading: Ref<boolean>;
  readonly failure: Ref<Failure | undefined>;
  readonly retry: () => void;
}

/** Asks for a list page after page, at most 500 nodes, and again when the variables change; `policy` says whether what is known already will do. For composables only. */
export function useEveryPage<Data, Variables extends AnyVariables, Node>(
  query: TypedDocumentNode<Data, Variables>, variables: (place: { first: number; after?: string }) => Variables, pageOf: (data: Data) => Page<Node>,
  policy: 'cache-first' | 'network-only' = 'cache-first',
): EveryPage<Node> {
  const { client } = useClientHandle();
  const nodes = shallowRef<readonly Node[]>();
  const total = ref<number>();
  const isLoading = ref(true);
  const failure = shallowRef<Failure>();
  let turn = 0;

  async function ask(requestPolicy: 'cache-first' | 'network-only'): Promise<void> {
    const mine = turn += 1;
    isLoading.value = true;
    const found: Node[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { data, error } = await client.query(query, variables({ first: PAGE, ...(after && { after }) }), { requestPolicy }).toPromise();
      // Another question has been asked in the meantime: this answer is nobody's.
      if (mine !== turn) return;
      if (error || !data) {
        failure.value = error ? failureOf(error) : { code: 'NETWORK' };
        isLoading.value = false;
        return;
      }
      const { totalCount, pageInfo, nodes: more } = pageOf(data);
      found.push(...more);
      total.value = totalCount;
      after = pageInfo.endCursor ?? undefined;
      if (!pageInfo.hasNextPage) break;
    }
    [nodes.value, failure.value, isLoading.value] = [found, undefined, false];
  }

  watch(() => JSON.stringify(variables({ first: PAGE })), () => void ask(policy), { immediate: true });
  onScopeDispose(() => {
    turn += 1;
  });
  return { nodes, total, isLoading, failure, retry: () => void ask('network-only') };
}
