import { useI18n } from 'vue-i18n';

import type { Interpretation } from './useTravel.ts';

/** The words of prices of interpreting, in the reader’s language. */
export function useInterpretingWords(): { readonly per: (per: Interpretation['per']) => string } {
  const { t } = useI18n();
  const pers: Readonly<Record<Interpretation['per'], () => string>> = { MEETING: () => t('travel.interpreting.per.MEETING'), HALF_DAY: () => t('travel.interpreting.per.HALF_DAY'), DAY: () => t('travel.interpreting.per.DAY') };
  return { per: (per) => pers[per]() };
}
