/** Calendars: sessions as files, and as addresses that programs read again and again. */
export { CALENDARS, sessionFile } from './addresses.ts';
export { type CalendarEvent, calendarFile } from './calendar-file.ts';
export { CalendarLink } from './calendar-link.entity.ts';
export { calendarRoutes } from './calendar-routes.ts';
export { CalendarsResolver } from './calendars.resolver.ts';
export { hasOtherDays, mailedEntries } from './mailed.ts';
export { placeIn } from './session-event.ts';
export { type SessionInWords, sessionsInWords, wordsOfSessions } from './session-words.ts';
import './calendars.personal.ts';
import './calendars.reader.ts';
