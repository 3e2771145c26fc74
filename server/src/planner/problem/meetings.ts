/** Meetings, as a problem has them. Pure functions. */
import { dayNumber, instantOf, type Meeting, type Pin, type TimeWindow, type Zone } from '@passerelle/shared/planning.ts';
import { openWorth } from './candidates.ts';
import { minuteOf } from './dated.ts';
import type { KnownMeeting } from './facts.ts';
import type { PlanningSettings } from './settings.ts';

/** Why a meeting may be on a day off: the words of it stay where they are. */
const EXCUSED = 'ADVISER_SAID_WHY';

/** When it may be: at the hour that its host has confirmed, else when the host could; whenever its country works where nobody has said. */
function windowsOf({ key, status, day, starts, minutes, windows }: KnownMeeting): TimeWindow[] | null {
  if (status === 'CONFIRMED' && day !== null && starts !== null) return [{ id: `${key}.confirmed`, bounds: 'SERVICE', day, from: minuteOf(starts), until: minuteOf(starts) + minutes }];
  if (windows.length === 0) return null;
  return windows.map(({ day: on, from, until }, n) => ({ id: `${key}.window.${n + 1}`, bounds: 'SERVICE', day: on, from: minuteOf(from), until: minuteOf(until) }));
}

export const meetingOf = (meeting: KnownMeeting, { profit }: PlanningSettings): Meeting => ({
  id: meeting.key, placeId: meeting.city, serviceMinutes: meeting.minutes, windows: windowsOf(meeting), profit: profit + openWorth(meeting.open), isMandatory: meeting.isMandatory, isOnlyAdviser: meeting.isOnlyAdviser, side: meeting.category,
  // No organisation says so.
  isVictimAssistance: false,
  excusedDays: meeting.isExcused && meeting.day !== null ? [{ day: meeting.day, reason: EXCUSED }] : [], needs: meeting.needs.map(({ kind, atLeast }) => ({ id: `${meeting.key}.${kind}`, kind, atLeast })),
  languages: meeting.languages.map(({ language, atLeast }) => ({ id: `${meeting.key}.${language}`, anyOf: [{ language, atLeast }], mayInterpret: true })), needIds: [], otherCents: 0, provides: null,
});

/** The hours that hosts have confirmed. */
export const confirmedOf = (meetings: readonly KnownMeeting[], zoneOf: (city: string) => Zone): Pin[] =>
  meetings.flatMap(({ key, city, status, day, starts }) => (status === 'CONFIRMED' && day !== null && starts !== null ? [{ id: `${key}.at`, why: 'CONFIRMED' as const, pin: 'AT' as const, meetingId: key, startsAt: instantOf(zoneOf(city), dayNumber(day), minuteOf(starts)) }] : []));
