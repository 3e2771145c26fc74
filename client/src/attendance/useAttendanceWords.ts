import { useI18n } from 'vue-i18n';

import type { CertificateOutcome, PresenceOutcome, PresenceState, RevokeOutcome } from './useAttendance.ts';

/** The words about who was there, in the reader's language. */
export interface AttendanceWords {
  readonly state: (state: PresenceState) => string;
  /** Why something was not recorded; undefined when it was. */
  readonly obstacle: (outcome: PresenceOutcome | CertificateOutcome | RevokeOutcome) => string | undefined;
}

/** Gives the words about who was there. */
export function useAttendanceWords(): AttendanceWords {
  const { t } = useI18n();
  const states = { PRESENT: () => t('attendance.present'), ABSENT: () => t('attendance.absent'), OPEN: () => t('attendance.open') };
  const obstacles: Readonly<Record<PresenceOutcome | CertificateOutcome | RevokeOutcome, (() => string) | undefined>> = {
    DONE: undefined, GONE: () => t('attendance.outcome.GONE'), NOT_ALLOWED: () => t('attendance.notTheirs'), TOO_LATE: () => t('attendance.outcome.TOO_LATE'), TOO_EARLY: () => t('attendance.outcome.TOO_EARLY'),
    SUPERSEDED: () => t('attendance.outcome.SUPERSEDED'), CERTIFIED: () => t('attendance.outcome.CERTIFIED'), NOT_PRESENT: () => t('attendance.outcome.NOT_PRESENT'),
  };
  return { state: (state) => states[state](), obstacle: (outcome) => obstacles[outcome]?.() };
}
