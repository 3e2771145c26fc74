/** The entries of a session that mails bring (RFC 5546): what is held, and what is taken out of calendars. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';
import { sessionEvents } from './session-event.ts';
import { type SessionInWords, toTell } from './session-words.ts';

/** Who reads them, where the site is, and when they are written (milliseconds since 1970). */
export interface Mailing {
  readonly locale: Locale;
  readonly origin: string;
  readonly at: number;
  /** Whether they have no part in it any more, though it is held. */
  readonly isGone?: boolean;
  /** The session as their calendar has it until now, where its days have changed. */
  readonly entered?: SessionInWords | undefined;
}

/**
 * What the mail about a session brings into the calendar of somebody who has a place in it or teaches in it: iCalendar objects, each for
 * a part of the mail of its own. A session that is held is published in one; one that was called off, or from which they have withdrawn, is cancelled in one for each
 * of its days, and so is each day that its programme has dropped, since such an object has one UID (RFC 5546, 3.2.5). They name nobody; who sends the mail adds itself (`openPost`).
 */
export function mailedEntries(session: SessionInWords, { locale, origin, at, isGone = false, entered }: Mailing): string[] {
  const events = eventsOf(session, { locale, origin });
  const cancelled = (ended: readonly CalendarEvent[]): string[] =>
    ended.map((event) => calendarFile({ itip: { method: 'CANCEL', at }, events: [{ ...event, sequence: session.sequence, status: 'CANCELLED', isBusy: false }] }));
  if (session.stage === 'CANCELLED' || isGone) return cancelled(events);
  const dropped = entered ? eventsOf(entered, { locale, origin }).filter(({ uid }) => events.every((event) => event.uid !== uid)) : [];
  return [calendarFile({ itip: { method: 'PUBLISH', at }, events }), ...cancelled(dropped)];
}

const eventsOf = (session: SessionInWords, { locale, origin }: Pick<Mailing, 'locale' | 'origin'>): CalendarEvent[] => sessionEvents(toTell(session, locale), { locale, origin, isBusy: true });

/** Whether a session is held on other days than it was, or from or to other hours of one. */
export function hasOtherDays(before: SessionInWords, after: SessionInWords): boolean {
  const days = (session: SessionInWords): string => JSON.stringify(eventsOf(session, { locale: 'fr', origin: '' }).map(({ uid, startsAt, endsAt }) => [uid, startsAt, endsAt]));
  return days(before) !== days(after);
}
