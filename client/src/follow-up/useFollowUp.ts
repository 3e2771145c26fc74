import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { EnterProgressMutation, type FollowedFields, FollowedQuery, FollowsQuery, type ProgressAnswer, StandingsQuery, TranslateProgressMutation } from './followUp.documents.ts';

/** A recommendation with what has become of it. */
export type Followed = FragmentOf<typeof FollowedFields>;
/** What somebody says has become of it. */
export type Entry = Followed['progress'][number];
type Sent = FragmentOf<typeof ProgressAnswer>;
export type EntryFault = Sent['faults'][number];
export type EntryInput = VariablesOf<typeof EnterProgressMutation>['input'];
export type EntryAnswer = PreparingAnswer<Followed, EntryFault>;

/** A recommendation with what has become of it; asked anew by each visit: others follow it too. */
export function useFollowed(id: () => string): Answer<ResultOf<typeof FollowedQuery>> {
  return useAnswer(FollowedQuery, () => ({ id: id() }), 'network-only');
}

/** Whether who is signed in follows recommendations. */
export function useFollows(): Answer<ResultOf<typeof FollowsQuery>> {
  return useAnswer(FollowsQuery, () => ({}));
}

/** How many recommendations to a country stand where; asked anew by each visit. */
export function useStandings(code: () => string): Answer<ResultOf<typeof StandingsQuery>> {
  return useAnswer(StandingsQuery, () => ({ code: code() }), 'network-only');
}

const answered = (sent: Sent | undefined): EntryAnswer | undefined => sent && { outcome: sent.outcome, faults: sent.faults, session: sent.recommendation };

/** Says what has become of a recommendation, under a key that is drawn once for each entry. */
export function useEnterProgress(): Doing<[followed: Followed, key: string, input: EntryInput], EntryAnswer> {
  const { act, isActing, failure } = useAct(EnterProgressMutation);
  return { perform: async ({ id, progress }, key, input) => answered((await act({ id, key, after: progress[0]?.key ?? null, input }))?.enterRecommendationProgress), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Says in another language what was seen. */
export function useTranslateProgress(): Doing<[id: string, entry: Pick<Entry, 'key' | 'version'>, texts: VariablesOf<typeof TranslateProgressMutation>['texts']], EntryAnswer> {
  const { act, isActing, failure } = useAct(TranslateProgressMutation);
  return { perform: async (id, { key, version }, texts) => answered((await act({ id, key, version, texts }))?.translateRecommendationProgress), isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}
