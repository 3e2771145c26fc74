import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import {
  AcceptSessionInvitationMutation, DeclineSessionInvitationMutation, InvitedChoicesQuery, InviteToSessionMutation, ReadSessionInvitationMutation, ResendSessionInvitationMutation, RevokeSessionInvitationMutation, type SessionInvitationFields,
  SessionInvitationsQuery,
} from './invitations.documents.ts';

/** An invitation, as its list shows it. */
export type SessionInvitation = FragmentOf<typeof SessionInvitationFields>;
/** What came of inviting somebody. */
export type InvitedPerson = ResultOf<typeof InviteToSessionMutation>['inviteToSession']['people'][number];
/** People to invite, as they are sent. */
export type InviteInput = VariablesOf<typeof InviteToSessionMutation>['input'];
/** What the link leads to. */
export type Invited = ResultOf<typeof ReadSessionInvitationMutation>['readSessionInvitation'];
export type InvitedSession = NonNullable<Invited['session']>;
/** What whoever is invited says of themselves, as it is sent. */
export type AcceptInput = VariablesOf<typeof AcceptSessionInvitationMutation>['input'];
/** What came of answering. */
export type AnswerOutcome = ResultOf<typeof AcceptSessionInvitationMutation>['acceptSessionInvitation']['outcome'];
/** What the form of who is invited offers to choose from. */
export type InvitedChoices = ResultOf<typeof InvitedChoicesQuery>;

/** Who is invited to a session: asked anew by each visit. */
export function useSessionInvitations(variables: () => VariablesOf<typeof SessionInvitationsQuery>): Answer<ResultOf<typeof SessionInvitationsQuery>> {
  return useAnswer(SessionInvitationsQuery, variables, 'network-only');
}

/** Invites people to a session. */
export function useInviteToSession(): Act<ResultOf<typeof InviteToSessionMutation>, VariablesOf<typeof InviteToSessionMutation>> {
  return useAct(InviteToSessionMutation);
}

/** Takes an invitation back. */
export function useRevokeInvitation(): Act<ResultOf<typeof RevokeSessionInvitationMutation>, VariablesOf<typeof RevokeSessionInvitationMutation>> {
  return useAct(RevokeSessionInvitationMutation);
}

/** Sends an invitation again. */
export function useResendInvitation(): Act<ResultOf<typeof ResendSessionInvitationMutation>, VariablesOf<typeof ResendSessionInvitationMutation>> {
  return useAct(ResendSessionInvitationMutation);
}

/** What the form of who is invited offers to choose from. */
export function useInvitedChoices(): Answer<InvitedChoices> {
  return useAnswer(InvitedChoicesQuery, () => ({}));
}

/** Reads what the secret of a link is for. */
export function useReadInvitation(): Act<ResultOf<typeof ReadSessionInvitationMutation>, VariablesOf<typeof ReadSessionInvitationMutation>> {
  return useAct(ReadSessionInvitationMutation);
}

/** Accepts with the secret of a link. */
export function useAcceptInvitation(): Act<ResultOf<typeof AcceptSessionInvitationMutation>, VariablesOf<typeof AcceptSessionInvitationMutation>> {
  return useAct(AcceptSessionInvitationMutation);
}

/** Declines with the secret of a link. */
export function useDeclineInvitation(): Act<ResultOf<typeof DeclineSessionInvitationMutation>, VariablesOf<typeof DeclineSessionInvitationMutation>> {
  return useAct(DeclineSessionInvitationMutation);
}
