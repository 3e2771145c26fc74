/** What taking a plan over changes, part by part, as it is shown before it is done. Pure functions. */
import { createHash } from 'node:crypto';
import type { LaidLeg } from './idea-legs.ts';
import type { PlanTakeOverBecomes, PlanTakeOverPart } from './take-over-codes.ts';
import { type Days, isPlans, type JourneyMove, type LegMove, type MeetingMove, type Moves, type PersonMove } from './take-over-moves.ts';
import type { CostNow, JourneyNow, MissionNow } from './mission-now.ts';
import type { PlanTakeOverLine, PlanTakeOverState } from './take-over.type.ts';

type State = Partial<PlanTakeOverState>;

/** The currency in which a plan is priced. */
export const EURO = 'EUR';

const NOTHING: PlanTakeOverState = { from: null, until: null, personKeys: [], kind: null, fromCity: null, toCity: null, mode: null, carrier: null, costKind: null, cents: null, currency: null, isLodgingProvided: null, lunches: null, dinners: null };
const stateOf = (said: State | null): PlanTakeOverState | null => (said === null ? null : { ...NOTHING, ...said });

/** Who somebody of the team is, as the search knows them. */
type NameOf = (member: string) => string;

interface Said {
  readonly before: State | null;
  readonly after: State | null;
  readonly legKey?: string | null;
  readonly meetingKey?: string | null;
  readonly personKey?: string | null;
}

function becomes({ before, after }: Pick<Said, 'before' | 'after'>): PlanTakeOverBecomes {
  if (before === null) return 'ADDED';
  if (after === null) return 'LOST';
  return JSON.stringify(stateOf(before)) === JSON.stringify(stateOf(after)) ? 'KEPT' : 'CHANGED';
}

/** A line; none where there is nothing before and nothing after. */
function line(part: PlanTakeOverPart, { before, after, legKey = null, meetingKey = null, personKey = null }: Said): PlanTakeOverLine[] {
  if (before === null && after === null) return [];
  return [{ part, becomes: becomes({ before, after }), legKey, meetingKey, personKey, before: stateOf(before), after: stateOf(after) }];
}

const days = ({ startsOn, endsOn }: Days): State => ({ from: startsOn, until: endsOn });
const legLines = ({ leg, to }: LegMove): PlanTakeOverLine[] => line('LEG_DAYS', { legKey: leg.uuid, before: days(leg), after: days(to) });

const hours = (stay: { readonly arrivesAt: string; readonly leavesAt: string } | undefined): State | null => (stay ? { from: stay.arrivesAt, until: stay.leavesAt } : null);

type Stay = PersonMove['to']['stays'][number];

/** What hosts provide of a stay, where they provide something. */
const provided = (stay: Stay | undefined): State | null =>
  (stay && (stay.isLodgingProvided || stay.lunchesProvided > 0 || stay.dinnersProvided > 0) ? { isLodgingProvided: stay.isLodgingProvided, lunches: stay.lunchesProvided, dinners: stay.dinnersProvided } : null);

const forWhom = (member: string | null | undefined, nameOf: NameOf): State | null => (member ? { personKeys: [nameOf(member)] } : null);

function personLines({ person, line: now, to }: PersonMove, nameOf: NameOf): PlanTakeOverLine[] {
  const legs = [...new Set([...(now?.stays ?? []), ...to.stays].map(({ leg }) => leg))];
  const of = (stays: readonly Stay[], leg: string): Stay | undefined => stays.find((stay) => stay.leg === leg);
  const [was, is] = [now?.stays ?? [], to.stays];
  return [
    ...line('MEMBER', { personKey: person, before: now && { kind: now.kind }, after: { kind: to.kind } }),
    ...line('SUBSTITUTE', { personKey: person, before: forWhom(now?.substituteFor, nameOf), after: forWhom(to.substituteFor, nameOf) }),
    ...legs.flatMap((legKey) => [
      ...line('STAY', { personKey: person, legKey, before: hours(of(was, legKey)), after: hours(of(is, legKey)) }), ...line('PROVIDED', { personKey: person, legKey, before: provided(of(was, legKey)), after: provided(of(is, legKey)) }),
    ]),
  ];
}

const wall = (time: { readonly day: string | null; readonly starts: string | null } | null): State | null => (time?.day ? { from: `${time.day}T${time.starts}` } : null);

/** The times that a host was offered stay as long as the meeting stays without a time, or at the one that they took. */
function slotLines({ meeting, time }: MeetingMove): PlanTakeOverLine[] {
  const before = meeting.offeredUntil === null ? null : { until: meeting.offeredUntil };
  const isAsWas = (time?.day ?? null) === meeting.day && (time?.starts ?? null) === meeting.starts;
  return line('SLOTS', { meetingKey: meeting.uuid, before, after: isAsWas ? before : null });
}

