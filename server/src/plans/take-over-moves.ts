/** What has to change in a mission for it to be as a plan says, and what of it stays or is lost. Pure functions. */
import type { LegLine, MemberContent, MemberLine, StayContent, TeamRole } from '../missions/index.ts';
import type { CostNow, JourneyNow, MeetingNow, MissionNow } from './mission-now.ts';
import type { Target, TargetJourney } from './take-over-target.ts';

export interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface LegMove {
  readonly leg: LegLine;
  readonly to: Days;
}

/** Somebody of the team as they will be; `line` is null for who is not in the team yet: they come under `key`. */
export interface PersonMove {
  readonly person: string;
  readonly key: string;
  readonly line: MemberLine | null;
  readonly to: MemberContent;
}

export interface MeetingMove {
  readonly meeting: MeetingNow;
  readonly time: { readonly day: string; readonly starts: string } | null;
  /** By their keys in the team. */
  readonly people: MeetingNow['people'];
}

export interface JourneyMove {
  readonly now: JourneyNow | null;
  readonly to: TargetJourney;
  /** By their keys in the team, in their order. */
  readonly travellers: readonly string[];
  /** What is said of its fare already, by whomever. */
  readonly fare: CostNow | null;
}

/** A day of interpretation; `now`: the line of it that there is already. */
interface InterpreterMove {
  readonly onDay: string;
  readonly cents: number;
  readonly now: CostNow | null;
}

export interface Moves {
  readonly legs: readonly LegMove[];
  readonly people: readonly PersonMove[];
  readonly meetings: readonly MeetingMove[];
  readonly journeys: readonly JourneyMove[];
  readonly interpreters: readonly InterpreterMove[];
  /** Journeys that nobody makes any more, lines of their fares that nobody has paid, and what an earlier plan wrote and this one does not say. */
  readonly gone: { readonly journeys: readonly JourneyNow[]; readonly costs: readonly CostNow[] };
  /** Lines that somebody has typed or paid, and of which the plan says nothing; with the journey where that goes. */
  readonly stays: readonly { readonly cost: CostNow; readonly goes: JourneyNow | null }[];
}

const NOTHING_PROVIDED = { isLodgingProvided: false, lunchesProvided: 0, dinnersProvided: 0 };

/** What hosts provide stays with the leg. */
function staysOf(line: MemberLine | null, stays: readonly Pick<StayContent, 'leg' | 'arrivesAt' | 'leavesAt'>[]): StayContent[] {
  return stays.map((stay) => {
    const { isLodgingProvided, lunchesProvided, dinnersProvided } = line?.stays.find(({ leg }) => leg === stay.leg) ?? NOTHING_PROVIDED;
    return { ...stay, isLodgingProvided, lunchesProvided, dinnersProvided };
  });
}

/** Whoever goes, and whoever of the team does not: they stay in it, and are nowhere. */
function peopleMoves({ people }: Target, { members }: MissionNow, drawKey: () => string): PersonMove[] {
  const comes = people.map(({ person, kind, stays }): PersonMove => {
    const line = members.find(({ uuid }) => uuid === person) ?? null;
    const { isLead = false, homeCity = null, mostDays = null } = line ?? {};
    return { person, key: line?.uuid ?? drawKey(), line, to: { kind, isLead, substituteFor: null, homeCity, mostDays, stays: staysOf(line, stays) } };
  });
  const rest = members.filter(({ uuid, stays }) => stays.length > 0 && !people.some(({ person }) => person === uuid));
  return [...comes, ...rest.map((line): PersonMove => ({ person: line.uuid, key: line.uuid, line, to: { ...line, stays: [] } }))];
}

/** As what somebody goes to a meeting: as was said of it, unless the plan counts on them there as what they are in the team. */
function kindAt(meeting: MeetingNow, member: string, planned: TeamRole): TeamRole {
  const named = meeting.people.find((one) => one.member === member);
  return named && !meeting.needs.includes(planned) ? named.kind : planned;
}

