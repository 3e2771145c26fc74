/** A problem, compiled for the search: indices, instants and the hours at which each meeting may begin. Private to the engine and stored nowhere; what it says is held to the validator. */
import { clockAt, COST_KINDS, dayNumber, dayOf, factsOf, instantOf, type Facts, type Meeting, type Pin, type Problem, type WorkRule, type Zone } from '@passerelle/shared/planning.ts';
import { zoneOf } from '@passerelle/shared/planning/facts.ts';
import { isInForce } from '@passerelle/shared/planning/time.ts';
import { h1Hours } from '@passerelle/shared/planning/validate/h1-hours.ts';
import { type Departure, departuresOf } from './departures.ts';
import { latestOf } from './earliest-arrivals.ts';
import { grainOf } from './grain.ts';
import { stepOf } from './step.ts';

export interface Stop {
  readonly id: string;
  readonly country: number;
  readonly transfer: number;
  readonly buffer: number;
  /** By how many minutes its clocks are ahead of UTC in the period, at the least and at the most. */
  readonly clocks: { readonly least: number; readonly most: number };
}

/** A meeting. Its beginnings are sorted; `days` are those on which it then begins, and `endDays` those on which it ends. */
export interface Task {
  readonly meeting: Meeting;
  readonly index: number;
  readonly place: number;
  readonly starts: readonly number[];
  readonly days: readonly number[];
  readonly endDays: readonly number[];
  /** Its bit, in one of two words. */
  readonly lo: number;
  readonly hi: number;
  /** Precedences in which it is the earlier one, or the later one: the index of each, of the other meeting, and the gap. */
  readonly before: readonly Link[];
  readonly after: readonly Link[];
}

interface Link {
  readonly index: number;
  readonly other: number;
  readonly gap: number;
  readonly requires: boolean;
}

export interface Model {
  readonly problem: Problem;
  readonly facts: Facts;
  readonly step: number;
  /** The longest `spread` of its departures at most: 0 where all of them are written down. */
  readonly spread: number;
  /** So many minutes later than it is taken for anybody may arrive somewhere, and leave so much earlier; 0 but for what only bounds. */
  readonly slack: number;
  readonly from: number;
  readonly until: number;
  readonly places: readonly Stop[];
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly tasks: readonly Task[];
  readonly departures: readonly (readonly Departure[])[];
  readonly countries: number;
  readonly countryIndex: ReadonlyMap<string, number>;
  /** What must be in, by its bits. */
  readonly required: readonly [number, number];
  /** Places of the pins ORDER, each a list by place: where in it a place stands, -1 for not at all. */
  readonly orders: readonly (readonly number[])[];
  /** The rule of work of a local day; undefined where none is in force. */
  ruleOn(day: number): WorkRule | undefined;
  readonly journeyPins: readonly (Pin & { readonly pin: 'TRAVELS' })[];
  readonly hasRules: boolean;
  /** Whether all ride all journeys of the party. */
  readonly isTogether: boolean;
  readonly limits: readonly { readonly kinds: readonly number[]; readonly cents: number }[];
  /** By place, when somebody has to leave it at the latest to be home in the period, by any link. */
  readonly latest: readonly number[];
}

/** A meeting with some of its hours alone. */
export const withHours = (task: Task, starts: readonly number[]): Task => ({ ...task, starts, days: starts.map((at) => task.days[task.starts.indexOf(at)]!), endDays: starts.map((at) => task.endDays[task.starts.indexOf(at)]!) });

/** How many meetings there may be: their bits are two words of 31. */
export const MOST_MEETINGS = 62;

const pinned = <P extends Pin['pin']>(problem: Problem, ...kinds: readonly P[]) => problem.pins.filter((pin): pin is Pin & { readonly pin: P } => (kinds as readonly Pin['pin'][]).includes(pin.pin));

/** Where a meeting has windows, all else need not be asked about. */
function within(facts: Facts, { windows, placeId }: Meeting): (at: number) => boolean {
  if (!windows) return () => true;
  const zone = zoneOf(facts, placeId);
  const spans = windows.map((one) => ('day' in one ? [instantOf(zone, dayNumber(one.day), one.from), instantOf(zone, dayNumber(one.day), one.until)] as const : [one.from, one.until] as const));
  return (at) => spans.some(([from, until]) => at >= from && at <= until);
}

/** The instants of the grid at which a meeting may begin: H1 itself is asked, and the pins of hours. */
function startsOf(facts: Facts, meeting: Meeting, step: number): number[] {
  const { problem } = facts;
  const { earliestDeparture, latestReturn } = problem.period;
  if (pinned(problem, 'OUT').some(({ meetingId }) => meetingId === meeting.id)) return [];
  const hours = pinned(problem, 'AT').filter(({ meetingId }) => meetingId === meeting.id).map(({ startsAt }) => startsAt);
  const mayBegin = within(facts, meeting);
  const found: number[] = [];
  for (let at = Math.ceil(earliestDeparture / step) * step; at + meeting.serviceMinutes <= latestReturn; at += step) {
    if (!mayBegin(at) || !hours.every((hour) => hour === at)) continue;
    const visit = { meeting, planned: { meetingId: meeting.id, startsAt: at, attends: [], interpreted: [] }, startsAt: at, endsAt: at + meeting.serviceMinutes };
    if (h1Hours(facts, { plan: { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] }, members: [], parties: [], meetings: [visit] }).length === 0) found.push(at);
  }
  return found;
}

/** Of a set of meetings something by which it is told from all others: a number where that is exact. */
export const keyOfSet = (lo: number, hi: number): number | string => (hi < 2 ** 22 ? lo + hi * 2 ** 31 : `${lo} ${hi}`);

