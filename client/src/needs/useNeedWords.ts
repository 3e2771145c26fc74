import type { Urgency, UrgencyCriterion } from '@passerelle/shared/needUrgency.ts';
import { useI18n } from 'vue-i18n';

import { useRoleName } from '../accounts/parts/index.ts';
import { format } from '../core/i18n/index.ts';
import type { StateShape } from '../core/ui/index.ts';
import type { NeedFieldName } from './needForm.ts';
import type { Need, NeedFault, NeedOutcome } from './useNeeds.ts';

type Role = Need['enteredAs'];

/** The words of needs, in the reader's language. */
export interface NeedWords {
  readonly field: (field: NeedFieldName) => string;
  readonly pillar: (pillar: Need['pillar']) => string;
  readonly urgency: (urgency: Urgency) => string;
  readonly criterion: (criterion: UrgencyCriterion) => string;
  readonly status: (status: Need['status']) => string;
  readonly role: (role: Role) => string;
  readonly fault: (fault: NeedFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided of a need as a whole: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly decided: (outcome: string) => string | undefined;
}

/** The sign of each place where a need stands. */
export const STATUS_SIGNS: Readonly<Record<Need['status'], StateShape>> = { SUBMITTED: 'open', UNDER_REVIEW: 'half', TAKEN_UP: 'underWay', ADDRESSED: 'done', DECLINED: 'refused', WITHDRAWN: 'over' };

/** Gives the words of needs. */
export function useNeedWords(): NeedWords {
  const { t } = useI18n();
  const fields: Readonly<Record<NeedFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), country: () => t('needs.country'), title: () => t('needs.name'), text: () => t('needs.text'), theme: () => t('needs.theme'), subtheme: () => t('needs.subtheme'), pillar: () => t('needs.pillar'), criteria: () => t('needs.criteria'),
    furtherThemes: () => t('needs.furtherThemes'), audiences: () => t('needs.audiences'), links: () => t('needs.links'),
  };
  const pillars: Readonly<Record<Need['pillar'], () => string>> = {
    PREVENTION: () => t('needs.pillarName.PREVENTION'), PROSECUTION: () => t('needs.pillarName.PROSECUTION'), PROTECTION: () => t('needs.pillarName.PROTECTION'), PARTNERSHIP: () => t('needs.pillarName.PARTNERSHIP'),
  };
  const urgencies: Readonly<Record<Urgency, () => string>> = { LOW: () => t('needs.urgencyName.LOW'), MEDIUM: () => t('needs.urgencyName.MEDIUM'), HIGH: () => t('needs.urgencyName.HIGH'), CRITICAL: () => t('needs.urgencyName.CRITICAL') };
  const criteria: Readonly<Record<UrgencyCriterion, () => string>> = {
    LIVES: () => t('needs.criterion.LIVES'), CHILDREN: () => t('needs.criterion.CHILDREN'), NO_ANSWER: () => t('needs.criterion.NO_ANSWER'), RISING: () => t('needs.criterion.RISING'), DEADLINE: () => t('needs.criterion.DEADLINE'),
    RECOMMENDED: () => t('needs.criterion.RECOMMENDED'), REGIONAL: () => t('needs.criterion.REGIONAL'),
  };
  const statuses: Readonly<Record<Need['status'], () => string>> = {
    SUBMITTED: () => t('needs.statusName.SUBMITTED'), UNDER_REVIEW: () => t('needs.statusName.UNDER_REVIEW'), TAKEN_UP: () => t('needs.statusName.TAKEN_UP'), ADDRESSED: () => t('needs.statusName.ADDRESSED'), DECLINED: () => t('needs.statusName.DECLINED'),
    WITHDRAWN: () => t('needs.statusName.WITHDRAWN'),
  };
  const role = useRoleName();
  const faults: Readonly<Record<NeedFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    NOT_AN_ADDRESS: () => t('needs.address'), SETTLED: () => t('needs.settled'), NOT_HERE: () => t('prepare.fault.NOT_HERE'),
  };
  const obstacles: Readonly<Partial<Record<NeedOutcome, () => string>>> = { NOT_ALLOWED: () => t('needs.closed'), TOO_LATE: () => t('needs.tooLate'), GONE: () => t('needs.gone') };
  return {
    field: (field) => fields[field](), pillar: (pillar) => pillars[pillar](), urgency: (urgency) => urgencies[urgency](), criterion: (criterion) => criteria[criterion](), status: (status) => statuses[status](), role,
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => obstacles[outcome as NeedOutcome]?.(), decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('needs.conflict') }) : obstacles[outcome as NeedOutcome]?.()),
  };
}
