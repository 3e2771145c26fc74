/** Where calendars are. */
import type { Locale } from '@passerelle/shared/locales.ts';

/** What all of their addresses begin with. */
export const CALENDARS = '/calendar/';

/** The address of the calendar that this secret opens. */
export function ownAddress(origin: string, secret: string): string {
  return `${origin}${CALENDARS}own/${secret}.ics`;
}

/** The address of the file of a session, by its id, for anybody. */
export function sessionFile(origin: string, id: string, locale: Locale): string {
  return `${origin}${CALENDARS}session/${id}.ics?locale=${locale}`;
}
