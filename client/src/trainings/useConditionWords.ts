import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { type AppliedCondition, asking, wordOf } from '../core/filtering/index.ts';
import { format } from '../core/i18n/index.ts';
import { SESSION_FORMATS, SESSION_LEVELS, useLabels } from '../core/labels/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { TrainingConditions } from './trainingFilter.ts';

/** The conditions in use in the reader's words, in the order of the form. The order of a list is none. */
export function useConditionWords(conditions: () => TrainingConditions, vocabulary: () => Vocabulary): ComputedRef<readonly AppliedCondition[]> {
  const { t } = useI18n();
  const labels = useLabels();
  const day = (value: string): string => (value === '' ? '' : format.value.date(value));
  const sessionFormat = (value: string): string => {
    const known = SESSION_FORMATS.find((one) => one === value);
    return known ? labels.sessionFormat(known) : value;
  };
  const sessionLevel = (value: string): string => {
    const known = SESSION_LEVELS.find((one) => one === value);
    return known ? labels.sessionLevel(known) : value;
  };
  return computed(() => {
    const held = conditions();
    const { countries, themes, audiences, professions, languages } = vocabulary();
    return asking([
      { name: 'search', label: t('list.search'), value: held.search },
      { name: 'country', label: t('trainingPages.country'), value: wordOf(countries, held.country) },
      { name: 'format', label: t('trainingPages.format'), value: sessionFormat(held.format) },
      { name: 'level', label: t('trainingPages.level'), value: sessionLevel(held.level) },
      { name: 'theme', label: t('trainingPages.theme'), value: wordOf(themes, held.theme) },
      { name: 'audience', label: t('trainingPages.audience'), value: wordOf(audiences, held.audience) },
      { name: 'profession', label: t('trainingPages.profession'), value: wordOf(professions, held.profession) },
      { name: 'language', label: t('trainingPages.language'), value: wordOf(languages, held.language) },
      { name: 'from', label: t('trainingPages.from'), value: day(held.from) },
      { name: 'until', label: t('trainingPages.until'), value: day(held.until) },
      { name: 'over', label: '', value: held.over === '' ? '' : t('trainingPages.withOver') },
    ]);
  });
}
