import { useI18n } from 'vue-i18n';

import type { PlanSearch } from './usePlan.ts';

/** Gives the words of how something stands that is asked of a search that is over. */
export function useAskedStates(): (state: PlanSearch['state']) => string {
  const { t } = useI18n();
  const states: Readonly<Record<PlanSearch['state'], () => string>> = {
    QUEUED: () => t('plans.state.QUEUED'), RUNNING: () => t('plans.state.RUNNING'), DONE: () => t('plans.state.DONE'), STOPPED: () => t('planCurve.STOPPED'), FAILED: () => t('planCurve.FAILED'),
  };
  return (state) => states[state]();
}
