/** What may be done about who was there. Pure functions of the roles that somebody acts in today and of the session; the rules of rows say the same. */
import type { Standing } from '../members/index.ts';
import { mayPrepare } from '../trainings/index.ts';
import type { AttendanceAbilities } from './attendance.entity.ts';

/** How many things are said of presence at once, at most. */
export const PRESENCES_AT_ONCE = 500;

export interface AttendedSession {
  readonly stage: string;
  /** The code of its country; null when it is online only. */
  readonly country: string | null;
  readonly isOver: boolean;
  /** Whether who asks teaches in it and it is held: from noon of the eve to the day after (`sessions_to_check_in`). */
  readonly teaches: boolean;
}

/**
 * Presence is said until the session is put away by those who prepare it, and while it is held by those who teach in it; what is asked for is
 * decided and certificates are issued once it is over by those who prepare it alone.
 */
export function attendanceAbilities(standings: readonly Standing[], { stage, country, isOver, teaches }: AttendedSession): AttendanceAbilities {
  const prepares = mayPrepare(standings, country);
  const isHeld = stage === 'OPEN' || stage === 'CLOSED';
  return { record: (prepares || teaches) && isHeld, decide: prepares && isHeld, certify: prepares && isOver && (isHeld || stage === 'ARCHIVED') };
}

/** Whether a certificate can be revoked: by those who prepare the session, as long as it counts. */
export function mayRevoke(standings: readonly Standing[], { country, isRevoked }: { readonly country: string | null; readonly isRevoked: boolean }): boolean {
  return !isRevoked && mayPrepare(standings, country);
}
