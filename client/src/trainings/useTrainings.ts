import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef, shallowRef } from 'vue';

import { type Answer, useAnswer, useLive } from '../core/api/index.ts';
import { LivePlacesSubscription, TrainingListQuery, TrainingQuery, type SessionFields } from './trainings.documents.ts';

/** A training session as lists show it. */
export type Session = FragmentOf<typeof SessionFields>;

/** A training session as its page shows it. */
export type SessionDetail = NonNullable<ResultOf<typeof TrainingQuery>['trainingSession']>;

/** A page of the training sessions that meet the conditions. */
export function useTrainings(variables: () => VariablesOf<typeof TrainingListQuery>): Answer<ResultOf<typeof TrainingListQuery>> {
  return useAnswer(TrainingListQuery, variables);
}

/** A training session by its id. */
export function useTraining(id: () => string): Answer<ResultOf<typeof TrainingQuery>> {
  return useAnswer(TrainingQuery, () => ({ id: id() }));
}

/** The session with the places that it has at this moment, while somebody looks at one that people can be registered for, or soon could. */
export function useLivePlaces(session: () => SessionDetail | undefined): ComputedRef<SessionDetail | undefined> {
  const now = shallowRef<Pick<SessionDetail, 'id' | 'places' | 'placesLeft' | 'modePlaces'>>();
  const looked = computed(() => {
    const { id, state } = session() ?? {};
    return id !== undefined && (state === 'OPEN' || state === 'CLOSED') ? { id } : undefined;
  });
  useLive(LivePlacesSubscription, () => looked.value, ({ sessionPlaces }) => {
    if (sessionPlaces && looked.value) now.value = { ...looked.value, ...sessionPlaces };
  });
  return computed(() => {
    const read = session();
    return read && now.value?.id === read.id ? { ...read, ...now.value } : read;
  });
}
