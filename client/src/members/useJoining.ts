import type { ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { useGoingOn } from '../accounts/parts/index.ts';
import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { locale } from '../core/i18n/index.ts';
import { type ProvenAct, useProvenAct } from '../core/proof/index.ts';
import { AcceptInvitationMutation, ConfirmAccessRequestMutation, RequestAccessMutation } from './joining.documents.ts';
import { NgoListQuery } from './members.documents.ts';

/** What a form to ask for access holds, as it is sent. */
export type AccessRequestInput = VariablesOf<typeof RequestAccessMutation>['input'];

/** What came of accepting an invitation. */
export type Acceptance = ResultOf<typeof AcceptInvitationMutation>['acceptInvitation'];

/** Kinds of organisations. */
export type OrganisationKinds = VariablesOf<typeof NgoListQuery>['kinds'];

/** Organisations that somebody can ask for, or be invited to: of a country, of some kinds. */
export function useOrganisationChoices(variables: () => VariablesOf<typeof NgoListQuery>): Answer<ResultOf<typeof NgoListQuery>> {
  return useAnswer(NgoListQuery, variables);
}

/** Asks for access. */
export function useRequestAccess(): ProvenAct<ResultOf<typeof RequestAccessMutation>, Omit<VariablesOf<typeof RequestAccessMutation>, 'proof'>> {
  return useProvenAct(RequestAccessMutation);
}

/** Shows that the address of a request is one's own. */
export function useConfirmAccessRequest(): Act<ResultOf<typeof ConfirmAccessRequestMutation>, VariablesOf<typeof ConfirmAccessRequestMutation>> {
  return useAct(ConfirmAccessRequestMutation);
}

/** Accepts an invitation, and goes on when that signed in who has accepted; gives what came of it. */
export function useAcceptInvitation(): Pick<Act<never, never>, 'isActing' | 'failure'> & { readonly accept: (secret: string) => Promise<Acceptance['outcome'] | undefined> } {
  const { act, isActing, failure } = useAct(AcceptInvitationMutation);
  const { goOn, isGoingOn } = useGoingOn();
  async function accept(secret: string): Promise<Acceptance['outcome'] | undefined> {
    const answer = (await act({ secret }))?.acceptInvitation;
    if (answer?.isSignedIn && answer.outcome === 'ACCEPTED') await goOn(`/${locale.value}/${answer.isSecondStepDue ? 'sign-in/second-step' : 'desk'}`);
    return answer?.outcome;
  }
  return { accept, isActing: computed(() => isActing.value || isGoingOn.value), failure };
}
