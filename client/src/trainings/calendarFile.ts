import ical from 'ical-generator';

import type { Times } from './sessionTimes.ts';

/** What a calendar is to hold of a session, in the reader's words. */
export interface CalendarEntry extends Times {
  readonly id: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly place: string;
  readonly url: string;
}

/** A session as an iCalendar file (RFC 5545). Its times are instants: each calendar shows them in its own zone. */
export function calendarFile({ id, title, summary, place, url, startsAt, endsAt }: CalendarEntry): string {
  const calendar = ical({ prodId: { company: 'Passerelle', product: 'trainings' } });
  calendar.createEvent({
    // The same session is the same event however often it is added.
    id, summary: title, description: summary ?? null, location: place, url, start: new Date(startsAt), end: new Date(endsAt),
  });
  return calendar.toString();
}
