/** What a plan says of a mission: the days of its legs, who is where from when to when, its meetings, journeys and costs. Pure functions. */
import { clockAt, costsOf, type Facts, factsOf, type Plan, type Problem, type Reading, readPlan, wallTimeOf, zoneOf } from '@passerelle/shared/planning.ts';
import type { TravelMode } from '../costs/index.ts';
import type { TeamRole } from '../missions/index.ts';
import type { MeetingNow } from './mission-now.ts';
import { type PlanTakeOverFault, takeOverFault } from './take-over-codes.ts';

/** When somebody is in a leg, by its key, as the clocks there show it. */
export interface TargetStay {
  readonly leg: string;
  readonly arrivesAt: string;
  readonly leavesAt: string;
}

/** Somebody who goes, by their key in the problem. */
export interface TargetPerson {
  readonly person: string;
  readonly kind: TeamRole;
  readonly stays: readonly TargetStay[];
}

export interface TargetMeeting {
  readonly time: { readonly day: string; readonly starts: string };
  readonly goers: readonly { readonly person: string; readonly kind: TeamRole }[];
}

/** A journey with what all who make it pay together, in cents of euros. */
export interface TargetJourney {
  readonly mode: TravelMode;
  readonly fromCity: string;
  readonly toCity: string;
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly persons: readonly string[];
  readonly fareCents: number;
}

export interface Target {
  readonly legs: ReadonlyMap<string, { readonly startsOn: string; readonly endsOn: string }>;
  readonly people: readonly TargetPerson[];
  readonly meetings: ReadonlyMap<string, TargetMeeting>;
  readonly journeys: readonly TargetJourney[];
  /** What interpreting costs, by day. */
  readonly interpreters: readonly { readonly onDay: string; readonly cents: number }[];
  readonly faults: readonly PlanTakeOverFault[];
}

type Traveller = Reading['members'][number];
type Stay = Traveller['stays'][number];
type Visit = Reading['meetings'][number];

const wall = (facts: Facts, placeId: string, at: number): string => wallTimeOf(clockAt(zoneOf(facts, placeId), at));
const isDuring = ({ placeId, arrivesAt, leavesAt }: Stay, { meeting, startsAt, endsAt }: Visit): boolean => placeId === meeting.placeId && (arrivesAt ?? startsAt) <= startsAt && endsAt <= (leavesAt ?? endsAt);
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** In which legs somebody is during a stay: those whose meetings are held then. Who is at home is in a leg for what they attend alone. */
function visitsDuring(stay: Stay, { visits: own }: Traveller, meetings: readonly Visit[]): readonly Visit[] {
  const isHome = stay.arrivesAt === null || stay.leavesAt === null;
  return (isHome ? own : meetings).filter((visit) => isDuring(stay, visit));
}

interface Placed {
  readonly stays: readonly TargetStay[];
  readonly faults: readonly PlanTakeOverFault[];
}

/** When somebody is in which leg; what cannot be written as one stay in one leg is a fault. */
function placed(facts: Facts, reading: Reading, traveller: Traveller, legOf: (meeting: string) => string): Placed {
  const personKey = traveller.person.id;
  const faults: PlanTakeOverFault[] = [];
  const stays: TargetStay[] = [];
  for (const stay of traveller.stays) {
    const during = visitsDuring(stay, traveller, reading.meetings);
    const legs = unique(during.map(({ meeting }) => legOf(meeting.id)));
    if (legs.length > 1) faults.push(takeOverFault('STAY', 'SHARED_STAY', { legKey: legs[0]!, personKey }));
    if (legs.some((leg) => stays.some((one) => one.leg === leg))) faults.push(takeOverFault('STAY', 'TWICE', { legKey: legs[0]!, personKey }));
    if (legs.length !== 1) continue;
    const [arrivesAt, leavesAt] = [stay.arrivesAt ?? Math.min(...during.map(({ startsAt }) => startsAt)), stay.leavesAt ?? Math.max(...during.map(({ endsAt }) => endsAt))];
    stays.push({ leg: legs[0]!, arrivesAt: wall(facts, stay.placeId, arrivesAt), leavesAt: wall(facts, stay.placeId, leavesAt) });
  }
  return { stays, faults };
}

/** The days of a leg: those on which somebody is there, and those on which its hosts could. */
function daysOf(leg: string, stays: readonly TargetStay[], meetings: readonly MeetingNow[]): { readonly startsOn: string; readonly endsOn: string } {
  const windows = meetings.filter((one) => one.leg === leg).flatMap(({ windows: own }) => (own ? [own.first, own.last] : []));
  const days = [...stays.filter((stay) => stay.leg === leg).flatMap(({ arrivesAt, leavesAt }) => [arrivesAt.slice(0, 10), leavesAt.slice(0, 10)]), ...windows].sort();
  return { startsOn: days[0]!, endsOn: days.at(-1)! };
}

function journeysOf(facts: Facts, { members }: Reading, fares: ReadonlyMap<string, number>): TargetJourney[] {
  const found = new Map<string, TargetJourney>();
  for (const { person, rides } of members) {
    for (const { travel, journey, arrivesAt } of rides) {
      if (travel.type !== 'SERVICE') continue;
      const key = `${journey.departsAt} ${travel.id}`;
      const before = found.get(key);
      found.set(key, {
        mode: travel.mode, fromCity: journey.from, toCity: journey.to, departsAt: wall(facts, journey.from, journey.departsAt), arrivesAt: wall(facts, journey.to, arrivesAt), persons: [...(before?.persons ?? []), person.id], fareCents: fares.get(key) ?? 0,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.departsAt + a.fromCity < b.departsAt + b.fromCity ? -1 : 1));
}

/** What a plan of a problem says of the mission of these meetings. */
export function targetOf(problem: Problem, plan: Plan, meetings: readonly MeetingNow[]): Target {
  const facts = factsOf(problem);
  const reading = readPlan(facts, plan);
  const legs = new Map(meetings.map(({ uuid, leg }) => [uuid, leg]));
  const members = reading.members.map((traveller) => ({ traveller, ...placed(facts, reading, traveller, (meeting) => legs.get(meeting)!) }));
  const stays = members.flatMap((one) => one.stays);
  const { lines } = costsOf(facts, reading);
  const fares = new Map(lines.filter(({ kind }) => kind === 'FARE').map(({ at, about, cents }) => [`${at} ${about[0]!.id}`, cents]));
  const time = ({ meeting, startsAt }: Visit): TargetMeeting['time'] => {
    const [day, starts] = wall(facts, meeting.placeId, startsAt).split('T') as [string, string];
    return { day, starts };
  };
  return {
    legs: new Map(unique(stays.map(({ leg }) => leg)).map((leg) => [leg, daysOf(leg, stays, meetings)])),
    people: members.map(({ traveller: { person, member }, stays: own }) => ({ person: person.id, kind: member.as[0]!, stays: own })),
    meetings: new Map(reading.meetings.map((visit) => [visit.meeting.id, { time: time(visit), goers: visit.planned.attends.map(({ personId, as }) => ({ person: personId, kind: as[0]! })) }])),
    journeys: journeysOf(facts, reading, fares), faults: members.flatMap(({ faults }) => faults),
    interpreters: lines.filter(({ kind, at }) => kind === 'INTERPRETER' && at !== null).map(({ at, about, cents }) => ({ onDay: wall(facts, about[1]!.id, at!).slice(0, 10), cents })),
  };
}
