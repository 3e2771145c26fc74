import { useI18n } from 'vue-i18n';

import { useInstrumentStatus } from '../core/labels/index.ts';
import { type ConventionCountry, conventionYear } from './convention.ts';

/** Says what the convention is to a country: the year it came into force there or, where it did not, what is known. */
export function useConventionValue(): (country: Pick<ConventionCountry, 'status' | 'inForceOn'>) => string {
  const { t } = useI18n();
  const statusWord = useInstrumentStatus();
  return (country) => {
    const year = conventionYear(country);
    if (year !== undefined) return String(year);
    return country.status ? statusWord(country.status) : t('map.unknown');
  };
}
