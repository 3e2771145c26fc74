/**
 * The departures of the links that are offered, place by place in the order of time: once compiled, clocks and calendars are asked no more. Of a link that leaves at any minute one may stand for those of the next minutes, too
 * (`spread`): all of them would be too many.
 */
import { clockAt, dayOf, type Facts, instantOf, type Service, type TravelMatrix, weekdayOf, type Zone } from '@passerelle/shared/planning.ts';
import { daysBetween, isInForce } from '@passerelle/shared/planning/time.ts';
import { zoneOf } from '@passerelle/shared/planning/facts.ts';

export interface Departure {
  readonly travelId: string;
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly arrives: number;
  /** The local days at both ends, by their numbers. */
  readonly day: number;
  readonly arrivalDay: number;
  readonly fare: number;
  /** Null where the fare is that of a person. */
  readonly seats: number | null;
  readonly isRest: boolean;
  readonly isFlight: boolean;
  readonly isMatrix: boolean;
  readonly isAnyMinute: boolean;
  /** So many minutes later, and at each step before, the link leaves just so, on the same days at both ends; 0 for this one alone. */
  readonly spread: number;
  /** The one that stands for this one; null where it stands for itself. */
  readonly base: Departure | null;
  /** The borders that are crossed, as countries by their numbers. */
  readonly crossings: readonly (readonly [number, number])[];
}

/** What one of those who take it pays at least, in cents: a share of a vehicle is at least one seat of it. */
export const fareOf = ({ fare, seats }: Pick<Departure, 'fare' | 'seats'>): number => (seats === null ? fare : Math.floor(fare / seats));

interface Axis {
  readonly step: number;
  /** For how many minutes one departure stands at most, of a link that leaves at any minute: a multiple of the step. */
  readonly width: number;
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly countryIndex: ReadonlyMap<string, number>;
}

/** The first and the last time of some that are alike. */
type Span = readonly [number, number];

/** The times of the grid between two, as spans in which something that turns seldom is the same. */
function* spansOf(from: number, until: number, { step, width }: Pick<Axis, 'step' | 'width'>, keyOf: (at: number) => string): Generator<Span> {
  for (let first = Math.ceil(from / step) * step; first <= until;) {
    let last = Math.min(first + width - step, until - (((until % step) + step) % step));
    if (last > first && keyOf(last) !== keyOf(first)) for (last = first; keyOf(last + step) === keyOf(first);) last += step;
    yield [first, last];
    first = last + step;
  }
}

interface Ends {
  readonly zones: readonly [Zone, Zone];
  readonly minutes: number;
}

/** On which days somebody leaves and arrives, by the clocks there, and by those of the machine. */
const daysOf = ({ zones: [here, there], minutes }: Ends, at: number): string => `${clockAt(here, at).day} ${clockAt(there, at + minutes).day} ${Math.floor((at + minutes) / 1440)}`;

/** Whoever arrives has always left before. */
const widthOf = ({ step, width }: Axis, minutes: number): number => Math.min(width, Math.max(step, minutes - (minutes % step)));

function* hoursOf(facts: Facts, service: Service, ends: Ends, axis: Axis): Generator<Span> {
  const { departs, weekdays } = service;
  const { earliestDeparture, latestReturn } = facts.problem.period;
  const zone = ends.zones[0];
  for (const day of daysBetween(clockAt(zone, earliestDeparture).day, clockAt(zone, latestReturn).day)) {
    if (!weekdays.includes(weekdayOf(day)) || !isInForce(service, dayOf(day))) continue;
    const from = (minute: number): number => instantOf(zone, day, minute);
    const spans = 'at' in departs ? departs.at.map((minute): Span => [from(minute), from(minute)]) : spansOf(Math.max(from(departs.first), earliestDeparture), Math.min(from(departs.last), latestReturn - ends.minutes), { step: axis.step, width: widthOf(axis, ends.minutes) }, (at) => daysOf(ends, at));
    // An hour that clocks skip may fall on another day.
    for (const span of spans) if (clockAt(zone, span[0]).day === day) yield span;
  }
}

function ofService(facts: Facts, service: Service, axis: Axis): Departure[] {
  const { placeIndex, countryIndex } = axis;
  const [from, to] = [placeIndex.get(service.from)!, placeIndex.get(service.to)!];
  const ends: Ends = { zones: [zoneOf(facts, service.from), zoneOf(facts, service.to)], minutes: service.minutes };
  const crossings = service.countries.slice(1).map((into, n) => [service.countries[n]!, into] as const).filter(([out, into]) => out !== into).map(([out, into]) => [countryIndex.get(out)!, countryIndex.get(into)!] as const);
  const spans = new Map([...hoursOf(facts, service, ends, axis)].map((span) => [span[0], span]));
  return [...spans.values()].map(([at, last]) => ({
    travelId: service.id, from, to, at, arrives: at + service.minutes, day: clockAt(ends.zones[0], at).day, arrivalDay: clockAt(ends.zones[1], at + service.minutes).day, fare: service.fareCents, seats: service.seats,
    isRest: service.isRest, isFlight: service.mode === 'FLIGHT', isMatrix: false, isAnyMinute: !('at' in service.departs), spread: last - at, base: null, crossings,
  }));
}

function ofMatrix(facts: Facts, matrix: TravelMatrix, axis: Axis): Departure[] {
  const { earliestDeparture, latestReturn } = facts.problem.period;
  const { placeIndex } = axis;
  return matrix.placeIds.flatMap((from, row) => matrix.placeIds.flatMap((to, column) => {
    const minutes = matrix.minutes[row]![column]!;
    if (minutes < 0 || row === column) return [];
    const ends: Ends = { zones: [zoneOf(facts, from), zoneOf(facts, to)], minutes };
    return [...spansOf(earliestDeparture, latestReturn - minutes, { step: axis.step, width: widthOf(axis, minutes) }, (at) => daysOf(ends, at))].map(([at, last]): Departure => ({
      travelId: matrix.id, from: placeIndex.get(from)!, to: placeIndex.get(to)!, at, arrives: at + minutes, day: clockAt(ends.zones[0], at).day, arrivalDay: clockAt(ends.zones[1], at + minutes).day, fare: 0, seats: null, isRest: false,
      isFlight: false, isMatrix: true, isAnyMinute: true, spread: last - at, base: null, crossings: [],
    }));
  }));
}

const shifts = new WeakMap<Departure, Map<number, Departure>>();

/** A departure that another one stands for, at its time or so many minutes later: always the same one. */
export function shiftedTo(one: Departure, at: number): Departure {
  if (at === one.at) return one;
  const known = shifts.get(one) ?? new Map<number, Departure>();
  shifts.set(one, known);
  const found = known.get(at) ?? { ...one, at, arrives: one.arrives + at - one.at, spread: 0, base: one };
  known.set(at, found);
  return found;
}

/** By place, those that lie in the period, in their order. */
export function departuresOf(facts: Facts, axis: Axis): readonly (readonly Departure[])[] {
  const { travel, period, places } = facts.problem;
  const all = travel.flatMap((one) => (one.type === 'MATRIX' ? ofMatrix(facts, one, axis) : one.isOffered ? ofService(facts, one, axis) : []));
  const byPlace = places.map((): Departure[] => []);
  for (const one of all) if (one.at >= period.earliestDeparture && one.arrives <= period.latestReturn) byPlace[one.from]!.push(one);
  return byPlace.map((list) => list.sort((a, b) => a.at - b.at || a.arrives - b.arrives));
}

/** Where the departures begin that leave at a time or later. */
export function firstFrom(list: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.at < at) low = middle + 1; else high = middle;
  }
  return low;
}
