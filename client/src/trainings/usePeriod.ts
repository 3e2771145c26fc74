import type { ResultOf, VariablesOf } from 'gql.tada';
import { computed, shallowRef, watch } from 'vue';

import { type EveryPage, useEveryPage } from '../core/api/everyPage.ts';
import { useLive } from '../core/api/index.ts';
import { SessionsChangedSubscription } from './live.documents.ts';
import type { Period } from './period.ts';
import { sessionsIn } from './spans.ts';
import { TrainingListQuery } from './trainings.documents.ts';
import type { Session } from './useTrainings.ts';

type Told = ResultOf<typeof SessionsChangedSubscription>['sessionsChanged'];

/** What is asked for, by filter and order. */
type Conditions = Pick<VariablesOf<typeof TrainingListQuery>, 'filter' | 'sort'>;

/**
 * All training sessions that meet the conditions of a period, on however many pages the API gives them, as they are while somebody looks. Places are told
 * with each change; where something else has changed of a session that is shown, or that could be, all are asked for again, once for each such change.
 */
export function usePeriod(conditions: () => Conditions, period: () => Pick<Period, 'first' | 'last'>): EveryPage<Session> {
  const { nodes, ...answer } = useEveryPage(TrainingListQuery, (place) => ({ ...conditions(), ...place }), ({ trainingSessions }) => trainingSessions);
  const told = shallowRef<ReadonlyMap<string, { readonly session: Told; readonly isMeanwhile: boolean }>>(new Map());

  function take(session: Told): void {
    const shown = nodes.value?.find(({ id }) => id === session.id);
    const before = told.value.get(session.id)?.session ?? shown;
    const isOther = before?.version !== session.version || before.state !== session.state;
    told.value = new Map(told.value).set(session.id, { session, isMeanwhile: answer.isLoading.value });
    // One that is shown may be leaving the period, one that is not may be coming into it.
    if (isOther && (shown || sessionsIn([{ ...session, timeZone: 'UTC' }], period()).length > 0)) answer.retry();
  }

  useLive(SessionsChangedSubscription, () => ({}), ({ sessionsChanged }) => take(sessionsChanged), answer.retry);
  // What has been asked for knows better than what was told before, but not than what was told meanwhile.
  watch(nodes, (found) => {
    const listed = new Set(found?.map(({ id }) => id));
    told.value = new Map([...told.value].filter(([id, { isMeanwhile }]) => isMeanwhile || !listed.has(id)).map(([id, { session }]) => [id, { session, isMeanwhile: false }]));
  });
  return { ...answer, nodes: computed(() => nodes.value?.map((session) => ({ ...session, ...seatsOf(told.value.get(session.id)?.session) }))) };
}

/** What is told of places; nothing where nothing was. */
const seatsOf = (told: Told | undefined): Partial<Pick<Session, 'places' | 'placesLeft'>> => told ? { places: told.places, placesLeft: told.placesLeft } : {};
