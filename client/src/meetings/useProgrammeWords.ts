import { useI18n } from 'vue-i18n';

import { hoursOf } from '../core/i18n/hours.ts';
import type { Meeting } from './useMeetings.ts';

/** The words of a programme, in the reader's language. */
export interface ProgrammeWords {
  readonly state: (status: Meeting['status']) => string;
  /** From when to when something is, that begins and ends at hours such as `09:30`. */
  readonly hours: (from: string, until: string) => string;
}

/** Gives the words of a programme. */
export function useProgrammeWords(): ProgrammeWords {
  const { t } = useI18n();
  const states: Readonly<Record<Meeting['status'], () => string>> = { PROPOSED: () => t('legs.programme.state.PROPOSED'), CONFIRMED: () => t('legs.programme.state.CONFIRMED'), REFUSED: () => t('legs.programme.state.REFUSED') };
  return { state: (status) => states[status](), hours: hoursOf };
}
