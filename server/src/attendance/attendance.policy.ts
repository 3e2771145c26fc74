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
}

/** Presence is said until the session is put away, certificates are issued once it is over; both by those who prepare it. */
export function attendanceAbilities(standings: readonly Standing[], { stage, country, isOver }: AttendedSession): AttendanceAbilities {
  const prepares = mayPrepare(standings, country);
  const isHeld = stage === 'OPEN' || stage === 'CLOSED';
  return { record: prepares && isHeld, certify: prepares && isOver && (isHeld || stage === 'ARCHIVED') };
}

/** Whether a certificate can be revoked: by those who prepare the session, as long as it counts. */
export function mayRevoke(standings: readonly Standing[], { country, isRevoked }: { readonly country: string | null; readonly isRevoked: boolean }): boolean {
  return !isRevoked && mayPrepare(standings, country);
}
