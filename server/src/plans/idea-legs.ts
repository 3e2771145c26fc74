/** The legs that a plan of which countries and which team makes of a mission that has none yet: one for each city, for the days on which somebody is there. Pure functions. */
import { createHash } from 'node:crypto';
import type { Plan, Problem } from '@passerelle/shared/planning.ts';
import type { Candidate } from '../planner/problem/index.ts';
import type { MeetingNow } from './mission-now.ts';
import { type Target, targetOf } from './take-over-target.ts';

/** A leg as it will be, under a key that is always the same for the same search and city; `themes`: what its meetings could be about, by their codes. */
export interface LaidLeg {
  readonly key: string;
  readonly city: string;
  readonly country: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly themes: readonly string[];
}

/** Of a search, whose key nobody knows who knows its legs: nobody can tell from it which legs were made together. */
function keyOf(search: string, city: string): string {
  const hex = createHash('md5').update(`leg ${search} ${city}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the plan says of the mission: its legs, who is in them, and how they travel. Nothing of its meetings, which nobody has agreed. */
export function ideaTarget(search: string, { problem, candidates }: { readonly problem: Problem; readonly candidates: readonly Candidate[] }, plan: Plan): { readonly target: Target; readonly laid: readonly LaidLeg[] } {
  const held = new Set(plan.meetings.map(({ meetingId }) => meetingId));
  const cityOf = new Map(problem.meetings.map(({ id, placeId }) => [id, placeId]));
  const meetings = [...held].map((uuid): MeetingNow => ({ uuid, leg: keyOf(search, cityOf.get(uuid)!), isFixed: false, day: null, starts: null, isExcused: false, offeredUntil: null, windows: null, people: [], needs: [] }));
  const target = targetOf(problem, plan, meetings);
  const laid = [...new Set([...held].map((id) => cityOf.get(id)!))].map((city): LaidLeg => ({
    key: keyOf(search, city), city, country: problem.places.find(({ id }) => id === city)!.countryId, ...target.legs.get(keyOf(search, city))!,
    themes: candidates.filter((one) => held.has(one.key) && one.city === city).map(({ theme }) => theme).sort(),
  }));
  return { target: { ...target, legs: new Map(), meetings: new Map(), interpreters: [] }, laid: laid.sort((a, b) => (a.startsOn + a.city < b.startsOn + b.city ? -1 : 1)) };
}
