import type { Facts } from './facts.ts';
import type { Journey, Member, Party, Plan, PlannedMeeting } from './plan.ts';
import type { Meeting, Person } from './problem.ts';
import type { Service, Travel, TravelMatrix } from './travel.ts';
import type { Id, Instant } from './units.ts';

/** What follows from a plan: itineraries with their arrivals, the stays between, who attends what. Nothing is judged here. */
export interface Reading {
  readonly plan: Plan;
  readonly members: readonly Traveller[];
  readonly parties: readonly { readonly party: Party; readonly journeys: readonly Ride[]; readonly members: readonly Traveller[] }[];
  /** In the order of their beginning, of equal ones by id. */
  readonly meetings: readonly Visit[];
}

/** A journey with when it arrives; of a matrix without such a link, when it departs. */
export interface Ride {
  readonly journey: Journey;
  readonly travel: Travel;
  readonly arrivesAt: Instant;
}

/** Between two journeys: null where there is none before, or after. */
export interface Stay {
  readonly placeId: Id;
  readonly arrivesAt: Instant | null;
  readonly leavesAt: Instant | null;
}

export interface Traveller {
  readonly person: Person;
  readonly member: Member;
  readonly rides: readonly Ride[];
  /** One more than journeys. */
  readonly stays: readonly Stay[];
  readonly visits: readonly Visit[];
}

export interface Visit {
  readonly meeting: Meeting;
  readonly planned: PlannedMeeting;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A service, or undefined for a matrix. */
export const serviceOf = (travel: Travel): Service | undefined => (travel.type === 'SERVICE' ? travel : undefined);

/** How long a matrix takes between two places; -1 where it has no link. */
export function minutesBetween(matrix: TravelMatrix, from: Id, to: Id): number {
  return matrix.minutes[matrix.placeIds.indexOf(from)]?.[matrix.placeIds.indexOf(to)] ?? -1;
}

function ride(facts: Facts, journey: Journey): Ride {
  const travel = facts.travel.get(journey.travelId)!;
  const minutes = travel.type === 'SERVICE' ? travel.minutes : Math.max(0, minutesBetween(travel, journey.from, journey.to));
  return { journey, travel, arrivesAt: journey.departsAt + minutes };
}

/** The stays of an itinerary: one before each journey and one after the last. */
export function staysOf(start: Id, rides: readonly Ride[]): Stay[] {
  return Array.from({ length: rides.length + 1 }, (_, n) => ({
    placeId: rides[n - 1]?.journey.to ?? start, arrivesAt: rides[n - 1]?.arrivesAt ?? null, leavesAt: rides[n]?.journey.departsAt ?? null,
  }));
}

/** Whether a meeting lies in a stay, with so many minutes after arriving and before leaving. */
export function isWithin({ placeId, arrivesAt, leavesAt }: Stay, { meeting, startsAt, endsAt }: Visit, buffer: number): boolean {
  return placeId === meeting.placeId && (arrivesAt === null || arrivesAt + buffer <= startsAt) && (leavesAt === null || endsAt + buffer <= leavesAt);
}

const known = new WeakMap<Plan, { readonly facts: Facts; readonly reading: Reading }>();

/** Reads a plan whose form is in order: each id is one of the problem. A plan never changes: who judges it and who values it read it once. */
export function readPlan(facts: Facts, plan: Plan): Reading {
  const before = known.get(plan);
  if (before?.facts === facts) return before.reading;
  const reading = read(facts, plan);
  known.set(plan, { facts, reading });
  return reading;
}

function read(facts: Facts, plan: Plan): Reading {
  const meetings = plan.meetings.map((planned): Visit => {
    const meeting = facts.meetings.get(planned.meetingId)!;
    return { meeting, planned, startsAt: planned.startsAt, endsAt: planned.startsAt + meeting.serviceMinutes };
  }).sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.meeting.id < b.meeting.id ? -1 : 1));
  const members = plan.team.map((member): Traveller => {
    const person = facts.persons.get(member.personId)!;
    const rides = member.journeys.map((journey) => ride(facts, journey));
    return { person, member, rides, stays: staysOf(person.startPlaceId, rides), visits: meetings.filter(({ planned }) => planned.attends.some(({ personId }) => personId === person.id)) };
  }).sort((a, b) => (a.person.id < b.person.id ? -1 : 1));
  const parties = plan.parties.map((party) => ({ party, journeys: party.journeys.map((journey) => ride(facts, journey)), members: members.filter(({ member }) => member.partyId === party.id) }));
  return { plan, members, parties, meetings };
}

/** The first instant at which somebody is under way or in a meeting, and the last; undefined where they do nothing. */
export function spanOf({ rides, visits }: Traveller): { readonly from: Instant; readonly until: Instant } | undefined {
  const [starts, ends] = [[...rides.map(({ journey }) => journey.departsAt), ...visits.map(({ startsAt }) => startsAt)], [...rides.map(({ arrivesAt }) => arrivesAt), ...visits.map(({ endsAt }) => endsAt)]];
  return starts.length === 0 ? undefined : { from: Math.min(...starts), until: Math.max(...ends) };
}
