import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { TrainingListQuery, TrainingQuery, type SessionFields } from './trainings.documents.ts';

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