function meetingLines(move: MeetingMove, nameOf: NameOf): PlanTakeOverLine[] {
  const { meeting, time, people } = move;
  const who = (of: MeetingMove['people'], substitutes = false): State | null => {
    const personKeys = of.filter(({ isSubstitute }) => isSubstitute === substitutes).map(({ member }) => nameOf(member)).sort();
    return personKeys.length === 0 ? null : { personKeys };
  };
  const reason = meeting.isExcused ? { from: meeting.day } : null;
  return [
    ...line('MEETING_TIME', { meetingKey: meeting.uuid, before: wall(meeting), after: wall(time) }), ...line('MEETING_REASON', { meetingKey: meeting.uuid, before: reason, after: reason && time?.day === meeting.day ? reason : null }),
    ...line('MEETING_PEOPLE', { meetingKey: meeting.uuid, before: who(meeting.people), after: who(people) }), ...line('MEETING_SUBSTITUTES', { meetingKey: meeting.uuid, before: who(meeting.people, true), after: who(people, true) }), ...slotLines(move),
  ];
}

type Way = Pick<JourneyNow, 'mode' | 'fromCity' | 'toCity' | 'departsAt' | 'arrivesAt'>;
const way = ({ mode, fromCity, toCity, departsAt, arrivesAt }: Way, carrier: string | null, personKeys: readonly string[]): State => ({ mode, carrier, fromCity, toCity, from: departsAt, until: arrivesAt, personKeys: [...personKeys].sort() });

/** A line of the costs as it is: of a fare, for which journey. */
const costNow = ({ kind, unitCents, currency, onDay }: CostNow, journey: Pick<Way, 'fromCity' | 'toCity'> | null = null): State => ({ costKind: kind, cents: unitCents, currency, from: onDay, fromCity: journey?.fromCity ?? null, toCity: journey?.toCity ?? null });

/** What there will be of the fare of a journey: what somebody has typed or paid is what they know. */
export function fareAfter({ to, fare }: JourneyMove): Pick<CostNow, 'kind' | 'unitCents' | 'currency' | 'onDay'> | null {
  if (fare && !isPlans(fare)) return fare;
  return to.fareCents > 0 ? { kind: 'FARE', unitCents: to.fareCents, currency: EURO, onDay: to.departsAt.slice(0, 10) } : null;
}

function journeyLines(move: JourneyMove, nameOf: NameOf): PlanTakeOverLine[] {
  const { now, to, fare } = move;
  const after = fareAfter(move);
  return [
    ...line('JOURNEY', { before: now && way(now, now.carrier, now.travellers.map(nameOf)), after: way(to, now?.carrier ?? null, to.persons) }),
    ...line('COST', { before: fare && costNow(fare, to), after: after && costNow(after as CostNow, to) }),
  ];
}

/** A leg that is made, with its city. */
export const laidLines = (laid: readonly LaidLeg[]): PlanTakeOverLine[] => laid.flatMap(({ key, city, ...leg }) => line('LEG_DAYS', { legKey: key, before: null, after: { ...days(leg), fromCity: city } }));

/** All that is said of a mission, in the order in which it is shown: legs, people, meetings, journeys with their fares, interpretation, what else is typed. */
export function linesOf({ legs, people, meetings, journeys, interpreters, gone, stays }: Moves): PlanTakeOverLine[] {
  const nameOf = (member: string): string => people.find(({ key }) => key === member)?.person ?? member;
  const journeyOf = ({ travel }: CostNow): JourneyNow | null => gone.journeys.find(({ uuid }) => uuid === travel) ?? null;
  return [
    ...legs.flatMap(legLines), ...people.flatMap((one) => personLines(one, nameOf)), ...meetings.flatMap((one) => meetingLines(one, nameOf)), ...journeys.flatMap((one) => journeyLines(one, nameOf)),
    ...gone.journeys.flatMap((one) => line('JOURNEY', { before: way(one, one.carrier, one.travellers.map(nameOf)), after: null })),
    ...gone.costs.flatMap((one) => line('COST', { before: costNow(one, journeyOf(one)), after: null })),
    ...interpreters.flatMap(({ onDay, cents, now }) => line('COST', { before: now && costNow(now), after: { costKind: 'INTERPRETER', cents, currency: EURO, from: onDay } })),
    // A fare that was paid stays without its journey.
    ...stays.flatMap(({ cost, goes }) => line('COST', { before: costNow(cost, goes), after: costNow(cost) })),
  ];
}

/**
 * What is shown, and what of journeys and costs is not, as a hash: who takes a plan over says what they have been shown, and nothing else is done. Neither of these has a part in the version of their mission: of them whatever
 * somebody has changed differs.
 */
export const sealOf = (lines: readonly PlanTakeOverLine[], { journeys, costs }: Pick<MissionNow, 'journeys' | 'costs'>): string =>
  createHash('sha256').update(JSON.stringify([lines, [...journeys, ...costs].map(({ uuid, version }) => `${uuid}:${version}`).sort()])).digest('hex');
