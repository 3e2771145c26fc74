import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { type ComputedRef, computed } from 'vue';

import { type Act, useAct, useAnswer } from '../core/api/index.ts';
import { facts } from '../service/index.ts';
import { type AgentIdentityFields, AgentSignInQuery, UnbindAgentMutation } from './agents.documents.ts';

/** The identity that an account is bound to. */
export type AgentIdentity = FragmentOf<typeof AgentIdentityFields>;

/** Whether agents of the French State can sign in at their own provider: as the document said or, where it did not, as the API answers. */
export function useHasAgentSignIn(): ComputedRef<boolean> {
  const known = facts;
  if (known) return computed(() => known.hasAgentSignIn);
  const { data } = useAnswer(AgentSignInQuery, () => ({}));
  return computed(() => data.value?.service.hasAgentSignIn ?? false);
}

/** Takes the identity away that one's account is bound to. */
export function useUnbindAgent(): Act<ResultOf<typeof UnbindAgentMutation>, VariablesOf<typeof UnbindAgentMutation>> {
  return useAct(UnbindAgentMutation);
}
