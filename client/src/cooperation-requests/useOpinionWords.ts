import { useI18n } from 'vue-i18n';

import type { StateShape } from '../core/ui/index.ts';
import type { RequestOpinion } from './useRequests.ts';

/** The sign of each way in which it can stand with an opinion. */
export const OPINION_SIGNS: Readonly<Record<RequestOpinion['state'], StateShape>> = { ASKED: 'open', IN_FAVOUR: 'done', AGAINST: 'refused', SILENT: 'half', OVERDUE: 'urgent', NOT_GIVEN: 'over' };

/** How it stands with an opinion, in the reader’s language; what it shares with opinions about missions is said by those. */
export function useOpinionWords(): (state: RequestOpinion['state']) => string {
  const { t } = useI18n();
  const opinions: Readonly<Record<RequestOpinion['state'], () => string>> = {
    ASKED: () => t('consultations.state.ASKED'), IN_FAVOUR: () => t('cooperationRequests.opinionName.IN_FAVOUR'), AGAINST: () => t('cooperationRequests.opinionName.AGAINST'), SILENT: () => t('consultations.state.SILENT'),
    OVERDUE: () => t('consultations.state.OVERDUE'), NOT_GIVEN: () => t('cooperationRequests.opinionName.NOT_GIVEN'),
  };
  return (state) => opinions[state]();
}
