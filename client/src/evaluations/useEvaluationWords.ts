import type { EvaluationChoice, EvaluationQuestion } from '@passerelle/shared/evaluation.ts';
import { useI18n } from 'vue-i18n';

import type { AnswerOutcome, Asked, OpenOutcome } from './useEvaluation.ts';

/** The words of evaluations, in the reader's language. */
export interface EvaluationWords {
  readonly question: (question: EvaluationQuestion) => string;
  readonly choice: (choice: EvaluationChoice) => string;
  /** Why nobody was asked; undefined when they were. */
  readonly obstacle: (outcome: OpenOutcome) => string | undefined;
  /** Why nothing can be answered; undefined when it can, or was. */
  readonly closed: (state: Asked['state'] | AnswerOutcome) => string | undefined;
}

/** Gives the words of evaluations. */
export function useEvaluationWords(): EvaluationWords {
  const { t } = useI18n();
  const questions: Readonly<Record<EvaluationQuestion, () => string>> = {
    OVERALL: () => t('evaluation.question.OVERALL'), CONTENT: () => t('evaluation.question.CONTENT'), TRAINERS: () => t('evaluation.question.TRAINERS'), EXCHANGE: () => t('evaluation.question.EXCHANGE'),
    LANGUAGES: () => t('evaluation.question.LANGUAGES'), ORGANISATION: () => t('evaluation.question.ORGANISATION'), USE: () => t('evaluation.question.USE'), USEFUL: () => t('evaluation.question.USEFUL'),
    BETTER: () => t('evaluation.question.BETTER'),
  };
  const choices: Readonly<Record<EvaluationChoice, () => string>> = {
    VERY_GOOD: () => t('evaluation.choice.VERY_GOOD'), GOOD: () => t('evaluation.choice.GOOD'), FAIR: () => t('evaluation.choice.FAIR'), POOR: () => t('evaluation.choice.POOR'),
    VERY_POOR: () => t('evaluation.choice.VERY_POOR'), YES: () => t('evaluation.choice.YES'), PARTLY: () => t('evaluation.choice.PARTLY'), NO: () => t('evaluation.choice.NO'),
  };
  const obstacles: Readonly<Record<OpenOutcome, (() => string) | undefined>> = {
    DONE: undefined, GONE: () => t('evaluation.outcome.GONE'), NOT_ALLOWED: () => t('evaluation.outcome.NOT_ALLOWED'), TOO_EARLY: () => t('evaluation.outcome.TOO_EARLY'),
    TOO_FEW: () => t('evaluation.outcome.TOO_FEW'), ALREADY: () => t('evaluation.outcome.ALREADY'),
  };
  const states: Readonly<Record<Asked['state'] | AnswerOutcome, (() => string) | undefined>> = {
    OPEN: undefined, DONE: undefined, GONE: () => t('evaluation.state.GONE'), TOO_LATE: () => t('evaluation.state.TOO_LATE'), ALREADY: () => t('evaluation.state.ALREADY'),
  };
  return { question: (one) => questions[one](), choice: (one) => choices[one](), obstacle: (one) => obstacles[one]?.(), closed: (one) => states[one]?.() };
}
