import { type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { ref, shallowRef } from 'vue';

import { type Failure, failureOf } from '../api/failure.ts';
import type { Act } from '../api/index.ts';
import { useProofs } from './useProofs.ts';

/** Something that anybody may do, which takes some work of the browser. */
export interface ProvenAct<Data, Variables> extends Act<Data, Variables> {
  /** Begins the work: call it when somebody begins to type, and it is done before they end. */
  readonly prepare: () => void;
}

interface Done<Data> {
  readonly data?: Data | undefined;
  readonly failure?: Failure;
}

/**
 * Sends a mutation that takes a `proof`, in the locale of the page, with the work done first: nobody has to do anything for
 * it. Never throws, and what was typed is the caller's to keep. Fails with PROOF_REQUIRED where the browser cannot do the work.
 */
export function useProvenAct<Data, Variables extends { proof?: string | null }>(mutation: TypedDocumentNode<Data, Variables>): ProvenAct<Data, Omit<Variables, 'proof'>> {
  const { client } = useClientHandle();
  const { prepare, take } = useProofs();
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function once(variables: Omit<Variables, 'proof'>): Promise<Done<Data>> {
    const outcome = await take();
    if ('failure' in outcome) return outcome;
    const { data, error } = await client.mutation(mutation, { ...variables, proof: outcome.proof } as Variables).toPromise();
    return error ? { failure: failureOf(error) } : { data };
  }

  async function act(variables: Omit<Variables, 'proof'>): Promise<Data | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    let done = await once(variables);
    // A proof that was older than the clock here says, or another tab's: another one is a second's work.
    if (done.failure?.code === 'PROOF_REQUIRED') done = await once(variables);
    [isActing.value, failure.value] = [false, done.failure];
    return done.data;
  }

  return { act, prepare, isActing, failure };
}
