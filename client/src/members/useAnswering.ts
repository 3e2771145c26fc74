import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, type InTurn, inTurn, useAct, useAnswer } from '../core/api/index.ts';
import { submissions } from '../core/editing/index.ts';
import type { StepUp } from '../keys/index.ts';
import {
  type AccessRequestFields, AccessRequestListQuery, ChangeMemberRoleMutation, DecideAccessRequestMutation, EndMemberMutation, type InvitationFields, InvitationListQuery,
  InviteMemberMutation, MemberListQuery, type NetworkMemberFields, OfficeQuery, ResendInvitationMutation, RestoreMemberMutation, SuspendMemberMutation, WithdrawInvitationMutation,
} from './members.documents.ts';

/** What who is signed in may do about others, and where. */
export type Office = NonNullable<ResultOf<typeof OfficeQuery>['viewer']>;
/** A role that somebody has. */
export type NetworkMember = FragmentOf<typeof NetworkMemberFields>;
/** An invitation. */
export type Invitation = FragmentOf<typeof InvitationFields>;
/** A request for access. */
export type AccessRequest = FragmentOf<typeof AccessRequestFields>;
/** What came of changing a role that somebody has. */
export type MemberOutcome = ResultOf<typeof EndMemberMutation>['endMember']['outcome'];
/** What came of changing an invitation. */
export type InvitationOutcome = ResultOf<typeof WithdrawInvitationMutation>['withdrawInvitation']['outcome'];
/** What is decided. */
export type AccessDecision = VariablesOf<typeof DecideAccessRequestMutation>['decision'];
/** Whom to invite. */
export type InvitationInput = VariablesOf<typeof InviteMemberMutation>['input'];

/** What who is signed in may do about others, and where: asked anew by each visit. */
export function useOffice(): Answer<ResultOf<typeof OfficeQuery>> {
  return useAnswer(OfficeQuery, () => ({}), 'network-only');
}

/** A page of the members, asked anew by each visit: others change them too. */
export function useMemberList(variables: () => VariablesOf<typeof MemberListQuery>): Answer<ResultOf<typeof MemberListQuery>> {
  return useAnswer(MemberListQuery, variables, 'network-only');
}

/** A page of the invitations, asked anew by each visit. */
export function useInvitationList(variables: () => VariablesOf<typeof InvitationListQuery>): Answer<ResultOf<typeof InvitationListQuery>> {
  return useAnswer(InvitationListQuery, variables, 'network-only');
}

/** The requests for access, asked anew by each visit. */
export function useAccessRequestList(variables: () => VariablesOf<typeof AccessRequestListQuery>): Answer<ResultOf<typeof AccessRequestListQuery>> {
  return useAnswer(AccessRequestListQuery, variables, 'network-only');
}

/** Invites somebody. What some roles let one see is given only by who has just shown that it is them: `guard`. */
export function useInviteMember(guard: StepUp['guard']): Act<ResultOf<typeof InviteMemberMutation>, VariablesOf<typeof InviteMemberMutation>> {
  return guard(useAct(InviteMemberMutation));
}

/** Decides about a request. Somebody is let in only by who has just shown that it is them: `guard`. */
export function useDecideAccessRequest(guard: StepUp['guard']): Act<ResultOf<typeof DecideAccessRequestMutation>, VariablesOf<typeof DecideAccessRequestMutation>> {
  return guard(useAct(DecideAccessRequestMutation));
}

/** Several things to do with something, of which one is done at a time. */
export interface Acts<Do> extends InTurn {
  readonly perform: Do;
}

/** What can be done with an invitation. */
export type InvitationAct = 'withdraw' | 'resend';

/** Changes an invitation; undefined when that failed. */
export function useInvitationActs(): Acts<(what: InvitationAct, id: string) => Promise<InvitationOutcome | undefined>> {
  const [withdraw, resend] = [useAct(WithdrawInvitationMutation), useAct(ResendInvitationMutation)];
  const sending = submissions();
  const done = {
    withdraw: async (id: string) => (await withdraw.act({ id }))?.withdrawInvitation.outcome,
    resend: async (id: string) => {
      const outcome = (await resend.act({ id, submission: sending.keyFor(id) }))?.resendInvitation.outcome;
      if (outcome) sending.answered();
      return outcome;
    },
  };
  return { ...inTurn([withdraw, resend]), perform: (what, id) => done[what](id) };
}

/** What can be done with a role that somebody has: a role to change it to, or one of the others. */
export type MemberAct = 'suspend' | 'restore' | 'end' | { readonly to: NetworkMember['role'] };

/** Changes a role that somebody has; undefined when that failed. All but suspending it, which must not wait, is `guard`ed: who does it has just shown that it is them. */
export function useMemberActs(guard: StepUp['guard']): Acts<(what: MemberAct, id: string) => Promise<MemberOutcome | undefined>> {
  const suspend = useAct(SuspendMemberMutation);
  const [restore, end, change] = [guard(useAct(RestoreMemberMutation)), guard(useAct(EndMemberMutation)), guard(useAct(ChangeMemberRoleMutation))];
  return {
    ...inTurn([suspend, restore, end, change]),
    perform: async (what, id) => {
      if (typeof what === 'object') return (await change.act({ id, role: what.to }))?.changeMemberRole.outcome;
      const done = {
        suspend: async () => (await suspend.act({ id }))?.suspendMember.outcome,
        restore: async () => (await restore.act({ id }))?.restoreMember.outcome,
        end: async () => (await end.act({ id }))?.endMember.outcome,
      };
      return done[what]();
    },
  };
}