/** Who goes in somebody’s place if need be still does, where they are in the leg; in whose, as long as that one goes. */
function peopleOf(meeting: MeetingNow, goers: readonly { readonly person: string; readonly kind: TeamRole }[], people: readonly PersonMove[]): MeetingNow['people'] {
  const going = goers.map(({ person, kind }) => {
    const { key } = people.find((one) => one.person === person)!;
    return { member: key, kind: kindAt(meeting, key, kind), isSubstitute: false, inPlaceOf: null };
  });
  const goes = (member: string | null): boolean => going.some((one) => one.member === member);
  const isThere = (member: string): boolean => people.some(({ key, to }) => key === member && to.stays.some(({ leg }) => leg === meeting.leg));
  const substitutes = meeting.people.filter(({ member, isSubstitute }) => isSubstitute && isThere(member) && !goes(member)).map((one) => ({ ...one, inPlaceOf: goes(one.inPlaceOf) ? one.inPlaceOf : null }));
  return [...going, ...substitutes].sort((a, b) => (a.member < b.member ? -1 : 1));
}

const isSameWay = (now: JourneyNow, to: TargetJourney): boolean => (['mode', 'fromCity', 'toCity', 'departsAt', 'arrivesAt'] as const).every((field) => now[field] === to[field]);

/** A line that a plan wrote, that nobody has typed or paid: the next plan says what becomes of it. */
export const isPlans = ({ isOfPlan, isPaid }: CostNow): boolean => isOfPlan && !isPaid;

/** The same amount on the same day. */
const isSameDay = ({ onDay, unitCents, currency }: CostNow, to: { readonly onDay: string; readonly cents: number }): boolean => onDay === to.onDay && unitCents === to.cents && currency === 'EUR';

/** What an earlier plan wrote is taken first. */
const plansFirst = (costs: readonly CostNow[]): CostNow[] => [...costs.filter(isPlans), ...costs.filter((one) => !isPlans(one))];

/** What becomes of each line that the plan says nothing of. */
function restOf(costs: readonly CostNow[], gone: readonly JourneyNow[]): Pick<Moves, 'stays'> & { readonly lost: readonly CostNow[] } {
  const goes = ({ travel }: CostNow): JourneyNow | null => gone.find(({ uuid }) => uuid === travel) ?? null;
  const isLost = (one: CostNow): boolean => isPlans(one) || (one.kind === 'FARE' && !one.isPaid && goes(one) !== null);
  return { lost: costs.filter(isLost), stays: costs.filter((one) => !isLost(one)).map((cost) => ({ cost, goes: goes(cost) })) };
}

/** What has to change. `drawKey` draws the key of somebody who comes into the team. */
export function movesOf(target: Target, now: MissionNow, legs: readonly LegLine[], drawKey: () => string): Moves {
  const people = peopleMoves(target, now, drawKey);
  const left = [...now.journeys];
  const costs = plansFirst(now.costs);
  const taken = (isIt: (one: CostNow) => boolean): CostNow | null => {
    const at = costs.findIndex(isIt);
    return at < 0 ? null : costs.splice(at, 1)[0]!;
  };
  const journeys = target.journeys.map((to): JourneyMove => {
    const at = left.findIndex((one) => isSameWay(one, to));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return { now: same ?? null, to, travellers: to.persons.map((person) => people.find((one) => one.person === person)!.key).sort(), fare: taken(({ kind, travel }) => same !== undefined && kind === 'FARE' && travel === same.uuid) };
  });
  const interpreters = target.interpreters.map((to): InterpreterMove => ({ ...to, now: taken((one) => one.kind === 'INTERPRETER' && isSameDay(one, to)) }));
  const { lost, stays } = restOf(costs, left);
  return {
    legs: [...target.legs].map(([key, to]) => ({ leg: legs.find(({ uuid }) => uuid === key)!, to })), people, journeys, interpreters, stays,
    meetings: now.meetings.map((meeting) => {
      const planned = target.meetings.get(meeting.uuid);
      return { meeting, time: planned?.time ?? null, people: peopleOf(meeting, planned?.goers ?? [], people) };
    }),
    gone: { journeys: left, costs: lost },
  };
}
