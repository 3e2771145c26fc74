import { sessionSpan, type Times } from './sessionTimes.ts';

/** The sessions of a list by the month (`2026-11`) in which each begins in its own zone; the order stays. */
export function sessionMonths<Session extends Times>(sessions: readonly Session[]): { month: string; sessions: Session[] }[] {
  const months: { month: string; sessions: Session[] }[] = [];
  for (const session of sessions) {
    const month = sessionSpan(session).first.slice(0, 7);
    const current = months.at(-1);
    if (current?.month === month) current.sessions.push(session);
    else months.push({ month, sessions: [session] });
  }
  return months;
}
