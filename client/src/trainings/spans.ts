import { earlierFirst } from '../core/i18n/index.ts';
import { weekdayIndex } from './days.ts';
import type { Period } from './period.ts';
import { sessionSpan, type Times } from './sessionTimes.ts';

/** A session within a week of the calendar. */
export interface Span<Session> {
  readonly session: Session;
  /** The line it is drawn on, from 0: spans of a day never share one. */
  readonly lane: number;
  /** Its first and last weekday here, 0 for Monday. */
  readonly from: number;
  readonly to: number;
  /** Whether it begins and ends here; else it comes from the week before or goes on in the next. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** The sessions that have a day in a period, the earliest first, the longest of those first. */
export function sessionsIn<Session extends Times>(sessions: readonly Session[], period: Pick<Period, 'first' | 'last'>): Session[] {
  return sessions
    .map((session) => ({ session, ...sessionSpan(session) }))
    .filter(({ first, last }) => first <= period.last && last >= period.first)
    .sort((a, b) => earlierFirst(a.first, b.first) || earlierFirst(b.last, a.last) || earlierFirst(a.session.startsAt, b.session.startsAt))
    .map(({ session }) => session);
}

/** The sessions that a day has. */
export function sessionsOn<Session extends Times>(sessions: readonly Session[], day: string): Session[] {
  return sessionsIn(sessions, { first: day, last: day });
}

/** Where each session stands in a week of the calendar; `week` has the seven days from Monday, those not shown undefined. */
export function spansOf<Session extends Times>(sessions: readonly Session[], week: readonly (string | undefined)[]): Span<Session>[] {
  const shown = week.filter((day) => day !== undefined);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ends: number[] = [];
  return sessionsIn(sessions, { first, last }).map((session) => {
    const span = sessionSpan(session);
    const from = weekdayIndex(span.first < first ? first : span.first);
    const to = weekdayIndex(span.last > last ? last : span.last);
    const free = ends.findIndex((end) => end < from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return { session, lane, from, to, begins: span.first >= first, ends: span.last <= last };
  });
}
