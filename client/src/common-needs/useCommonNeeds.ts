import type { Locale } from '@passerelle/shared/locales.ts';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type EveryPage, useEveryPage } from '../core/api/everyPage.ts';
import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import {
  AcceptCommonNeedMutation, AddToCommonNeedMutation, CloseCommonNeedMutation, EditCommonNeedMutation, MergeCommonNeedsMutation, SayNeedsApartMutation, SplitCommonNeedMutation, TakeNeedsApartBackMutation, TakeOutOfCommonNeedMutation,
  TranslateCommonNeedMutation,
} from './commonNeedActs.documents.ts';
import { type CommonNeedAnswer, CommonNeedConceptsQuery, type CommonNeedFields, CommonNeedQuery, CommonNeedsQuery, CommonNeedSuggestionsQuery, NeedsApartQuery, RegroupChoicesQuery } from './commonNeeds.documents.ts';

/** A group of needs. */
export type CommonNeed = FragmentOf<typeof CommonNeedFields>;
/** Needs that may be one. */
export type Suggestion = NonNullable<ResultOf<typeof CommonNeedSuggestionsQuery>['commonNeedSuggestions']>['nodes'][number];
/** Two needs that do not belong together. */
export type Apart = ResultOf<typeof NeedsApartQuery>['needsApart']['nodes'][number];
type Sent = FragmentOf<typeof CommonNeedAnswer>;
export type GroupOutcome = Sent['outcome'];
/** What is wrong with what was sent. */
export type GroupFault = Sent['faults'][number];
export type GroupAnswer = PreparingAnswer<CommonNeed, GroupFault>;
/** What is said of a group, in the language in which it is first written. */
export interface GroupTexts {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly why: string;
}
type Which = Pick<CommonNeed, 'id' | 'version'>;
type Read = VariablesOf<typeof AcceptCommonNeedMutation>['needs'][number];

/** What is suggested; asked anew by each visit. */
export const useSuggestions = (filter: () => VariablesOf<typeof CommonNeedSuggestionsQuery>['filter']): Answer<ResultOf<typeof CommonNeedSuggestionsQuery>> => useAnswer(CommonNeedSuggestionsQuery, () => ({ filter: filter() }), 'network-only');

/** A page of groups; asked anew by each visit. */
export const useGroupList = (variables: () => VariablesOf<typeof CommonNeedsQuery>): Answer<ResultOf<typeof CommonNeedsQuery>> => useAnswer(CommonNeedsQuery, variables, 'network-only');

/** A group; asked anew by each visit: others work on it too. */
export const useGroup = (id: () => string): Answer<ResultOf<typeof CommonNeedQuery>> => useAnswer(CommonNeedQuery, () => ({ id: id() }), 'network-only');

/** What two needs of a group or more speak of; asked anew each time: its needs come and go. */
export const useGroupConcepts = (id: () => string): Answer<ResultOf<typeof CommonNeedConceptsQuery>> => useAnswer(CommonNeedConceptsQuery, () => ({ id: id() }), 'network-only');

/** What a group can be merged with, and what can be added to it, of what has these words; asked anew each time. */
export const useRegroupChoices = (words: () => string): Answer<ResultOf<typeof RegroupChoicesQuery>> => useAnswer(RegroupChoicesQuery, () => ({ search: words() || undefined }), 'network-only');

/** All pairs that do not belong together; asked anew by each visit. */
export const useNeedsApart = (): EveryPage<Apart> => useEveryPage(NeedsApartQuery, (place) => place, ({ needsApart }) => needsApart, 'network-only');

const answered = (sent: Sent | undefined): GroupAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.commonNeed };

/** Accepts that needs are one. */
export function useAccept(): Doing<[key: string, needs: readonly Read[], input: GroupTexts], GroupAnswer> {
  const { act, isActing, failure } = useAct(AcceptCommonNeedMutation);
  return { perform: async (key, needs, input) => answered((await act({ key, needs: needs.map(({ id, version }) => ({ id, version })), input }))?.acceptCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Adds a need to a group. */
export function useAddNeed(): Doing<[of: Which, need: Read], GroupAnswer> {
  const { act, isActing, failure } = useAct(AddToCommonNeedMutation);
  return { perform: async ({ id, version }, need) => answered((await act({ id, version, need: { id: need.id, version: need.version } }))?.addToCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Takes a need out of a group, for a reason. */
export function useTakeOut(): Doing<[of: Which, need: string, reason: string], GroupAnswer> {
  const { act, isActing, failure } = useAct(TakeOutOfCommonNeedMutation);
  return { perform: async ({ id, version }, need, reason) => answered((await act({ id, version, need, reason }))?.takeOutOfCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Splits a group. */
export function useSplit(): Doing<[of: Which, key: string, needs: readonly string[], input: GroupTexts], GroupAnswer> {
  const { act, isActing, failure } = useAct(SplitCommonNeedMutation);
  return { perform: async ({ id, version }, key, needs, input) => answered((await act({ id, version, key, needs: [...needs], input }))?.splitCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Merges another group into one. */
export function useMerge(): Doing<[of: Which, other: Which], GroupAnswer> {
  const { act, isActing, failure } = useAct(MergeCommonNeedsMutation);
  return { perform: async ({ id, version }, other) => answered((await act({ id, version, other: other.id, otherVersion: other.version }))?.mergeCommonNeeds), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Changes what is said of a group that was read at a version. */
export function useEditGroup(): Doing<[id: string, of: { readonly key: string; readonly version: number }, input: GroupTexts], GroupAnswer> {
  const { act, isActing, failure } = useAct(EditCommonNeedMutation);
  return { perform: async (id, { version }, input) => answered((await act({ id, version, input }))?.editCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Says a group in another language. */
export function useTranslateGroup(): Doing<[of: Which, texts: VariablesOf<typeof TranslateCommonNeedMutation>['texts']], GroupAnswer> {
  const { act, isActing, failure } = useAct(TranslateCommonNeedMutation);
  return { perform: async ({ id, version }, texts) => answered((await act({ id, version, texts }))?.translateCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Closes a group, for a reason; its needs stay in it, or may be suggested again. */
export function useCloseGroup(): Doing<[of: Which, reason: string, keepsNeeds: boolean], GroupAnswer> {
  const { act, isActing, failure } = useAct(CloseCommonNeedMutation);
  return { perform: async ({ id, version }, reason, keepsNeeds) => answered((await act({ id, version, reason, keepsNeeds }))?.closeCommonNeed), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

interface ApartAnswer {
  readonly outcome: GroupOutcome;
  readonly faults: readonly GroupFault[];
}

/** Says that a need does not belong to others. */
export function useSayApart(): Doing<[need: string, others: readonly string[]], ApartAnswer> {
  const { act, isActing, failure } = useAct(SayNeedsApartMutation);
  return { perform: async (need, others) => (await act({ need, others: [...others], reason: '' }))?.sayNeedsApart, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Takes that back. */
export function useTakeBack(): Doing<[id: string], ApartAnswer> {
  const { act, isActing, failure } = useAct(TakeNeedsApartBackMutation);
  return { perform: async (id) => (await act({ id }))?.takeNeedsApartBack, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
