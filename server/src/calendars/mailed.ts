/** The entries of a session that mails bring (RFC 5546): what is held, and what is taken out of calendars. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { calendarFile } from './calendar-file.ts';
import { sessionEvents } from './session-event.ts';
import { type SessionInWords, toTell } from './session-words.ts';

/** Who reads them, where the site is, and when they are written (milliseconds since 1970). */
export interface Mailing {
  readonly locale: Locale;
  readonly origin: string;
  readonly at: number;
  /** Whether they have no part in it any more, though it is held. */
  readonly isGone?: boolean;
}

/**
 * What the mail about a session brings into the calendar of somebody who has a place in it or teaches in it: iCalendar objects, each for
 * a part of the mail of its own. A session that is held is published in one; one that was called off, or from which they have withdrawn, is cancelled in one for each
 * of its days, since such an object has one UID (RFC 5546, 3.2.5). They name nobody; who sends the mail adds itself (`openPost`).
 */
export function mailedEntries(session: SessionInWords, { locale, origin, at, isGone = false }: Mailing): string[] {
  const events = sessionEvents(toTell(session, locale), { locale, origin, isBusy: true });
  if (session.stage !== 'CANCELLED' && !isGone) return [calendarFile({ itip: { method: 'PUBLISH', at }, events })];
  return events.map((event) => calendarFile({ itip: { method: 'CANCEL', at }, events: [{ ...event, status: 'CANCELLED', isBusy: false }] }));
}
