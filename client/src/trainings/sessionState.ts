/** What is needed of a session to say whether one can still come. */
export interface Attendance {
  /** Where it stood when it was read. */
  readonly state: 'DRAFT' | 'OPEN' | 'CLOSED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'ARCHIVED';
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many can take part; 0 when nobody has said. */
  readonly places: number;
  readonly placesLeft: number;
}

/** Whether one can still come: each has its shape and its word. */
export type SessionState = 'open' | 'few' | 'full' | 'underWay' | 'over' | 'unknown' | 'closed' | 'cancelled' | 'draft';

/** At most so many places are few, and at most this share of all. */
const FEW = 5;
const FEW_OF_ALL = 0.2;

/** What people have decided is said before what the clock says. */
const DECIDED = { DRAFT: 'draft', CANCELLED: 'cancelled', ARCHIVED: 'over' } as const;

/** Whether one can still come to a session at `now` (milliseconds); its places tell nothing once it has begun. */
export function sessionState(session: Attendance, now: number): SessionState {
  const { state } = session;
  return state === 'DRAFT' || state === 'CANCELLED' || state === 'ARCHIVED' ? DECIDED[state] : byClock(session, now);
}

function byClock({ state, startsAt, endsAt, places, placesLeft }: Attendance, now: number): SessionState {
  if (Date.parse(endsAt) < now) return 'over';
  if (Date.parse(startsAt) <= now) return 'underWay';
  if (state === 'CLOSED') return 'closed';
  if (places === 0) return 'unknown';
  if (placesLeft === 0) return 'full';
  return placesLeft <= Math.max(1, Math.min(FEW, places * FEW_OF_ALL)) ? 'few' : 'open';
}
