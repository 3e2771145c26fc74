import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { AskExpertsMutation, type CallFields, CallQuery, CallsQuery, ChosenExpertsQuery, CloseCallMutation, ExpertSearchQuery, MayAskQuery, RemindExpertsMutation, SaveCallMutation, TranslateCallMutation } from './calls.documents.ts';

/** A call as the adviser changes it. */
export type Call = FragmentOf<typeof CallFields>;
/** A call as it is sent. */
export type CallInput = VariablesOf<typeof SaveCallMutation>['input'];
type Sent = ResultOf<typeof SaveCallMutation>['saveAvailabilityCall'];
export type CallOutcome = Sent['outcome'];
/** What is wrong with a field. */
export type CallFault = Sent['faults'][number];
/** Whether somebody is free on a day. */
export type Availability = Call['requests'][number]['answers'][number];
/** What came of asking one expert. */
export type AskedOutcome = ResultOf<typeof AskExpertsMutation>['askExperts']['experts'][number]['outcome'];
/** An expert who was found. */
export type FoundExpert = ResultOf<typeof ExpertSearchQuery>['experts']['nodes'][number];

/** A page of calls; asked anew by each visit. */
export function useCallList(variables: () => VariablesOf<typeof CallsQuery>): Answer<ResultOf<typeof CallsQuery>> {
  return useAnswer(CallsQuery, variables, 'network-only');
}

/** A call; asked anew by each visit: experts answer meanwhile. */
export function useCall(id: () => string): Answer<ResultOf<typeof CallQuery>> {
  return useAnswer(CallQuery, () => ({ id: id() }), 'network-only');
}

/** Whether who asks makes calls; asked anew by each visit: roles change. */
export function useMayAsk(): Answer<ResultOf<typeof MayAskQuery>> {
  return useAnswer(MayAskQuery, () => ({}), 'network-only');
}

/** The experts that some words find. */
export function useExpertSearch(words: () => string): Answer<ResultOf<typeof ExpertSearchQuery>> {
  return useAnswer(ExpertSearchQuery, () => ({ search: words() }), 'network-only');
}

type CallAnswer = PreparingAnswer<Call, CallFault>;

const answered = (sent: Sent | undefined): CallAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.call };

/** An act as forms that are edited use it. */
function doing<Arguments extends unknown[]>({ isActing, failure }: Pick<Act<unknown, unknown>, 'isActing' | 'failure'>, perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, CallAnswer> {
  return { perform: async (...given) => answered(await perform(...given)), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Saves a call that was read at a version; 0 for a new one, which is made once under its key. */
export function useSaveCall(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: CallInput], CallAnswer> {
  const save = useAct(SaveCallMutation);
  return doing(save, async (_id, { key, version }, input) => (await save.act({ key, version, input }))?.saveAvailabilityCall);
}

/** Says a call in another language. */
export function useTranslateCall(): Doing<[of: Pick<Call, 'id' | 'version'>, texts: VariablesOf<typeof TranslateCallMutation>['texts']], CallAnswer> {
  const translate = useAct(TranslateCallMutation);
  return doing(translate, async ({ id, version }, texts) => (await translate.act({ id, version, texts }))?.translateAvailabilityCall);
}

/** Closes a call. */
export function useCloseCall(): Act<ResultOf<typeof CloseCallMutation>, VariablesOf<typeof CloseCallMutation>> {
  return useAct(CloseCallMutation);
}

/** Asks experts by a call. */
export function useAskExperts(): Act<ResultOf<typeof AskExpertsMutation>, VariablesOf<typeof AskExpertsMutation>> {
  return useAct(AskExpertsMutation);
}

/** Writes once more to experts who have not answered. */
export function useRemindExperts(): Act<ResultOf<typeof RemindExpertsMutation>, VariablesOf<typeof RemindExpertsMutation>> {
  return useAct(RemindExpertsMutation);
}

/** The experts with these ids, as they are found; none until they have come. */
export function useChosenExperts(experts: () => readonly string[]): () => readonly FoundExpert[] {
  if (experts().length === 0) return () => [];
  const { data } = useAnswer(ChosenExpertsQuery, () => ({ experts: [...experts()] }));
  return () => data.value?.expertSearch.nodes.map(({ expert }) => expert) ?? [];
}
