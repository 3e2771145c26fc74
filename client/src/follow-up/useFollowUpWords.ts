import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { EntryFault } from './useFollowUp.ts';

/** The words for what comes of following a recommendation, in the reader's language. */
export interface FollowUpWords {
  readonly fault: (fault: EntryFault) => string;
  /** Why nothing came of it; undefined where something did, or where somebody else was faster. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** Gives them. */
export function useFollowUpWords(): FollowUpWords {
  const { t } = useI18n();
  const faults: Readonly<Record<EntryFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_AN_ADDRESS: () => t('needs.address'), TO_COME: () => t('followUp.toCome'),
    NOT_HERE: () => t('prepare.fault.NOT_HERE'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('needs.closed'), GONE: () => t('needs.gone') };
  return { fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome]?.() };
}
