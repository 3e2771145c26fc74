import type { ResultOf, VariablesOf } from 'gql.tada';
import { computed, onBeforeUnmount, watch } from 'vue';

import { type Act, type Answer, useAct, useAnswer, useLive } from '../../core/api/index.ts';
import { AskPlanCurveMutation, PlanPageQuery, PlanSearchChangedSubscription, SearchPlanMutation, StopPlanCurveMutation, StopPlanSearchMutation } from './plan.documents.ts';
import { TryPlanHourMutation } from './planHour.documents.ts';
import { PlanSearchQuery } from './planSearch.documents.ts';
import { usePlanKept } from './usePlanKept.ts';

export type PlanPage = ResultOf<typeof PlanPageQuery>;
export type PlanMission = NonNullable<PlanPage['mission']>;
export type SearchAnswer = ResultOf<typeof PlanSearchQuery>;
export type PlanSearch = NonNullable<SearchAnswer['planSearch']>;
export type Plan = NonNullable<PlanSearch['plan']>;
export type PlanSentence = PlanSearch['leftOut'][number]['why'];
export type PlanRef = PlanSentence['about'][number];
export type PlanSource = NonNullable<PlanRef['source']>;
export type PlanJourney = Plan['travellers'][number]['journeys'][number];
export type SearchOutcome = ResultOf<typeof SearchPlanMutation>['searchPlan']['outcome'];
export type SettingsInput = NonNullable<VariablesOf<typeof SearchPlanMutation>['settings']>;

/** How often a search that goes on is asked about where no stream tells of it, in milliseconds. */
const LOOKS = 15_000;

/** Whether a search waits or goes on. */
export const isGoingOn = ({ state }: Pick<PlanSearch, 'state'>): boolean => state === 'QUEUED' || state === 'RUNNING';

/** The mission whose plan is searched for, with its searches; asked anew by each visit. What came stays where the network fails. */
export function usePlanPage(id: () => string): Answer<PlanPage> {
  return usePlanKept(useAnswer(PlanPageQuery, () => ({ id: id() }), 'network-only'), id);
}

/** A search with all that is said of its plan; nothing is asked while there is none. */
export function usePlanSearch(id: () => string | undefined): Answer<SearchAnswer> {
  const variables = computed(() => {
    const search = id();
    return search === undefined ? undefined : { id: search };
  });
  return usePlanKept(useAnswer(PlanSearchQuery, () => variables.value, 'network-only'), id);
}

/** Calls `changed` whenever searches of a mission have changed, as a stream tells it; while one goes on, now and then all the same. */
export function usePlanNews(mission: () => string | undefined, isWaiting: () => boolean, changed: () => void): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const followed = computed(() => {
    const id = mission();
    return id === undefined ? undefined : { mission: id };
  });
  useLive(PlanSearchChangedSubscription, () => followed.value, changed, changed);
  watch(isWaiting, (waits) => {
    clearInterval(timer);
    timer = waits ? setInterval(changed, LOOKS) : undefined;
  });
  onBeforeUnmount(() => clearInterval(timer));
}

export const useSearchPlan = (): Act<ResultOf<typeof SearchPlanMutation>, VariablesOf<typeof SearchPlanMutation>> => useAct(SearchPlanMutation);
export const useStopPlanSearch = (): Act<ResultOf<typeof StopPlanSearchMutation>, VariablesOf<typeof StopPlanSearchMutation>> => useAct(StopPlanSearchMutation);
export const useAskPlanCurve = (): Act<ResultOf<typeof AskPlanCurveMutation>, VariablesOf<typeof AskPlanCurveMutation>> => useAct(AskPlanCurveMutation);
export const useStopPlanCurve = (): Act<ResultOf<typeof StopPlanCurveMutation>, VariablesOf<typeof StopPlanCurveMutation>> => useAct(StopPlanCurveMutation);
export const useTryPlanHour = (): Act<ResultOf<typeof TryPlanHourMutation>, VariablesOf<typeof TryPlanHourMutation>> => useAct(TryPlanHourMutation);
