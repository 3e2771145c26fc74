import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, shallowRef, watch } from 'vue';

import { type Act, type Answer, useAct, useAnswer, useLive } from '../core/api/index.ts';
import { ChangePlacesMutation, PlaceCountsChangedSubscription, type PlacesFields, SessionPlacesQuery } from './places.documents.ts';

/** A session with its places. */
export type SessionPlaces = FragmentOf<typeof PlacesFields>;
/** The countries and professions that quotas look at. */
export type QuotaChoices = Pick<ResultOf<typeof SessionPlacesQuery>, 'countries' | 'professions'>;
/** The places of a session as they are sent. */
export type PlacesInput = VariablesOf<typeof ChangePlacesMutation>['input'];
export type PlacesOutcome = ResultOf<typeof ChangePlacesMutation>['changePlaces']['outcome'];

/** The places of a session, asked anew by each visit and whenever others change them, or people take them. */
export function useSessionPlaces(id: () => string): Answer<ResultOf<typeof SessionPlacesQuery>> {
  const answer = useAnswer(SessionPlacesQuery, () => ({ id: id() }), 'network-only');
  const last = shallowRef<ResultOf<typeof SessionPlacesQuery>>();
  watch(answer.data, (data) => {
    if (data) last.value = data;
  });
  // What was shown stays while it is asked for anew, and where that fails: somebody may be typing.
  const data = computed(() => answer.data.value ?? (last.value?.trainingSession?.id === id() ? last.value : undefined));
  useLive(PlaceCountsChangedSubscription, () => (data.value?.trainingSession?.can.edit ? { session: id() } : undefined), answer.retry, answer.retry);
  return { ...answer, data, isLoading: computed(() => answer.isLoading.value && !data.value) };
}

/** Changes the places of a session, or says what would come of it. */
export function useChangePlaces(): Act<ResultOf<typeof ChangePlacesMutation>, VariablesOf<typeof ChangePlacesMutation>> {
  return useAct(ChangePlacesMutation);
}
