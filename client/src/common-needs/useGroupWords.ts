import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { StateShape } from '../core/ui/index.ts';
import type { CommonNeed, GroupFault, GroupOutcome } from './useCommonNeeds.ts';

type Act = CommonNeed['history'][number]['act'];

/** The words of groups of needs, in the reader's language. */
export interface GroupWords {
  readonly status: (status: CommonNeed['status']) => string;
  readonly act: (act: Act) => string;
  readonly fault: (fault: GroupFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided of a group as a whole: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly decided: (outcome: string) => string | undefined;
}

/** The sign of each place where a group stands. */
export const GROUP_SIGNS: Readonly<Record<CommonNeed['status'], StateShape>> = { ACCEPTED: 'done', CLOSED: 'over' };

/** Gives the words of groups of needs. */
export function useGroupWords(): GroupWords {
  const { t } = useI18n();
  const statuses: Readonly<Record<CommonNeed['status'], () => string>> = { ACCEPTED: () => t('commonNeeds.statusName.ACCEPTED'), CLOSED: () => t('commonNeeds.statusName.CLOSED') };
  const acts: Readonly<Record<Act, () => string>> = {
    ACCEPTED: () => t('commonNeeds.act.ACCEPTED'), ADDED: () => t('commonNeeds.act.ADDED'), TAKEN_OUT: () => t('commonNeeds.act.TAKEN_OUT'), SPLIT_OFF: () => t('commonNeeds.act.SPLIT_OFF'), SPLIT_FROM: () => t('commonNeeds.act.SPLIT_FROM'),
    MERGED: () => t('commonNeeds.act.MERGED'), MERGED_INTO: () => t('commonNeeds.act.MERGED_INTO'), CHANGED: () => t('commonNeeds.act.CHANGED'), TRANSLATED: () => t('commonNeeds.act.TRANSLATED'), CLOSED: () => t('commonNeeds.act.CLOSED'),
  };
  const faults: Readonly<Record<GroupFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    NOT_HERE: () => t('prepare.fault.NOT_HERE'), TOO_FEW: () => t('commonNeeds.fault.TOO_FEW'), MIXED: () => t('commonNeeds.fault.MIXED'), NOT_OPEN: () => t('commonNeeds.fault.NOT_OPEN'), TOGETHER: () => t('commonNeeds.fault.TOGETHER'),
  };
  const obstacles: Readonly<Partial<Record<GroupOutcome, () => string>>> = { NOT_ALLOWED: () => t('commonNeeds.closed'), TOO_LATE: () => t('commonNeeds.tooLate'), GONE: () => t('needs.gone') };
  const obstacle = (outcome: string): string | undefined => obstacles[outcome as GroupOutcome]?.();
  return {
    status: (status) => statuses[status](), act: (act) => acts[act](), fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle, decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('commonNeeds.conflict') }) : obstacle(outcome)),
  };
}
