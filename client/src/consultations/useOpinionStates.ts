import { useI18n } from 'vue-i18n';

import type { StateShape } from '../core/ui/index.ts';
import type { OpinionState } from './useConsultation.ts';

/** The sign of each state. */
export const OPINION_SIGNS: Readonly<Record<OpinionState, StateShape>> = { ASKED: 'waiting', AGREED: 'done', AGREED_WITH_REMARK: 'half', OBJECTED: 'refused', SILENT: 'over', OVERDUE: 'open', OUTDATED: 'open', VOID: 'locked' };

/** Gives the words of the states of opinions, in the reader's language. */
export function useOpinionStates(): (state: OpinionState) => string {
  const { t } = useI18n();
  const states: Readonly<Record<OpinionState, () => string>> = {
    ASKED: () => t('consultations.state.ASKED'), AGREED: () => t('consultations.state.AGREED'), AGREED_WITH_REMARK: () => t('consultations.state.AGREED_WITH_REMARK'), OBJECTED: () => t('consultations.state.OBJECTED'),
    SILENT: () => t('consultations.state.SILENT'), OVERDUE: () => t('consultations.state.OVERDUE'), OUTDATED: () => t('consultations.state.OUTDATED'), VOID: () => t('consultations.state.VOID'),
  };
  return (state) => states[state]();
}