/** Whether a meeting is in a set of them. */
export const isIn = (task: Pick<Task, 'lo' | 'hi'>, lo: number, hi: number): boolean => (task.lo & lo) !== 0 || (task.hi & hi) !== 0;

const bitsOf = (index: number): readonly [number, number] => (index < 31 ? [1 << index, 0] : [0, 1 << (index - 31)]);

function taskOf(facts: Facts, meeting: Meeting, index: number, { step, placeIndex, meetings }: { readonly step: number; readonly placeIndex: ReadonlyMap<string, number>; readonly meetings: readonly Meeting[] }): Task {
  const zone = zoneOf(facts, meeting.placeId);
  const starts = startsOf(facts, meeting, step);
  const [lo, hi] = bitsOf(index);
  const links = (mine: 'before' | 'after', other: 'before' | 'after'): Link[] => facts.problem.precedences.flatMap((one, n) => (one[mine] === meeting.id ? [{ index: n, other: meetings.findIndex(({ id }) => id === one[other]), gap: one.gapMinutes, requires: one.kind === 'REQUIRES' }] : []));
  return {
    meeting, index, place: placeIndex.get(meeting.placeId)!, starts, lo, hi, days: starts.map((at) => clockAt(zone, at).day), endDays: starts.map((at) => clockAt(zone, at + meeting.serviceMinutes).day),
    before: links('before', 'after'), after: links('after', 'before'),
  };
}

/** What has to be in, as bits. */
export function requiredOf(problem: Problem, tasks: readonly Task[]): readonly [number, number] {
  const ids = new Set(pinned(problem, 'IN', 'AT', 'ATTENDS').map(({ meetingId }) => meetingId));
  const bits = tasks.filter(({ meeting }) => meeting.isMandatory || ids.has(meeting.id));
  return [bits.reduce((all, { lo }) => all | lo, 0), bits.reduce((all, { hi }) => all | hi, 0)];
}

function clocksOf(zone: Zone, { earliestDeparture: from, latestReturn }: Problem['period']): Stop['clocks'] {
  const { day, minute } = clockAt(zone, from);
  const all = [day * 1440 + minute - from, ...zone.offsets.filter((one) => one.from > from && one.from <= latestReturn).map(({ minutes }) => minutes)];
  return { least: Math.min(...all), most: Math.max(...all) };
}

/** All countries that anything names, numbered: those of services, of rules and of who is abroad need not be among the countries of the problem. */
function countriesOf({ countries, travel, borderRules, persons }: Problem): ReadonlyMap<string, number> {
  const named = [
    ...countries.map(({ id }) => id), ...travel.flatMap((one) => (one.type === 'SERVICE' ? one.countries : [])), ...(borderRules ?? []).flatMap(({ from, to, unlessEnteredFrom }) => [from, to, ...unlessEnteredFrom]),
    ...persons.flatMap(({ enteredFrom }) => Object.entries(enteredFrom).flat()),
  ];
  return new Map([...new Set(named)].map((id, n) => [id, n]));
}

const indexOf = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> => new Map(list.map(({ id }, n) => [id, n]));

/** Compiles a problem that `parseProblem` accepts; `isFine`: with each departure written down, however many they are. Throws RangeError where it has more meetings than the search can tell apart. */
export function modelOf(problem: Problem, isFine = false): Model {
  if (problem.meetings.length > MOST_MEETINGS) throw new RangeError(`More than ${MOST_MEETINGS} meetings.`);
  const facts = factsOf(problem);
  const [placeIndex, countryIndex, step] = [indexOf(problem.places), countriesOf(problem), stepOf(problem)];
  const tasks = problem.meetings.map((meeting, index) => taskOf(facts, meeting, index, { step, placeIndex, meetings: problem.meetings }));
  const rules = new Map<number, WorkRule | undefined>();
  const width = isFine ? step : grainOf(problem, step);
  const departures = departuresOf(facts, { step, width, placeIndex, countryIndex });
  return {
    problem, facts, step, spread: width - step, slack: 0, from: problem.period.earliestDeparture, until: problem.period.latestReturn, placeIndex, tasks, countryIndex, countries: problem.countries.length,
    places: problem.places.map(({ id, countryId, transferMinutes, bufferMinutes }) => ({ id, country: countryIndex.get(countryId)!, transfer: transferMinutes, buffer: bufferMinutes, clocks: clocksOf(zoneOf(facts, id), problem.period) })),
    departures, latest: latestOf(departures, [...new Set(problem.persons.map(({ endPlaceId }) => placeIndex.get(endPlaceId)!))], problem.period.latestReturn), required: requiredOf(problem, tasks), orders: pinned(problem, 'ORDER').map(({ placeIds }) => problem.places.map(({ id }) => placeIds.indexOf(id))),
    isTogether: problem.riding === 'TOGETHER', journeyPins: pinned(problem, 'TRAVELS'), hasRules: problem.workRules !== null, limits: problem.limits.map(({ kinds, cents }) => ({ kinds: [...new Set(kinds)].map((kind) => COST_KINDS.indexOf(kind)), cents })),
    ruleOn(day) {
      if (!rules.has(day)) rules.set(day, problem.workRules?.find((rule) => isInForce(rule, dayOf(day))));
      return rules.get(day);
    },
  };
}

/** When somebody has arrived at the latest of whom that is taken for a time: within the period. */
export const comesBy = ({ slack, until }: Pick<Model, 'slack' | 'until'>, at: number): number => Math.min(at + slack, Math.max(at, until));
