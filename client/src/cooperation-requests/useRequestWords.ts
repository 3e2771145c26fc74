import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { StateShape } from '../core/ui/index.ts';
import type { RequestFieldName } from './requestForm.ts';
import type { CooperationRequest, RequestFault, RequestOutcome } from './useRequests.ts';

/** The words of cooperation requests, in the reader’s language; what they share with needs is said by those. */
export interface RequestWords {
  readonly field: (field: RequestFieldName) => string;
  readonly kind: (kind: CooperationRequest['kind']) => string;
  readonly status: (status: CooperationRequest['status']) => string;
  readonly fault: (fault: RequestFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided of a request as a whole: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly decided: (outcome: string) => string | undefined;
}

/** The sign of each place where a request stands. */
export const STATUS_SIGNS: Readonly<Record<CooperationRequest['status'], StateShape>> = { SENT: 'open', CONSULTED: 'half', DECIDED: 'underWay', CLOSED: 'done', WITHDRAWN: 'over' };

/** Gives the words of cooperation requests. */
export function useRequestWords(): RequestWords {
  const { t } = useI18n();
  const fields: Readonly<Record<RequestFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), country: () => t('needs.country'), kind: () => t('cooperationRequests.kind'), subject: () => t('cooperationRequests.subject'), text: () => t('cooperationRequests.text'), theme: () => t('needs.theme'),
    criteria: () => t('needs.criteria'), wishedFrom: () => t('cooperationRequests.wishedFrom'), wishedUntil: () => t('cooperationRequests.wishedUntil'), audiences: () => t('needs.audiences'), need: () => t('cooperationRequests.need'),
  };
  const kinds: Readonly<Record<CooperationRequest['kind'], () => string>> = {
    EXPERT_MISSION: () => t('cooperationRequests.kindName.EXPERT_MISSION'), TRAINING: () => t('cooperationRequests.kindName.TRAINING'), STUDY_VISIT: () => t('cooperationRequests.kindName.STUDY_VISIT'), DIRECT_HELP: () => t('cooperationRequests.kindName.DIRECT_HELP'),
  };
  const statuses: Readonly<Record<CooperationRequest['status'], () => string>> = {
    SENT: () => t('cooperationRequests.statusName.SENT'), CONSULTED: () => t('cooperationRequests.statusName.CONSULTED'), DECIDED: () => t('cooperationRequests.statusName.DECIDED'), CLOSED: () => t('cooperationRequests.statusName.CLOSED'),
    WITHDRAWN: () => t('cooperationRequests.statusName.WITHDRAWN'),
  };
  const faults: Readonly<Record<RequestFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    NOT_HERE: () => t('prepare.fault.NOT_HERE'), BEFORE_START: () => t('cooperationRequests.beforeStart'), TOO_EARLY: () => t('cooperationRequests.over'),
  };
  const obstacles: Readonly<Partial<Record<RequestOutcome, () => string>>> = { NOT_ALLOWED: () => t('cooperationRequests.closed'), TOO_EARLY: () => t('cooperationRequests.tooEarly'), TOO_LATE: () => t('cooperationRequests.tooLate'), GONE: () => t('needs.gone') };
  return {
    field: (field) => fields[field](), kind: (kind) => kinds[kind](), status: (status) => statuses[status](), fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => obstacles[outcome as RequestOutcome]?.(), decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('cooperationRequests.conflict') }) : obstacles[outcome as RequestOutcome]?.()),
  };
}
