import { useI18n } from 'vue-i18n';

import type { Standing } from './standings.ts';

/** Gives the words of where recommendations stand, in the reader's language. */
export function useStandingWords(): (standing: Standing) => string {
  const { t } = useI18n();
  const words: Readonly<Record<Standing, () => string>> = {
    OPEN: () => t('standings.name.OPEN'), UNKNOWN: () => t('standings.name.UNKNOWN'), NOT_STARTED: () => t('standings.name.NOT_STARTED'), UNDER_WAY: () => t('standings.name.UNDER_WAY'),
    PARTLY_IMPLEMENTED: () => t('standings.name.PARTLY_IMPLEMENTED'), IMPLEMENTED: () => t('standings.name.IMPLEMENTED'), NO_LONGER_RELEVANT: () => t('standings.name.NO_LONGER_RELEVANT'),
  };
  return (standing) => words[standing]();
}
