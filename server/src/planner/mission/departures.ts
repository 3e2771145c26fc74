/** Every departure of the links that are offered, place by place in the order of time: once compiled, clocks and calendars are asked no more. */
import { clockAt, dayOf, type Facts, instantOf, type Service, type TravelMatrix, weekdayOf } from '@passerelle/shared/planning.ts';
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
  /** The borders that are crossed, as countries by their numbers. */
  readonly crossings: readonly (readonly [number, number])[];
}

interface Axis {
  readonly step: number;
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly countryIndex: ReadonlyMap<string, number>;
}

function* grid(from: number, until: number, step: number): Generator<number> {
  for (let at = Math.ceil(from / step) * step; at <= until; at += step) yield at;
}

function* hoursOf(facts: Facts, service: Service, step: number): Generator<number> {
  const { from, departs, weekdays } = service;
  const { period } = facts.problem;
  const zone = zoneOf(facts, from);
  for (const day of daysBetween(clockAt(zone, period.earliestDeparture).day, clockAt(zone, period.latestReturn).day)) {
    if (!weekdays.includes(weekdayOf(day)) || !isInForce(service, dayOf(day))) continue;
    const hours = 'at' in departs ? departs.at.map((minute) => instantOf(zone, day, minute)) : grid(instantOf(zone, day, departs.first), instantOf(zone, day, departs.last), step);
    // An hour that clocks skip may fall on another day.
    for (const at of hours) if (clockAt(zone, at).day === day) yield at;
  }
}

function ofService(facts: Facts, service: Service, { step, placeIndex, countryIndex }: Axis): Departure[] {
  const [from, to] = [placeIndex.get(service.from)!, placeIndex.get(service.to)!];
  const [here, there] = [zoneOf(facts, service.from), zoneOf(facts, service.to)];
  const crossings = service.countries.slice(1).map((into, n) => [service.countries[n]!, into] as const).filter(([out, into]) => out !== into).map(([out, into]) => [countryIndex.get(out)!, countryIndex.get(into)!] as const);
  return [...new Set(hoursOf(facts, service, step))].map((at) => ({
    travelId: service.id, from, to, at, arrives: at + service.minutes, day: clockAt(here, at).day, arrivalDay: clockAt(there, at + service.minutes).day, fare: service.fareCents, seats: service.seats,
    isRest: service.isRest, isFlight: service.mode === 'FLIGHT', isMatrix: false, isAnyMinute: !('at' in service.departs), crossings,
  }));
}

function ofMatrix(facts: Facts, matrix: TravelMatrix, { step, placeIndex }: Axis): Departure[] {
  const { earliestDeparture, latestReturn } = facts.problem.period;
  return matrix.placeIds.flatMap((from, row) => matrix.placeIds.flatMap((to, column) => {
    const minutes = matrix.minutes[row]![column]!;
    if (minutes < 0 || row === column) return [];
    const zones = [zoneOf(facts, from), zoneOf(facts, to)] as const;
    return [...grid(earliestDeparture, latestReturn - minutes, step)].map((at): Departure => ({
      travelId: matrix.id, from: placeIndex.get(from)!, to: placeIndex.get(to)!, at, arrives: at + minutes, day: clockAt(zones[0], at).day, arrivalDay: clockAt(zones[1], at + minutes).day, fare: 0, seats: null, isRest: false,
      isFlight: false, isMatrix: true, isAnyMinute: true, crossings: [],
    }));
  }));
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
