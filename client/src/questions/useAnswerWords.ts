import type { AccessNeed } from '@passerelle/shared/questions.ts';
import { useI18n } from 'vue-i18n';

import { type FileOutcome, useFileWords } from '../core/files/index.ts';
import { MOST_BYTES, type TypedFault } from './answers.ts';

/** The words of answers, in the reader's language. */
export interface AnswerWords {
  readonly need: (need: AccessNeed) => string;
  readonly yesNo: (isYes: boolean) => string;
  readonly fault: (fault: TypedFault) => string;
  /** Why a file was not taken. */
  readonly fileFault: (outcome: FileOutcome) => string;
}

/** Gives the words of answers. */
export function useAnswerWords(): AnswerWords {
  const { t } = useI18n();
  const files = useFileWords();
  const needs: Readonly<Record<AccessNeed, () => string>> = {
    VEGETARIAN: () => t('questions.need.VEGETARIAN'), VEGAN: () => t('questions.need.VEGAN'), NO_PORK: () => t('questions.need.NO_PORK'), GLUTEN_FREE: () => t('questions.need.GLUTEN_FREE'),
    LACTOSE_FREE: () => t('questions.need.LACTOSE_FREE'), STEP_FREE: () => t('questions.need.STEP_FREE'), HEARING: () => t('questions.need.HEARING'), SIGHT: () => t('questions.need.SIGHT'),
  };
  const faults: Readonly<Record<TypedFault, () => string>> = {
    MISSING: () => t('questions.answerFault.MISSING'), TOO_LONG: () => t('questions.answerFault.TOO_LONG'), UNREADABLE: () => t('questions.answerFault.UNREADABLE'),
    UNKNOWN: () => t('questions.answerFault.UNKNOWN'), CHANGED: () => t('questions.answerFault.UNKNOWN'), LEVEL_MISSING: () => t('questions.answerFault.LEVEL_MISSING'),
    FILE_GONE: () => t('questions.answerFault.FILE_GONE'), FILE_DUE: () => t('questions.answerFault.FILE_DUE'),
  };
  const fileFaults: Readonly<Partial<Record<FileOutcome, () => string>>> = { TITLE: () => t('questions.fileFault.TITLE'), TOO_MANY: () => t('questions.fileFault.TOO_MANY') };
  return {
    need: (need) => needs[need](), yesNo: (isYes) => (isYes ? t('questions.yes') : t('questions.no')), fault: (fault) => faults[fault](),
    fileFault: (outcome) => fileFaults[outcome]?.() ?? files.fault(outcome, MOST_BYTES) ?? t('questions.fileFault.TOO_LATE'),
  };
}
