import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, useAct } from '../core/api/index.ts';
import { ChooseContactVisibilityMutation, ChooseEmailVisibilityMutation, ChooseLocaleMutation, EndOtherSessionsMutation, EndSessionMutation } from './accountActs.documents.ts';

/** Chooses the language of mails and documents. */
export function useChooseLocale(): Act<ResultOf<typeof ChooseLocaleMutation>, VariablesOf<typeof ChooseLocaleMutation>> {
  return useAct(ChooseLocaleMutation);
}

/** Signs out of another browser. */
export function useEndSession(): Act<ResultOf<typeof EndSessionMutation>, VariablesOf<typeof EndSessionMutation>> {
  return useAct(EndSessionMutation);
}

/** Signs out of all browsers but this one. */
export function useEndOtherSessions(): Act<ResultOf<typeof EndOtherSessionsMutation>, VariablesOf<typeof EndOtherSessionsMutation>> {
  return useAct(EndOtherSessionsMutation);
}

/** Chooses who may see one's address. */
export function useChooseEmailVisibility(): Act<ResultOf<typeof ChooseEmailVisibilityMutation>, VariablesOf<typeof ChooseEmailVisibilityMutation>> {
  return useAct(ChooseEmailVisibilityMutation);
}

/** Chooses who may see oneself among the people of one’s organisation. */
export function useChooseContactVisibility(): Act<ResultOf<typeof ChooseContactVisibilityMutation>, VariablesOf<typeof ChooseContactVisibilityMutation>> {
  return useAct(ChooseContactVisibilityMutation);
}
