/** Where calendars are. */

/** What all of their addresses begin with. */
export const CALENDARS = '/calendar/';

/** The address of the calendar that this secret opens. */
export function ownAddress(origin: string, secret: string): string {
  return `${origin}${CALENDARS}own/${secret}.ics`;
}
