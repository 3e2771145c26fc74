import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import { SESSION_FORMATS, useLabels } from '../core/labels/index.ts';
import type { LocalizedValue } from '../core/ui/index.ts';
import type { Choice, Vocabulary } from '../vocabulary/index.ts';
import type { TrainingConditions } from './trainingFilter.ts';

/** A condition in force, in words; its value is a text of the API where the vocabulary has it. */
export interface ConditionWords {
  readonly name: keyof TrainingConditions;
  readonly label: string;
  readonly value: string | LocalizedValue;
}

/** The conditions in force in the reader's words, in the order of the form. The order of a list is none. */
export function useConditionWords(
  conditions: () => TrainingConditions, vocabulary: () => Vocabulary,
): ComputedRef<readonly ConditionWords[]> {
  const { t } = useI18n();
  const labels = useLabels();
  const word = (choices: readonly Choice[], code: string): string | LocalizedValue => choices.find((choice) => choice.code === code)?.name ?? code;
  const sessionFormat = (value: string): string => {
    const known = SESSION_FORMATS.find((one) => one === value);
    return known ? labels.sessionFormat(known) : value;
  };
  const words: readonly [keyof TrainingConditions, () => string, (value: string) => string | LocalizedValue][] = [
    ['search', () => t('list.search'), (value) => value],
    ['country', () => t('trainingPages.country'), (value) => word(vocabulary().countries, value)],
    ['format', () => t('trainingPages.format'), sessionFormat],
    ['theme', () => t('trainingPages.theme'), (value) => word(vocabulary().themes, value)],
    ['audience', () => t('trainingPages.audience'), (value) => word(vocabulary().audiences, value)],
    ['profession', () => t('trainingPages.profession'), (value) => word(vocabulary().professions, value)],
    ['language', () => t('trainingPages.language'), (value) => word(vocabulary().languages, value)],
    ['from', () => t('trainingPages.from'), (value) => format.value.date(value)],
    ['until', () => t('trainingPages.until'), (value) => format.value.date(value)],
    ['over', () => '', () => t('trainingPages.withOver')],
  ];
  return computed(() => words
    .map(([name, label, value]) => ({ name, held: conditions()[name], label, value }))
    .filter(({ held }) => held !== '')
    .map(({ name, held, label, value }) => ({ name, label: label(), value: value(held) })));
}
