import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { Kept, UpkeepFault } from './useUpkeep.ts';

/** The words of what is kept of a country, in the reader’s language. */
export interface UpkeepWords {
  readonly fault: (fault: UpkeepFault) => string;
  /** Why nothing came of it; undefined where something did, or where it is shown beside what is typed. */
  readonly obstacle: (outcome: string) => string | undefined;
  readonly change: (kind: Kept['holidayChanges'][number]['kind']) => string;
}

/** Gives these words. */
export function useUpkeepWords(): UpkeepWords {
  const { t } = useI18n();
  const faults: Readonly<Record<UpkeepFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_AN_ADDRESS: () => t('needs.address'), TO_COME: () => t('costs.fault.FUTURE'),
    REPEATED: () => t('upkeep.repeated'), NOT_HERE: () => t('prepare.fault.UNKNOWN'), OUT_OF_RANGE: () => t('upkeep.years'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('needs.closed'), GONE: () => t('needs.gone') };
  const changes: Readonly<Record<Kept['holidayChanges'][number]['kind'], () => string>> = { ADDED: () => t('upkeep.kind.ADDED'), CORRECTED: () => t('upkeep.kind.CORRECTED'), STRUCK: () => t('upkeep.kind.STRUCK'), RESTORED: () => t('upkeep.kind.RESTORED') };
  return {
    fault: ({ field, fault, maximum }) => (field === 'CHECKED_ON' && fault === 'OUT_OF_RANGE' ? t('upkeep.checkedLater') : faults[fault](maximum === null ? '' : format.value.integer(maximum))),
    obstacle: (outcome) => obstacles[outcome]?.(), change: (kind) => changes[kind](),
  };
}
