import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import { useLabels } from '../core/labels/index.ts';
import type { StepField } from './cycleForm.ts';
import type { Cycle } from './useMonitoring.ts';

/** The words for the dates of monitoring bodies, in the reader's language. */
export interface MonitoringWords {
  readonly step: (field: StepField) => string;
  /** A body and its round. */
  readonly cycle: (cycle: Pick<Cycle, 'body' | 'round'>) => string;
}

/** Gives them. */
export function useMonitoringWords(): MonitoringWords {
  const { t } = useI18n();
  const labels = useLabels();
  const steps: Readonly<Record<StepField, () => string>> = {
    questionnaireOn: () => t('monitoring.step.QUESTIONNAIRE'), visitOn: () => t('monitoring.step.VISIT'), draftReportOn: () => t('monitoring.step.DRAFT_REPORT'), commentsOn: () => t('monitoring.step.COMMENTS'), publicationOn: () => t('monitoring.step.PUBLICATION'), followUpOn: () => t('monitoring.step.FOLLOW_UP'),
  };
  return { step: (field) => steps[field](), cycle: ({ body, round }) => t('monitoring.cycle', { body: labels.monitoringBody(body), round: format.value.integer(round) }) };
}
