import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, useAct } from '../core/api/index.ts';
import { AnswerSlotsMutation, ReadSlotsMutation } from './host.documents.ts';
import { OfferSlotsMutation, type SlotsLeg, WithdrawSlotsMutation } from './offering.documents.ts';

export type { SlotsLeg };
export type SlotsMeeting = SlotsLeg['meetings'][number];
export type SlotOffer = NonNullable<SlotsMeeting['slotOffer']>;
export type OfferInput = VariablesOf<typeof OfferSlotsMutation>['input'];
export type OfferTold = ResultOf<typeof OfferSlotsMutation>['offerSlots'];
export type SlotFault = OfferTold['faults'][number];
/** What a link offers. */
export type OfferedByLink = NonNullable<ResultOf<typeof ReadSlotsMutation>['readSlots']['offered']>;
export type HostInput = VariablesOf<typeof AnswerSlotsMutation>['input'];
export type HostTold = ResultOf<typeof AnswerSlotsMutation>['answerSlots'];

/** Offers the host of a meeting slots. */
export function useOfferSlots(): Act<ResultOf<typeof OfferSlotsMutation>, VariablesOf<typeof OfferSlotsMutation>> {
  return useAct(OfferSlotsMutation);
}

/** Takes slots back. */
export function useWithdrawSlots(): Act<ResultOf<typeof WithdrawSlotsMutation>, VariablesOf<typeof WithdrawSlotsMutation>> {
  return useAct(WithdrawSlotsMutation);
}

/** Reads what a link offers. */
export function useReadSlots(): Act<ResultOf<typeof ReadSlotsMutation>, VariablesOf<typeof ReadSlotsMutation>> {
  return useAct(ReadSlotsMutation);
}

/** Answers by a link. */
export function useAnswerSlots(): Act<ResultOf<typeof AnswerSlotsMutation>, VariablesOf<typeof AnswerSlotsMutation>> {
  return useAct(AnswerSlotsMutation);
}
