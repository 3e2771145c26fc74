import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { OpinionFault, OpinionState, OpinionTold } from './useConsultation.ts';
import { useOpinionStates } from './useOpinionStates.ts';

/** The most signs of what is added, and of a reason. */
export const MOST = { REMARK: 1000, REASON: 500 } as const;

/** The words of opinions, in the reader's language. */
export interface OpinionWords {
  readonly state: (state: OpinionState) => string;
  readonly fault: (fault: OpinionFault) => string;
  /** Why nothing came of it; undefined where something did, or where the fields say it. */
  readonly obstacle: (outcome: OpinionTold['outcome']) => string | undefined;
}

/** Gives the words of opinions. */
export function useOpinionWords(): OpinionWords {
  const { t } = useI18n();
  const state = useOpinionStates();
  const faults: Readonly<Record<OpinionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'),
  };
  const obstacles: Readonly<Partial<Record<OpinionTold['outcome'], () => string>>> = {
    CONFLICT: () => t('consultations.conflict'), TOO_LATE: () => t('consultations.tooLate'), NOT_ALLOWED: () => t('consultations.notAllowed'), GONE: () => t('consultations.gone'),
  };
  return {
    state, fault: ({ field, fault }) => faults[fault](format.value.integer(MOST[field])), obstacle: (outcome) => obstacles[outcome]?.(),
  };
}
