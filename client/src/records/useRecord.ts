import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { TrainingRecordQuery } from './records.documents.ts';

/** A place in a session that is over. */
export type RecordEntry = ResultOf<typeof TrainingRecordQuery>['trainingRecord']['nodes'][number];

/** A page of the training record that meets the conditions: asked anew by each visit. */
export function useTrainingRecord(variables: () => VariablesOf<typeof TrainingRecordQuery>): Answer<ResultOf<typeof TrainingRecordQuery>> {
  return useAnswer(TrainingRecordQuery, variables, 'network-only');
}
