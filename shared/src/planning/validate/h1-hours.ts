import { countryOf, zoneOf, type Facts } from '../facts.ts';
import type { TimeWindow } from '../problem.ts';
import type { Reading, Visit } from '../reading.ts';
import type { Id, Instant } from '../units.ts';
import { clockAt, dayNumber, dayOf, daysBetween, instantOf, isInForce, weekdayOf } from '../time.ts';
import type { Country, Zone } from '../travel.ts';
import type { Violation } from '../answer.ts';
import { broken, each, ref } from './violation.ts';

/** A meeting with when it is held. */
type Held = Pick<Visit, 'meeting' | 'startsAt' | 'endsAt'>;

function isInWindow(window: TimeWindow, zone: Zone, { startsAt, endsAt }: Held): boolean {
  const [from, until] = 'day' in window ? [instantOf(zone, dayNumber(window.day), window.from), instantOf(zone, dayNumber(window.day), window.until)] : [window.from, window.until];
  return startsAt >= from && (window.bounds === 'SERVICE' ? endsAt : startsAt) <= until;
}

function isInHours({ workingHours }: Country, zone: Zone, day: number, { startsAt, endsAt }: Held): boolean {
  return workingHours === null || workingHours.some(({ weekday, from, until }) => weekday === weekdayOf(day) && startsAt >= instantOf(zone, day, from) && endsAt <= instantOf(zone, day, until));
}

function hours(facts: Facts, visit: Held): Violation[] {
  const { meeting, startsAt, endsAt } = visit;
  const [zone, country] = [zoneOf(facts, meeting.placeId), countryOf(facts, meeting.placeId)];
  const found: Violation[] = [];
  if (meeting.windows && !meeting.windows.some((window) => isInWindow(window, zone, visit))) found.push(broken('H1', 'OUTSIDE_WINDOWS', [ref('MEETING', meeting.id)], { at: startsAt }));
  const first = clockAt(zone, startsAt).day;
  const days = daysBetween(first, clockAt(zone, Math.max(startsAt, endsAt - 1)).day);
  const isExcused = (day: number): boolean => meeting.excusedDays.some((one) => one.day === dayOf(day));
  for (const day of days.filter((one) => !isExcused(one))) {
    found.push(...country.daysOff.filter((off) => off.day === dayOf(day) && isInForce(off, off.day)).map((off) => broken('H1', 'DAY_OFF', [ref('MEETING', meeting.id), ref('DAY_OFF', off.id)], { at: startsAt })));
  }
  const onlyWindows = meeting.windows !== null && isExcused(first);
  if (!onlyWindows && !isInHours(country, zone, first, visit)) found.push(broken('H1', 'OUTSIDE_HOURS', [ref('MEETING', meeting.id), ref('COUNTRY', country.id)], { at: startsAt }));
  return found;
}

/** H1: each meeting lies in one of its windows and in one span of the hours in which its country works, and not on a day off, all by the clocks of its place, compared as instants. Source: the calendar of the country, whose days off each have theirs. */
export const h1Hours = (facts: Facts, { meetings }: Reading): Violation[] => each(meetings, (visit) => hours(facts, visit));

/** What H1 says of one meeting at an hour, whoever attends it and whatever else is planned. Throws where the problem has no such meeting. */
export function hoursOf(facts: Facts, meetingId: Id, startsAt: Instant): Violation[] {
  const meeting = facts.meetings.get(meetingId)!;
  return hours(facts, { meeting, startsAt, endsAt: startsAt + meeting.serviceMinutes });
}
