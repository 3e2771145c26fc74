import { useClientHandle } from '@urql/vue';
import { onScopeDispose } from 'vue';

import { type Failure, failureOf } from '../api/failure.ts';
import { ProofChallengeQuery } from './proof.documents.ts';

/** A proof and until when it can be used, in milliseconds since 1970; null where none is asked for. Or why there is none. */
export type Outcome = { readonly proof: string | null; readonly until: number } | { readonly failure: Failure };

export interface Proofs {
  /** Begins the work, so that it is done when the form is sent. */
  readonly prepare: () => void;
  /** Gives a proof that was given to nobody before. Never throws. */
  readonly take: () => Promise<Outcome>;
}

/** In milliseconds: so long before it is too old a proof is no longer sent. */
const TRAVEL = 10_000;

/** The work that forms ask of the browser: it goes on aside from the page, and stops with it. For composables only. */
export function useProofs(): Proofs {
  const { client } = useClientHandle();
  const gone = new AbortController();
  let held: Promise<Outcome> | undefined;
  onScopeDispose(() => gone.abort());

  async function make(): Promise<Outcome> {
    const { data, error } = await client.query(ProofChallengeQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    if (error) return { failure: failureOf(error) };
    if (!data?.proofChallenge) return { proof: null, until: Infinity };
    const { challenge, expiresAt } = data.proofChallenge;
    try {
      const { solve } = await import('./solve.ts');
      const proof = await solve(challenge, gone.signal);
      return proof === undefined ? { failure: { code: 'PROOF_REQUIRED' } } : { proof, until: Date.parse(expiresAt) };
    } catch {
      return { failure: { code: 'NETWORK' } };
    }
  }

  return {
    prepare: () => {
      held ??= make();
    },
    take: async () => {
      const prepared = held;
      held = undefined;
      const outcome = await prepared;
      return outcome && isFresh(outcome) ? outcome : make();
    },
  };
}

const isFresh = (outcome: Outcome): boolean => 'proof' in outcome && Date.now() < outcome.until - TRAVEL;
