import { useI18n } from 'vue-i18n';

import type { StateShape } from '../core/ui/index.ts';
import type { CooperationRequest, RequestDecisionInput } from './useRequests.ts';

type Decision = RequestDecisionInput['decision'];
type Criterion = CooperationRequest['met'][number];

export const DECISIONS = ['GRANTED', 'GRANTED_IN_PART', 'REFUSED', 'REDIRECTED'] as const satisfies readonly Decision[];
/** What a request is held to, in the order in which it is looked at. */
export const CRITERIA = ['MANDATE', 'NEED_SHOWN', 'MEANS', 'NO_DUPLICATE', 'ADDED_VALUE'] as const satisfies readonly Criterion[];
/** What is found of a criterion. */
export const FINDINGS = ['MET', 'NOT_MET', 'UNKNOWN'] as const;
export type Finding = (typeof FINDINGS)[number];

/** The sign of each decision. */
export const DECISION_SIGNS: Readonly<Record<Decision, StateShape>> = { GRANTED: 'done', GRANTED_IN_PART: 'half', REFUSED: 'refused', REDIRECTED: 'over' };

/** The words of decisions about cooperation requests, in the reader’s language. */
export function useDecisionWords(): { readonly decision: (decision: Decision) => string; readonly criterion: (criterion: Criterion) => string; readonly finding: (finding: Finding) => string } {
  const { t } = useI18n();
  const decisions: Readonly<Record<Decision, () => string>> = {
    GRANTED: () => t('cooperationRequests.decisionName.GRANTED'), GRANTED_IN_PART: () => t('cooperationRequests.decisionName.GRANTED_IN_PART'), REFUSED: () => t('cooperationRequests.decisionName.REFUSED'), REDIRECTED: () => t('cooperationRequests.decisionName.REDIRECTED'),
  };
  const criteria: Readonly<Record<Criterion, () => string>> = {
    MANDATE: () => t('cooperationRequests.criterionName.MANDATE'), NEED_SHOWN: () => t('cooperationRequests.criterionName.NEED_SHOWN'), MEANS: () => t('cooperationRequests.criterionName.MEANS'), NO_DUPLICATE: () => t('cooperationRequests.criterionName.NO_DUPLICATE'),
    ADDED_VALUE: () => t('cooperationRequests.criterionName.ADDED_VALUE'),
  };
  const findings: Readonly<Record<Finding, () => string>> = { MET: () => t('cooperationRequests.findingName.MET'), NOT_MET: () => t('cooperationRequests.findingName.NOT_MET'), UNKNOWN: () => t('cooperationRequests.findingName.UNKNOWN') };
  return { decision: (decision) => decisions[decision](), criterion: (criterion) => criteria[criterion](), finding: (finding) => findings[finding]() };
}
