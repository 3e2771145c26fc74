import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { TrainingFiguresQuery } from './figures.documents.ts';

export type Figures = NonNullable<ResultOf<typeof TrainingFiguresQuery>['trainingFigures']>;
/** How many, of all or of some. */
export type Counts = Figures['total'];

/** The figures on some conditions: counted anew by each visit. */
export function useFigures(variables: () => VariablesOf<typeof TrainingFiguresQuery>): Answer<ResultOf<typeof TrainingFiguresQuery>> {
  return useAnswer(TrainingFiguresQuery, variables, 'network-only');
}
