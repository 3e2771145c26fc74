import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { StateShape } from '../core/ui/index.ts';
import type { OpinionFault, OpinionState, OpinionTold } from './useConsultation.ts';

/** The sign of each state. */
export const OPINION_SIGNS: Readonly<Record<OpinionState, StateShape>> = { ASKED: 'waiting', AGREED: 'done', AGREED_WITH_REMARK: 'half', OBJECTED: 'refused', SILENT: 'over', OVERDUE: 'open', OUTDATED: 'open', VOID: 'locked' };

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
  const states: Readonly<Record<OpinionState, () => string>> = {
    ASKED: () => t('consultations.state.ASKED'), AGREED: () => t('consultations.state.AGREED'), AGREED_WITH_REMARK: () => t('consultations.state.AGREED_WITH_REMARK'), OBJECTED: () => t('consultations.state.OBJECTED'),
    SILENT: () => t('consultations.state.SILENT'), OVERDUE: () => t('consultations.state.OVERDUE'), OUTDATED: () => t('consultations.state.OUTDATED'), VOID: () => t('consultations.state.VOID'),
  };
  const faults: Readonly<Record<OpinionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'),
  };
  const obstacles: Readonly<Partial<Record<OpinionTold['outcome'], () => string>>> = {
    CONFLICT: () => t('consultations.conflict'), TOO_LATE: () => t('consultations.tooLate'), NOT_ALLOWED: () => t('consultations.notAllowed'), GONE: () => t('consultations.gone'),
  };
  return {
    state: (state) => states[state](), fault: ({ field, fault }) => faults[fault](format.value.integer(MOST[field])), obstacle: (outcome) => obstacles[outcome]?.(),
  };
}
