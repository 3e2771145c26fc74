import type { VariablesOf } from 'gql.tada';

import { type EveryPage, useEveryPage } from '../core/api/everyPage.ts';
import { TrainingListQuery } from './trainings.documents.ts';
import type { Session } from './useTrainings.ts';

/** All training sessions that meet the conditions of a period, on however many pages the API gives them. */
export function usePeriod(conditions: () => Pick<VariablesOf<typeof TrainingListQuery>, 'filter' | 'sort'>): EveryPage<Session> {
  return useEveryPage(TrainingListQuery, (place) => ({ ...conditions(), ...place }), ({ trainingSessions }) => trainingSessions);
}
