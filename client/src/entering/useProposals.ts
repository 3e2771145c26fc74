import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { DecideProposalMutation, OwnProposalQuery, type ProposalFields, type ProposedExpertFields, ProposalsQuery, ProposeSheetMutation, WithdrawProposalMutation } from './proposals.documents.ts';

/** What an expert proposes for their own sheet, and what was decided about it. */
export type Proposal = FragmentOf<typeof ProposalFields>;
export type ProposedFieldName = Proposal['fields'][number];
type Answered = FragmentOf<typeof ProposedExpertFields>;
/** An expert with their sheet and what was last proposed for it. */
export type Proposed = Omit<Answered, 'sheet'> & NonNullable<Answered['sheet']>;
export type ProposalInput = VariablesOf<typeof ProposeSheetMutation>['input'];

/** An expert with what stands on the sheet; undefined where whoever asks does not get it. */
export function proposedOf(expert: Answered | null | undefined): Proposed | undefined {
  return expert?.sheet ? { ...expert, ...expert.sheet } : undefined;
}

/** One’s own sheet, asked anew by each visit. */
export function useOwnProposal(): Answer<ResultOf<typeof OwnProposalQuery>> {
  return useAnswer(OwnProposalQuery, () => ({}), 'network-only');
}

/** What waits for a decision, asked anew by each visit. */
export function useProposals(): Answer<ResultOf<typeof ProposalsQuery>> {
  return useAnswer(ProposalsQuery, () => ({}), 'network-only');
}

/** Proposes to change one’s own sheet. */
export function useProposeSheet(): Act<ResultOf<typeof ProposeSheetMutation>, VariablesOf<typeof ProposeSheetMutation>> {
  return useAct(ProposeSheetMutation);
}

/** Withdraws what one has proposed. */
export function useWithdrawProposal(): Act<ResultOf<typeof WithdrawProposalMutation>, VariablesOf<typeof WithdrawProposalMutation>> {
  return useAct(WithdrawProposalMutation);
}

/** Takes or declines what is proposed. */
export function useDecideProposal(): Act<ResultOf<typeof DecideProposalMutation>, VariablesOf<typeof DecideProposalMutation>> {
  return useAct(DecideProposalMutation);
}
