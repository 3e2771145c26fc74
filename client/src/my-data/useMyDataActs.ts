import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, useAct } from '../core/api/index.ts';
import { AnswerDataRequestMutation, ConfirmAddressMutation, CorrectNameMutation, EraseAccountMutation, MakeDataRequestMutation, RequestAddressMutation } from './my-data.documents.ts';

/** Corrects one's name. */
export function useCorrectName(): Act<ResultOf<typeof CorrectNameMutation>, VariablesOf<typeof CorrectNameMutation>> {
  return useAct(CorrectNameMutation);
}

/** Asks for another e-mail address. */
export function useRequestAddress(): Act<ResultOf<typeof RequestAddressMutation>, VariablesOf<typeof RequestAddressMutation>> {
  return useAct(RequestAddressMutation);
}

/** Takes the new address. */
export function useConfirmAddress(): Act<ResultOf<typeof ConfirmAddressMutation>, VariablesOf<typeof ConfirmAddressMutation>> {
  return useAct(ConfirmAddressMutation);
}

/** Asks the adviser for something about one's data. */
export function useMakeDataRequest(): Act<ResultOf<typeof MakeDataRequestMutation>, VariablesOf<typeof MakeDataRequestMutation>> {
  return useAct(MakeDataRequestMutation);
}

/** Answers what somebody asks about their data. */
export function useAnswerDataRequest(): Act<ResultOf<typeof AnswerDataRequestMutation>, VariablesOf<typeof AnswerDataRequestMutation>> {
  return useAct(AnswerDataRequestMutation);
}

/** Erases one's account. */
export function useEraseAccount(): Act<ResultOf<typeof EraseAccountMutation>, VariablesOf<typeof EraseAccountMutation>> {
  return useAct(EraseAccountMutation);
}
