import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { MoveNeedMutation, type NeedAnswer as NeedAnswerFields, NeedChoicesQuery, type NeedFields, NeedQuery, NeedsQuery, SaveNeedMutation, TranslateNeedMutation } from './needs.documents.ts';

/** A need. */
export type Need = FragmentOf<typeof NeedFields>;
/** For which countries somebody enters needs. */
export type Choices = ResultOf<typeof NeedChoicesQuery>;
type Sent = FragmentOf<typeof NeedAnswerFields>;
export type NeedOutcome = Sent['outcome'];
/** What is wrong with a field. */
export type NeedFault = Sent['faults'][number];
export type NeedInput = VariablesOf<typeof SaveNeedMutation>['input'];
export type NeedAnswer = PreparingAnswer<Need, NeedFault>;

/** A page of needs; asked anew by each visit. */
export function useNeedList(variables: () => VariablesOf<typeof NeedsQuery>): Answer<ResultOf<typeof NeedsQuery>> {
  return useAnswer(NeedsQuery, variables, 'network-only');
}

/** A need; asked anew by each visit: others change it too. */
export function useNeed(id: () => string): Answer<ResultOf<typeof NeedQuery>> {
  return useAnswer(NeedQuery, () => ({ id: id() }), 'network-only');
}

/** For which countries who asks enters needs; asked anew by each visit: roles change. */
export function useNeedChoices(): Answer<Choices> {
  return useAnswer(NeedChoicesQuery, () => ({}), 'network-only');
}

const answered = (sent: Sent | undefined): NeedAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.need };

/** Saves a need that was read at a version; 0 for a new one. */
export function useSaveNeed(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: NeedInput], NeedAnswer> {
  const { act, isActing, failure } = useAct(SaveNeedMutation);
  return { perform: async (_id, { key, version }, input) => answered((await act({ key, version, input }))?.saveNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Says a need in another language. */
export function useTranslateNeed(): Doing<[of: Pick<Need, 'id' | 'version'>, texts: VariablesOf<typeof TranslateNeedMutation>['texts']], NeedAnswer> {
  const { act, isActing, failure } = useAct(TranslateNeedMutation);
  return { perform: async ({ id, version }, texts) => answered((await act({ id, version, texts }))?.translateNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Moves a need, as it was read, for a reason. */
export function useMoveNeed(): Doing<[of: Pick<Need, 'id' | 'version'>, to: Need['status'], reason: string], NeedAnswer> {
  const { act, isActing, failure } = useAct(MoveNeedMutation);
  return { perform: async ({ id, version }, to, reason) => answered((await act({ id, version, to, reason }))?.moveNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
