import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { CallFieldName } from './callForm.ts';
import type { AskedOutcome, CallFault, CallOutcome } from './useCalls.ts';

/** The words of calls for availability, in the reader's language. */
export interface CallWords {
  readonly field: (field: CallFieldName) => string;
  readonly fault: (fault: CallFault) => string;
  /** Why nothing came of it; undefined where something did. */
  readonly obstacle: (outcome: string) => string | undefined;
  readonly asked: (outcome: AskedOutcome) => string;
}

/** Gives the words of calls for availability. */
export function useCallWords(): CallWords {
  const { t } = useI18n();
  const fields: Readonly<Record<CallFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), title: () => t('prepare.name'), note: () => t('availability.note'), fromOn: () => t('availability.from'), untilOn: () => t('availability.until'), answersUntil: () => t('availability.answersUntil'),
  };
  const faults: Readonly<Record<CallFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_HERE: () => t('prepare.fault.NOT_HERE'),
    NOT_AFTER: () => t('availability.fault.NOT_AFTER'), TOO_MANY_DAYS: (maximum) => t('availability.fault.TOO_MANY_DAYS', { maximum }), AFTER_START: () => t('availability.fault.AFTER_START'), PAST: () => t('availability.fault.PAST'),
    SETTLED: () => t('availability.fault.SETTLED'),
  };
  const obstacles: Readonly<Partial<Record<CallOutcome, () => string>>> = { TOO_LATE: () => t('availability.tooLate'), GONE: () => t('availability.gone') };
  const asked: Readonly<Record<AskedOutcome, () => string>> = {
    ASKED: () => t('availability.outcome.ASKED'), ALREADY_ASKED: () => t('availability.outcome.ALREADY_ASKED'), ANSWERED: () => t('availability.outcome.ANSWERED'), TOO_SOON: () => t('availability.outcome.TOO_SOON'), NO_ADDRESS: () => t('availability.outcome.NO_ADDRESS'), UNKNOWN: () => t('availability.outcome.UNKNOWN'),
  };
  return {
    field: (field) => fields[field](), fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome as CallOutcome]?.(),
    asked: (outcome) => asked[outcome](),
  };
}
