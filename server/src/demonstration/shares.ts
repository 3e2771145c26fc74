/** How the registrations of the large set are shared out among its sessions, and in which states they are. */

export type ManyState = 'AWAITING_VALIDATION' | 'CONFIRMED' | 'WAITING' | 'REFUSED' | 'WITHDRAWN';

/** A session that people can be registered for. */
export interface SharedSession {
  readonly uuid: string;
  readonly country: string | null;
  readonly format: 'ONLINE' | 'HYBRID' | 'ON_SITE';
  readonly stage: string;
  readonly validated: boolean;
  readonly starts: Date;
  readonly places: number;
  /** How many of them were invented as taken. */
  readonly taken: number;
  /** How many are registered, have a place and wait already, since they are told of one by one. */
  readonly told: number;
  readonly held: number;
  readonly waiting: number;
}

export interface Share {
  readonly session: SharedSession;
  /** How many places it has now. */
  readonly places: number;
  /** Of each registration that it is given. */
  readonly states: readonly ManyState[];
}

/** One of so many has ended, awaits the embassy, or waits for a place in a session that is full. */
const [ENDED, AWAITING, WAITING] = [10, 8, 6] as const;
/** The stages in which places are given. */
const SERVED: ReadonlySet<string> = new Set(['OPEN', 'CLOSED']);

/** Gives `total` to the sessions, as much to each as was invented as taken in it. One that is told of is given nobody, but those who fill it where people wait for a place. */
export function shareOut(sessions: readonly SharedSession[], total: number, today: Date): Share[] {
  const told = sessions.filter((session) => session.told > 0).map((session): Share => ({
    session, places: session.places, states: session.waiting > 0 ? repeated('CONFIRMED', session.places - session.held) : [],
  }));
  const rest = total - told.reduce((sum, { states }) => sum + states.length, 0);
  const others = sessions.filter((session) => session.told === 0);
  const whole = others.reduce((sum, { taken }) => sum + taken + 1, 0);
  let [passed, given] = [0, 0];
  return [...told, ...others.map((session): Share => {
    passed += session.taken + 1;
    const until = Math.floor((rest * passed) / whole);
    const count = until - given;
    given = until;
    return share(session, count, session.starts > today);
  })];
}

/** A session that was invented as full has no more places than are taken; in another nobody waits for one, and in one that is over neither. */
function share(session: SharedSession, count: number, isComing: boolean): Share {
  const isFull = session.taken >= session.places;
  const ended = Math.floor(count / ENDED);
  const refused = session.validated ? Math.floor(ended / 2) : 0;
  const awaiting = isComing ? stillToValidate(session, count) : 0;
  const waiting = isComing && isFull && SERVED.has(session.stage) ? Math.floor(count / WAITING) : 0;
  const held = count - ended - awaiting - waiting;
  return {
    session, places: isFull && held > 0 ? held : Math.max(session.places, held),
    states: [
      ...repeated('CONFIRMED', held), ...repeated('WAITING', waiting), ...repeated('AWAITING_VALIDATION', awaiting), ...repeated('REFUSED', refused), ...repeated('WITHDRAWN', ended - refused),
    ],
  };
}

function stillToValidate({ validated, stage }: SharedSession, count: number): number {
  return validated && stage === 'OPEN' ? Math.floor(count / AWAITING) : 0;
}

function repeated(state: ManyState, times: number): ManyState[] {
  return Array.from({ length: times }, () => state);
}
