import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { BindExpertMutation, type BoundSheetFields, ChooseSheetMutation, ExpertAccountsQuery, type OwnSheetFields, UnbindExpertMutation } from './sheets.documents.ts';

/** An expert’s own sheet. */
export type OwnSheet = FragmentOf<typeof OwnSheetFields>;
/** A sheet as the adviser sees whose it is. */
export type BoundSheet = FragmentOf<typeof BoundSheetFields>;
/** What came of saying whose a sheet is. */
export type SheetOutcome = ResultOf<typeof BindExpertMutation>['bindExpert']['outcome'];

/** The accounts of experts, asked anew by each visit. */
export function useExpertAccounts(): Answer<ResultOf<typeof ExpertAccountsQuery>> {
  return useAnswer(ExpertAccountsQuery, () => ({}), 'network-only');
}

/** Says whose account a sheet belongs to. */
export function useBindExpert(): Act<ResultOf<typeof BindExpertMutation>, VariablesOf<typeof BindExpertMutation>> {
  return useAct(BindExpertMutation);
}

/** Says that a sheet belongs to nobody’s account. */
export function useUnbindExpert(): Act<ResultOf<typeof UnbindExpertMutation>, VariablesOf<typeof UnbindExpertMutation>> {
  return useAct(UnbindExpertMutation);
}

/** Chooses who may see what of one’s own sheet. */
export function useChooseSheet(): Act<ResultOf<typeof ChooseSheetMutation>, VariablesOf<typeof ChooseSheetMutation>> {
  return useAct(ChooseSheetMutation);
}
