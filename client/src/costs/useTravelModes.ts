import { useI18n } from 'vue-i18n';

import type { Journey } from './useCosts.ts';

/** Gives the words of how people travel, in the reader’s language. */
export function useTravelModes(): (mode: Journey['mode']) => string {
  const { t } = useI18n();
  const modes: Readonly<Record<Journey['mode'], () => string>> = { FLIGHT: () => t('costs.mode.FLIGHT'), TRAIN: () => t('costs.mode.TRAIN'), COACH: () => t('costs.mode.COACH'), ROAD: () => t('costs.mode.ROAD') };
  return (mode) => modes[mode]();
}
