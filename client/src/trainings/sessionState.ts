/** What is needed of a session to say whether one can still come. */
export interface Attendance {
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many can take part; 0 when nobody has said. */
  readonly places: number;
  readonly placesLeft: number;
}

/** Whether one can still come: each has its shape and its word. */
export type SessionState = 'open' | 'few' | 'full' | 'underWay' | 'over' | 'unknown';

/** At most so many places are few, and at most this share of all. */
const FEW = 5;
const FEW_OF_ALL = 0.2;

/** Whether one can still come to a session at `now` (milliseconds); its places tell nothing once it has begun. */
export function sessionState({ startsAt, endsAt, places, placesLeft }: Attendance, now: number): SessionState {
  if (Date.parse(endsAt) < now) return 'over';
  if (Date.parse(startsAt) <= now) return 'underWay';
  if (places === 0) return 'unknown';
  if (placesLeft === 0) return 'full';
  return placesLeft <= Math.max(1, Math.min(FEW, places * FEW_OF_ALL)) ? 'few' : 'open';
}
