import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../../core/api/index.ts';
import { PlanTakeOverQuery, TakeOverPlanMutation } from './planTakeOver.documents.ts';

export type TakeOver = NonNullable<ResultOf<typeof PlanTakeOverQuery>['planTakeOver']>;
export type TakeOverLine = TakeOver['lines'][number];
export type TakeOverState = NonNullable<TakeOverLine['after']>;
export type TakeOverFault = TakeOver['faults'][number];

/** What taking a plan over would change, asked anew each time; nothing is asked while there are no variables. */
export const useShownTakeOver = (variables: () => VariablesOf<typeof PlanTakeOverQuery> | undefined): Answer<ResultOf<typeof PlanTakeOverQuery>> => useAnswer(PlanTakeOverQuery, variables, 'network-only');

export const useTakeOverPlan = (): Act<ResultOf<typeof TakeOverPlanMutation>, VariablesOf<typeof TakeOverPlanMutation>> => useAct(TakeOverPlanMutation);
