/** An event to write. */
import type { CalendarEvent } from './calendar-file.ts';

/** What is not given says nothing in particular. */
export function anEvent(given: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'TrainingSession_1', title: { text: 'Τίτλος', locale: 'el' }, description: { text: '', locale: 'el' }, place: { text: 'Αθήνα, Ελλάδα', locale: 'el' }, category: { text: 'Θέμα', locale: 'el' },
    url: 'https://example.org/el/trainings/TrainingSession_1', startsAt: Date.UTC(2027, 10, 3, 8), endsAt: Date.UTC(2027, 10, 4, 15, 30), changedAt: Date.UTC(2026, 10, 25), timeZone: 'Europe/Athens',
    sequence: 0, status: 'CONFIRMED', isBusy: true, isPrivate: false, ...given,
  };
}
