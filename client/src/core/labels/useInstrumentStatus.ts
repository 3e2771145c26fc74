import { useI18n } from 'vue-i18n';

import type { Labels } from './labels.ts';

/** The words for what an instrument is to a country, without those for all else: the map of the first page needs no others. */
export function useInstrumentStatus(): Labels['instrumentStatus'] {
  const { t } = useI18n();
  return (value) => ({
    PARTY: () => t('instrumentStatus.PARTY'),
    SIGNATORY: () => t('instrumentStatus.SIGNATORY'),
    BOUND: () => t('instrumentStatus.BOUND'),
    NOT_PARTY: () => t('instrumentStatus.NOT_PARTY'),
  })[value]();
}
