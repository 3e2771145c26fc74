/** The legs that a plan of which countries and which team makes of a mission that has none yet: one for each visit of a city, for the days on which somebody is there. Pure functions. */
import { createHash } from 'node:crypto';
import type { Plan, PlannedMeeting, Problem } from '@passerelle/shared/planning.ts';
import type { Candidate } from '../planner/problem/index.ts';
import type { MeetingNow } from './mission-now.ts';
import { type Target, targetOf } from './take-over-target.ts';

/** A leg as it will be, under a key that is the same for the same version of a search, city and visit, so that what is shown is what is done, and what is made once more is another leg; `themes`: what its meetings could be about, by their codes. */
export interface LaidLeg {
  readonly key: string;
  readonly city: string;
  readonly country: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly themes: readonly string[];
}

/** Of a search, whose key nobody knows who knows its legs: nobody can tell from it which legs were made together. */
function keyOf(search: string, { city, visit }: Visit): string {
  const hex = createHash('md5').update(`leg ${search} ${city} ${visit}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A time that all are in a city: the first, the second … */
interface Visit {
  readonly city: string;
  readonly visit: number;
}

/** By meeting, during which visit of its city it is: all who go travel together, so that a meeting elsewhere begins another. */
export function visitsOf(meetings: readonly Pick<PlannedMeeting, 'meetingId' | 'startsAt'>[], cityOf: (meeting: string) => string): ReadonlyMap<string, Visit> {
  const visits = new Map<string, Visit>();
  const count = new Map<string, number>();
  let last: string | undefined;
  for (const { meetingId } of meetings.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const city = cityOf(meetingId);
    if (city !== last) count.set(city, (count.get(city) ?? 0) + 1);
    visits.set(meetingId, { city, visit: count.get(city)! });
    last = city;
  }
  return visits;
}

/** What the plan says of the mission: its legs, who is in them, and how they travel. Nothing of its meetings, which nobody has agreed. */
export function ideaTarget(search: string, { problem, candidates }: { readonly problem: Problem; readonly candidates: readonly Pick<Candidate, 'key' | 'theme'>[] }, plan: Plan): { readonly target: Target; readonly laid: readonly LaidLeg[] } {
  const places = new Map(problem.meetings.map(({ id, placeId }) => [id, placeId]));
  const visits = visitsOf(plan.meetings, (meeting) => places.get(meeting)!);
  const meetings = [...visits].map(([uuid, visit]): MeetingNow => ({ uuid, leg: keyOf(search, visit), isFixed: false, day: null, starts: null, isExcused: false, offeredUntil: null, windows: null, people: [], needs: [] }));
  const target = targetOf(problem, plan, meetings);
  const laid = [...Map.groupBy(meetings, ({ leg }) => leg)].map(([key, held]): LaidLeg => {
    const { city } = visits.get(held[0]!.uuid)!;
    const themes = candidates.filter((one) => held.some(({ uuid }) => uuid === one.key)).map(({ theme }) => theme).sort();
    return { key, city, country: problem.places.find(({ id }) => id === city)!.countryId, ...target.legs.get(key)!, themes };
  });
  return { target: { ...target, legs: new Map(), meetings: new Map(), interpreters: [] }, laid: laid.sort((a, b) => (a.startsOn + a.city < b.startsOn + b.city ? -1 : 1)) };
}
