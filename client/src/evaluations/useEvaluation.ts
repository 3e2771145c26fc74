import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import { AnswerEvaluationMutation, EvaluationStateQuery, OpenEvaluationMutation, ReadEvaluationMutation, SessionEvaluationQuery } from './evaluations.documents.ts';

/** A session with its evaluation. */
export type EvaluatedSession = NonNullable<ResultOf<typeof SessionEvaluationQuery>['trainingSession']>;
export type Evaluation = NonNullable<EvaluatedSession['evaluation']>;
export type Result = Evaluation['results'][number];
/** What whoever has a secret is asked. */
export type Asked = ResultOf<typeof ReadEvaluationMutation>['readEvaluation'];
export type OpenOutcome = ResultOf<typeof OpenEvaluationMutation>['openEvaluation']['outcome'];
export type AnswerOutcome = ResultOf<typeof AnswerEvaluationMutation>['answerEvaluation']['outcome'];
/** Answers as they are sent. */
export type Sent = VariablesOf<typeof AnswerEvaluationMutation>['answers'];

/** Where the evaluation of a session stands: asked anew by each visit. */
export function useEvaluationState(id: () => string): Answer<ResultOf<typeof EvaluationStateQuery>> {
  return useAnswer(EvaluationStateQuery, () => ({ id: id() }), 'network-only');
}

/** The evaluation of a session: asked anew by each visit. */
export function useSessionEvaluation(id: () => string): Answer<ResultOf<typeof SessionEvaluationQuery>> {
  return useAnswer(SessionEvaluationQuery, () => ({ id: id() }), 'network-only');
}

/** Asks those who were at a session. */
export function useOpenEvaluation(): Act<ResultOf<typeof OpenEvaluationMutation>, VariablesOf<typeof OpenEvaluationMutation>> {
  return useAct(OpenEvaluationMutation);
}

/** Reads what the secret of a link is for. */
export function useReadEvaluation(): Act<ResultOf<typeof ReadEvaluationMutation>, VariablesOf<typeof ReadEvaluationMutation>> {
  return useAct(ReadEvaluationMutation);
}

/** Answers with the secret of a link. */
export function useAnswerEvaluation(): Act<ResultOf<typeof AnswerEvaluationMutation>, VariablesOf<typeof AnswerEvaluationMutation>> {
  return useAct(AnswerEvaluationMutation);
}
