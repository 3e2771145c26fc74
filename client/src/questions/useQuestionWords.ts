import type { QuestionKind } from '@passerelle/shared/questions.ts';
import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { QuestionFieldName } from './questionForm.ts';
import type { QuestionAnswer, QuestionFault, QuestionStep } from './useQuestions.ts';

/** The words of preparing questions, in the reader's language. */
export interface QuestionWords {
  readonly kind: (kind: QuestionKind) => string;
  readonly field: (field: QuestionFieldName) => string;
  readonly fault: (fault: QuestionFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  readonly step: (step: QuestionStep) => string;
  /** That it was done. */
  readonly done: (step: QuestionStep) => string;
}

/** Gives the words of preparing questions. */
export function useQuestionWords(): QuestionWords {
  const { t } = useI18n();
  const kinds: Readonly<Record<QuestionKind, () => string>> = {
    TEXT: () => t('questions.kind.TEXT'), CHOICE: () => t('questions.kind.CHOICE'), CHOICES: () => t('questions.kind.CHOICES'), COUNTRY: () => t('questions.kind.COUNTRY'),
    LANGUAGE: () => t('questions.kind.LANGUAGE'), DATE: () => t('questions.kind.DATE'), YES_NO: () => t('questions.kind.YES_NO'), FILE: () => t('questions.kind.FILE'), DIET_ACCESS: () => t('questions.kind.DIET_ACCESS'),
  };
  const fields: Readonly<Record<QuestionFieldName, () => string>> = {
    kind: () => t('questions.kindOf'), sourceLocale: () => t('prepare.sourceLocale'), label: () => t('questions.label'), help: () => t('questions.help'), choices: () => t('questions.choices'),
    isRequired: () => t('questions.isRequired'), dependsOn: () => t('questions.condition'), dependsAnswer: () => t('questions.answerIs'), retentionDays: () => t('questions.retention'),
  };
  const faults: Readonly<Record<QuestionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), REPEATED: () => t('prepare.fault.REPEATED'),
    OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), NOT_HERE: () => t('prepare.fault.NOT_HERE'), NO_WAY: () => t('questions.noWay'), NEEDED: () => t('questions.needed'),
  };
  const obstacles: Readonly<Partial<Record<QuestionAnswer['outcome'], () => string>>> = {
    ANSWERED: () => t('questions.answeredStays'), NOT_ALLOWED: () => t('prepare.notAllowed'), TOO_LATE: () => t('prepare.tooLate'), GONE: () => t('questions.gone'), CONFLICT: () => t('questions.conflict'),
  };
  const steps: Readonly<Record<QuestionStep, readonly [step: () => string, done: () => string]>> = {
    up: [() => t('questions.up'), () => t('questions.moved')], down: [() => t('questions.down'), () => t('questions.moved')], close: [() => t('questions.close'), () => t('questions.closed')],
    reopen: [() => t('questions.reopen'), () => t('questions.reopened')], remove: [() => t('questions.remove'), () => t('questions.removed')],
  };
  return {
    kind: (kind) => kinds[kind](),
    field: (field) => fields[field](),
    fault: ({ field, fault, maximum }) => {
      const most = maximum === null ? '' : format.value.integer(maximum);
      if (field === 'CHOICES' && fault === 'MISSING') return t('questions.choicesMissing');
      return field === 'KIND' && fault === 'TOO_LONG' ? t('questions.filesMost', { maximum: most }) : faults[fault](most);
    },
    obstacle: (outcome) => obstacles[outcome as QuestionAnswer['outcome']]?.(),
    step: (step) => steps[step][0](),
    done: (step) => steps[step][1](),
  };
}
