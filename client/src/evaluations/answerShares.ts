import { choicesOf, type EvaluationChoice } from '@passerelle/shared/evaluation.ts';

import type { Result } from './useEvaluation.ts';

/** How often one answer to a question was given, and which part of all answers that is, from 0 to 1. */
export interface AnswerShare {
  readonly choice: EvaluationChoice;
  readonly count: number;
  readonly share: number;
}

/** The answers that there are to choose from, the best first, those that nobody gave too. */
export function answerShares({ question, answered, counts }: Pick<Result, 'question' | 'answered' | 'counts'>): AnswerShare[] {
  return choicesOf(question).map((choice) => {
    const count = counts.find((one) => one.choice === choice)?.count ?? 0;
    return { choice, count, share: count / answered };
  });
}
