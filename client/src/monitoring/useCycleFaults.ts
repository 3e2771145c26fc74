import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { CycleFault } from './useMonitoring.ts';

/** Why nothing came of what was typed of the dates of a round, in the reader's language. */
export interface CycleFaults {
  readonly fault: (fault: CycleFault) => string;
  /** Undefined where something came of it, or where somebody else was faster. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** Gives it. */
export function useCycleFaults(): CycleFaults {
  const { t } = useI18n();
  const faults: Readonly<Record<CycleFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), NOT_AN_ADDRESS: () => t('needs.address'),
    TO_COME: () => t('costs.fault.FUTURE'), REPEATED: () => t('monitoring.repeated'), UNKNOWN: () => t('monitoring.unlisted'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('needs.closed'), GONE: () => t('needs.gone') };
  return { fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome]?.() };
}
