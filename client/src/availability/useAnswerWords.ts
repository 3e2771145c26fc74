import { useI18n } from 'vue-i18n';

import type { StateShape } from '../core/ui/index.ts';
import type { Availability } from './useCalls.ts';

/** The sign of each answer. */
export const ANSWER_SIGNS: Readonly<Record<Availability, StateShape>> = { YES: 'done', NO: 'refused', PERHAPS: 'half' };

/** Gives the words for whether somebody is free, in the reader's language. */
export function useAnswerWords(): (answer: Availability) => string {
  const { t } = useI18n();
  const words: Readonly<Record<Availability, () => string>> = { YES: () => t('availability.answer.YES'), NO: () => t('availability.answer.NO'), PERHAPS: () => t('availability.answer.PERHAPS') };
  return (answer) => words[answer]();
}
