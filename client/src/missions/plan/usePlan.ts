import type { ResultOf, VariablesOf } from 'gql.tada';
import { type ComputedRef, computed, onBeforeUnmount, watch } from 'vue';

import { type Act, type Answer, useAct, useAnswer, useLive } from '../../core/api/index.ts';
import { AskPlanCurveMutation, AskPlanWhyMutation, PlanPageQuery, PlanSearchChangedSubscription, SearchPlanMutation, StopPlanCurveMutation, StopPlanSearchMutation, StopPlanWhyMutation } from './plan.documents.ts';
import { TryPlanPinsMutation } from './planPins.documents.ts';
import { paced } from './paced.ts';
import { PlanSearchOutdatedQuery, PlanSearchQuery } from './planSearch.documents.ts';
import { usePlanKept } from './usePlanKept.ts';

export type PlanPage = ResultOf<typeof PlanPageQuery>;
export type PlanMission = NonNullable<PlanPage['mission']>;
export type SearchAnswer = ResultOf<typeof PlanSearchQuery>;
export type PlanSearch = NonNullable<SearchAnswer['planSearch']>;
export type Plan = NonNullable<PlanSearch['plan']>;
type Said = PlanSearch['leftOut'][number]['why'];
type SaidOf = Said['about'][number];
/** Hours of work are not asked for where a journey is explained. */
export type PlanRef = Omit<SaidOf, 'hours'> & Partial<Pick<SaidOf, 'hours'>>;
export type PlanSentence = Omit<Said, 'about'> & { readonly about: readonly PlanRef[] };
export type PlanSource = NonNullable<PlanRef['source']>;
export type PlanJourney = Plan['travellers'][number]['journeys'][number];
export type SearchOutcome = ResultOf<typeof SearchPlanMutation>['searchPlan']['outcome'];
export type SettingsInput = NonNullable<VariablesOf<typeof SearchPlanMutation>['settings']>;

/** How often what a stream tells is asked for at most, in milliseconds. */
const NEWS = 1_000;
/** How often a search that goes on is asked about where no stream tells of it, in milliseconds. */
const LOOKS = 15_000;

/** Whether a search waits or goes on. */
export const isGoingOn = ({ state }: Pick<PlanSearch, 'state'>): boolean => state === 'QUEUED' || state === 'RUNNING';

/** The mission whose plan is searched for, with its searches; asked anew by each visit. What came stays where the network fails. */
export function usePlanPage(id: () => string): Answer<PlanPage> {
  return usePlanKept(useAnswer(PlanPageQuery, () => ({ id: id() }), 'network-only'), id);
}

/** A search, and whether something else would be asked now; null while that is not known. */
interface SearchFound extends Omit<Answer<SearchAnswer>, 'data'> {
  readonly data: ComputedRef<(SearchAnswer & ResultOf<typeof PlanSearchOutdatedQuery>) | undefined>;
}

/**
 * A search with all that is said of its plan; nothing is asked while there is none. Whether something else would be asked now is asked as it is opened, and once it is over or its plan was taken over, and not with each of its changes: for
 * that the whole question is posed anew.
 */
export function usePlanSearch(id: () => string | undefined): SearchFound {
  const variables = computed(() => {
    const search = id();
    return search === undefined ? undefined : { id: search };
  });
  const [found, outdated] = [usePlanKept(useAnswer(PlanSearchQuery, () => variables.value, 'network-only'), id), useAnswer(PlanSearchOutdatedQuery, () => variables.value, 'network-only')];
  const stands = computed(() => {
    const search = found.data.value?.planSearch;
    return search ? ([search.id, !isGoingOn(search), search.takenAt] as const) : undefined;
  });
  watch(stands, (now, before) => {
    if (now && before && now[0] === before[0] && (now[1] !== before[1] || now[2] !== before[2])) outdated.retry();
  });
  const isOutdated = computed(() => (outdated.isLoading.value ? null : (outdated.data.value?.isPlanSearchOutdated ?? null)));
  return { ...found, data: computed(() => found.data.value && { ...found.data.value, isPlanSearchOutdated: isOutdated.value }) };
}

/** Calls `changed` when searches of a mission have changed, as a stream tells it, once a second at most; while one goes on, now and then all the same. */
export function usePlanNews(mission: () => string | undefined, isWaiting: () => boolean, changed: () => void): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const followed = computed(() => {
    const id = mission();
    return id === undefined ? undefined : { mission: id };
  });
  const news = paced(changed, NEWS);
  useLive(PlanSearchChangedSubscription, () => followed.value, news.tell, news.tell);
  watch(isWaiting, (waits) => {
    clearInterval(timer);
    timer = waits ? setInterval(changed, LOOKS) : undefined;
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    news.end();
  });
}

export const useSearchPlan = (): Act<ResultOf<typeof SearchPlanMutation>, VariablesOf<typeof SearchPlanMutation>> => useAct(SearchPlanMutation);
export const useStopPlanSearch = (): Act<ResultOf<typeof StopPlanSearchMutation>, VariablesOf<typeof StopPlanSearchMutation>> => useAct(StopPlanSearchMutation);
export const useAskPlanCurve = (): Act<ResultOf<typeof AskPlanCurveMutation>, VariablesOf<typeof AskPlanCurveMutation>> => useAct(AskPlanCurveMutation);
export const useStopPlanCurve = (): Act<ResultOf<typeof StopPlanCurveMutation>, VariablesOf<typeof StopPlanCurveMutation>> => useAct(StopPlanCurveMutation);
export const useAskPlanWhy = (): Act<ResultOf<typeof AskPlanWhyMutation>, VariablesOf<typeof AskPlanWhyMutation>> => useAct(AskPlanWhyMutation);
export const useStopPlanWhy = (): Act<ResultOf<typeof StopPlanWhyMutation>, VariablesOf<typeof StopPlanWhyMutation>> => useAct(StopPlanWhyMutation);
export const useTryPlanPins = (): Act<ResultOf<typeof TryPlanPinsMutation>, VariablesOf<typeof TryPlanPinsMutation>> => useAct(TryPlanPinsMutation);
