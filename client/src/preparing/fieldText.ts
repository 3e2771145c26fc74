import { isLocale, LOCALES } from '@passerelle/shared/locales.ts';
import { isWallTime } from '@passerelle/shared/wallTime.ts';
import { useI18n } from 'vue-i18n';

import { format, locale } from '../core/i18n/index.ts';
import { useLabels } from '../core/labels/index.ts';
import { zoneCity } from '../core/places/index.ts';
import type { SessionFieldName, TypedSession } from './sessionForm.ts';
import type { Preparation } from './usePreparing.ts';
import { trainerNames } from './trainerNames.ts';
import { usePrepareWords } from './usePrepareWords.ts';

type List = 'themes' | 'audiences' | 'languages' | 'countries';

const LISTS: Readonly<Partial<Record<SessionFieldName, List>>> = { theme: 'themes', audiences: 'audiences', country: 'countries', workingLanguages: 'languages', interpretation: 'languages' };

/** Gives what is typed in a field, in words. */
export function useFieldText(preparation: () => Preparation): (field: SessionFieldName, typed: TypedSession) => string {
  const { t } = useI18n();
  const words = usePrepareWords();
  const labels = useLabels();
  const nameOf = (list: List, code: string): string => preparation()[list].find((one) => one.code === code)?.name.text ?? code;

  const written: Readonly<Partial<Record<SessionFieldName, (typed: TypedSession) => string>>> = {
    trainers: ({ trainers }) => trainerNames(trainers),
    recommendations: ({ recommendations }) => recommendations.map(({ summary }) => summary.text).join(' · '),
    needs: ({ needs }) => needs.map(({ title }) => title.text).join(' · '),
    timeZone: ({ timeZone, country }) => zoneCity(timeZone, locale.value, country),
    format: (typed) => words.format(typed.format),
    level: ({ level }) => (level === '' ? t('prepare.levelNone') : labels.sessionLevel(level)),
    sourceLocale: ({ sourceLocale }) => (isLocale(sourceLocale) ? LOCALES[sourceLocale].endonym : ''),
    needsValidation: ({ needsValidation }) => (needsValidation ? t('prepare.yes') : t('prepare.no')),
    needsNomination: ({ needsNomination }) => (needsNomination ? t('prepare.yes') : t('prepare.no')),
  };

  function text(field: SessionFieldName, typed: TypedSession): string {
    const list = LISTS[field];
    if (list) return [typed[field]].flat().map((code) => nameOf(list, String(code))).join(', ');
    return written[field]?.(typed) ?? timeText(String(typed[field]));
  }

  return (field, typed) => text(field, typed) || t('prepare.empty');
}

/** A time as it is written in the reader's language; anything else as it stands. */
function timeText(text: string): string {
  return isWallTime(text) ? format.value.dateTime(`${text}:00Z`, 'UTC') : text;
}
