/**
 * What was decided and is not recorded yet. It is kept in the browser until the server has it, so that it outlives a page that is loaded
 * anew without a network: keys, days and moments, and nobody's name. The storage holds what was decided in one session under one entry.
 */
import type { Decision, PresenceState } from './useAttendance.ts';

/** A decision that waits; of each person and day the last one. */
export interface Waiting {
  readonly registration: string;
  /** Null for the day of `at`. */
  readonly day: string | null;
  readonly state: PresenceState;
  readonly at: string;
}

const STATES: readonly string[] = ['PRESENT', 'ABSENT', 'OPEN'] satisfies PresenceState[];
const name = (session: string): string => `presence:${session}`;
const keyOf = ({ registration, day }: Waiting): string => `${registration} ${day ?? ''}`;

function isWaiting(value: unknown): value is Waiting {
  const { registration, day, state, at } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof registration === 'string' && (day === null || typeof day === 'string') && typeof state === 'string' && STATES.includes(state) && typeof at === 'string';
}

/** What waits for a session; nothing where the browser keeps nothing, or keeps what cannot be read. */
export function readWaiting(storage: Pick<Storage, 'getItem'> | undefined, session: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(name(session)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

/** Keeps what waits; what waits no longer is in no storage. */
export function keepWaiting(storage: Pick<Storage, 'setItem' | 'removeItem'> | undefined, session: string, waiting: readonly Waiting[]): void {
  try {
    if (waiting.length === 0) storage?.removeItem(name(session));
    else storage?.setItem(name(session), JSON.stringify(waiting));
  } catch {
    // A browser that keeps nothing: it waits in the page alone.
  }
}

/** What waits once somebody has decided something: in the place of what they had decided before. */
export function withDecision(waiting: readonly Waiting[], decision: Waiting): Waiting[] {
  return [...waiting.filter((one) => keyOf(one) !== keyOf(decision)), decision];
}

/** What waits once some of it was sent: what was decided meanwhile waits on. */
export function withoutSent(waiting: readonly Waiting[], sent: readonly Waiting[]): Waiting[] {
  return waiting.filter((one) => !sent.some((other) => keyOf(other) === keyOf(one) && other.at === one.at && other.state === one.state));
}

/** As the server takes it. */
export function toSend({ registration, day, state, at }: Waiting): Decision {
  return { registration, day, state, at };
}
