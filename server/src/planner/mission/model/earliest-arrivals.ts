/** When one can be where by the timetable, and has to leave at the latest to be home: earliest arrivals (Dijkstra 1959, on links whose length depends on the time), borders, rest and fares aside. */
import type { Person } from '@passerelle/shared/planning.ts';
import { type Departure, firstFrom } from './departures.ts';

/** All departures for one place: of each, when one is there at the earliest who takes it or a later one. */
interface Link {
  readonly to: number;
  readonly list: readonly Departure[];
  readonly arrives: readonly number[];
}

type Departures = readonly (readonly Departure[])[];

function linksOf(departures: Departures): readonly (readonly Link[])[] {
  return departures.map((all) => [...Map.groupBy(all, ({ to }) => to)].map(([to, list]) => {
    const arrives = list.map((one) => one.arrives);
    for (let n = arrives.length - 2; n >= 0; n -= 1) arrives[n] = Math.min(arrives[n]!, arrives[n + 1]!);
    return { to, list, arrives };
  }));
}

/** By place; ∞ where one cannot be any more. */
export type Arrivals = (place: number, at: number) => Float64Array;

const known = new WeakMap<Departures, Arrivals>();

/** Of each place and time once. */
export function arrivalsOf({ departures, from, until }: { readonly departures: Departures; readonly from: number; readonly until: number }): Arrivals {
  let arrivals = known.get(departures);
  if (!arrivals) {
    const [links, found] = [linksOf(departures), new Map<number, Float64Array>()];
    arrivals = (place, at) => {
      const key = place * (until - from + 1) + at - from;
      let times = found.get(key);
      if (!times) {
        times = earliest(links, place, at);
        found.set(key, times);
      }
      return times;
    };
    known.set(departures, arrivals);
  }
  return arrivals;
}

function earliest(links: readonly (readonly Link[])[], place: number, at: number): Float64Array {
  const times = new Float64Array(links.length).fill(Infinity);
  const open = new Set<number>([place]);
  times[place] = at;
  while (open.size > 0) {
    const next = [...open].reduce((one, other) => (times[other]! < times[one]! ? other : one));
    open.delete(next);
    for (const { to, list, arrives } of links[next]!) {
      const time = arrives[firstFrom(list, times[next]!)] ?? Infinity;
      if (time >= times[to]!) continue;
      times[to] = time;
      open.add(to);
    }
  }
  return times;
}

/** By place, when one can be there at the earliest who sets out from some places at a time; ∞ where one cannot be. */
export function earliestOf(departures: Departures, starts: readonly number[], from: number): readonly number[] {
  const earliest = departures.map((_, place) => (starts.includes(place) ? from : Infinity));
  const first = departures.flat().sort((a, b) => a.at - b.at);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const { from: here, to, at, arrives, spread } of first) {
      const late = Math.max(0, earliest[here]! - at);
      if (late <= spread && arrives + late < earliest[to]!) [earliest[to], isChanged] = [arrives + late, true];
    }
  }
  return earliest;
}

/** By place, when one has to leave it at the latest to be in one of some places by a time; -∞ where one cannot be. */
export function latestOf(departures: Departures, ends: readonly number[], until: number): readonly number[] {
  const latest = departures.map((_, place) => (ends.includes(place) ? until : -Infinity));
  const last = departures.flat().sort((a, b) => b.at - a.at);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const { from, to, at, arrives, spread } of last) {
      const leaves = at + Math.min(spread, latest[to]! - arrives);
      if (latest[to]! >= arrives && leaves > latest[from]!) [latest[from], isChanged] = [leaves, true];
    }
  }
  return latest;
}

/** By place, when somebody can be there at the earliest, and has to leave it at the latest to be home. */
export interface Reach {
  readonly comes: readonly number[];
  readonly leaves: readonly number[];
}

const reaches = new WeakMap<Departures, Map<string, Reach>>();

/** Of those who live alike once. */
export function reachOf({ departures, placeIndex, from, until }: { readonly departures: Departures; readonly placeIndex: ReadonlyMap<string, number>; readonly from: number; readonly until: number }, { startPlaceId, endPlaceId }: Person): Reach {
  const found = reaches.get(departures) ?? new Map<string, Reach>();
  reaches.set(departures, found);
  const key = JSON.stringify([startPlaceId, endPlaceId]);
  const reach = found.get(key) ?? { comes: earliestOf(departures, [placeIndex.get(startPlaceId)!], from), leaves: latestOf(departures, [placeIndex.get(endPlaceId)!], until) };
  found.set(key, reach);
  return reach;
}
