/** Where a vertex fits best into routes: the insertion step of Vansteenwegen et al. (2009), with positions passed over by chance (Christiaens and Vanden Berghe 2020). */
import { followersOf } from './followers.ts';
import { DEPOT, earliestStart, NEVER, NO_LINK, type Network } from './network.ts';
import type { Chance } from './random.ts';
import { type Tours, UNVISITED } from './tours.ts';

/** Looks for places; what it found last stands in it, so that nothing is allocated in the loop. */
export interface Inserter {
  /** The best place: −1 where there is none. */
  route: number;
  /** From 0, before the vertex that stands there. */
  position: number;
  /** By how many ticks the next visit is reached later, waiting included. Below 0 where a detour is shorter. */
  shift: number;
  /** Positions that were tried and routes that were gone into, ever: elementary operations, which take about the same time each. */
  work: number;
  /** Looks at each position of each route, or of those that `isOpen` has a 1 for, but for a share `blinks` of them. True where a place was found. */
  find(tours: Tours, vertex: number, blinks: number, isOpen?: Uint8Array): boolean;
  /** Of each vertex that no route visits, after `scan`: the least shift, or NEVER. */
  readonly shifts: Int32Array;
  /** Fills `shifts` for the open routes, position by position: at each only the vertices are looked at that the slack there leaves time for. */
  scan(tours: Tours, isOpen: Uint8Array): void;
}

export function inserterOf(network: Network, chance: Chance): Inserter {
  const { size, routes, departsAt, returnsBy, service, travel, firstWindow, opens, closes } = network;
  const towards = transposed(network);
  const followers = followersOf(network);
  const shifts = new Int32Array(size);
  const inserter: Inserter = { route: -1, position: 0, shift: NEVER, work: 0, find, shifts, scan };

  function scan(tours: Tours, isOpen: Uint8Array): void {
    shifts.fill(NEVER);
    let isEmptyTried = false;
    for (let route = 0; route < routes; route += 1) {
      const isEmpty = tours.length[route] === 0;
      // Empty routes are all alike.
      if (isOpen[route] === 0 || (isEmpty && isEmptyTried)) continue;
      isEmptyTried ||= isEmpty;
      scanRoute(tours, route);
    }
  }

  function scanRoute(tours: Tours, route: number): void {
    const { order, length, start, latest } = tours;
    const end = route * size + length[route]!;
    let before = DEPOT;
    let leaves = departsAt;
    for (let at = route * size; at <= end; at += 1) {
      const after = at === end ? DEPOT : order[at]!;
      scanPosition(tours, before, leaves, after, after === DEPOT ? returnsBy : latest[after]!);
      before = after;
      leaves = start[after]! + service[after]!;
    }
  }

  /** Those that no route visits yet, and that can have ended where the next visit starts at the latest. */
  function scanPosition({ routeOf }: Tours, before: number, leaves: number, after: number, by: number): void {
    const list = followers.listOf(before, leaves);
    const { first, vertex: near, ends } = followers;
    const end = first[list + 1]!;
    let index = first[list]!;
    for (; index < end && ends[index]! <= by; index += 1) {
      const vertex = near[index]!;
      if (routeOf[vertex] !== UNVISITED) continue;
      const shift = shiftOf(before, leaves, vertex, after, by);
      if (shift < shifts[vertex]!) shifts[vertex] = shift;
    }
    inserter.work += index - first[list]! + 1;
  }

  function find(tours: Tours, vertex: number, blinks: number, isOpen?: Uint8Array): boolean {
    inserter.route = -1;
    inserter.shift = NEVER;
    if (firstWindow[vertex] === firstWindow[vertex + 1]) return false;
    let isEmptyTried = false;
    for (let route = 0; route < routes; route += 1) {
      if (isOpen?.[route] === 0) continue;
      // Empty routes are all alike.
      if (tours.length[route] === 0 && isEmptyTried) continue;
      isEmptyTried ||= tours.length[route] === 0;
      tryRoute(tours, vertex, route, blinks);
    }
    return inserter.route >= 0;
  }

  function tryRoute(tours: Tours, vertex: number, route: number, blinks: number): void {
    inserter.work += 1;
    const { order, length, start, latest } = tours;
    const lastClose = closes[firstWindow[vertex + 1]! - 1]!;
    const first = route * size;
    const end = first + length[route]!;
    let at = firstAfter(tours, first, end, opens[firstWindow[vertex]!]! + service[vertex]!);
    let before = at === first ? DEPOT : order[at - 1]!;
    let leaves = at === first ? departsAt : start[before]! + service[before]!;
    for (; at <= end && leaves <= lastClose; at += 1) {
      inserter.work += 1;
      const after = at === end ? DEPOT : order[at]!;
      if (blinks === 0 || chance.next() >= blinks) {
        const shift = shiftOf(before, leaves, vertex, after, after === DEPOT ? returnsBy : latest[after]!);
        if (shift < inserter.shift) { inserter.shift = shift; inserter.route = route; inserter.position = at - first; }
      }
      before = after;
      leaves = start[after]! + service[after]!;
    }
  }

  /** The first visit that may start at `ends` or later: nothing that ends no earlier fits before those ahead of it. By bisection, since `latest` never falls along a route. */
  function firstAfter({ order, latest }: Tours, first: number, end: number, ends: number): number {
    let [low, high] = [first, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (latest[order[middle]!]! < ends) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** NEVER where the visit cannot be made between the two, or the next is then reached after `by`. */
  function shiftOf(before: number, leaves: number, vertex: number, after: number, by: number): number {
    const there = towards[vertex * size + before]!;
    const on = travel[vertex * size + after]!;
    if (there === NO_LINK || on === NO_LINK || leaves + there + service[vertex]! + on > by) return NEVER;
    const starts = earliestStart(network, vertex, leaves + there);
    const reaches = starts + service[vertex]! + on;
    if (starts === NEVER || reaches > by) return NEVER;
    return before === after ? reaches - leaves : reaches - leaves - travel[before * size + after]!;
  }

  return inserter;
}

/** Travel by where it leads to: one vertex after the other is tried, and what is read of each lies together. */
function transposed({ size, travel }: Network): Int32Array {
  const towards = new Int32Array(size * size);
  for (let from = 0; from < size; from += 1) for (let to = 0; to < size; to += 1) towards[to * size + from] = travel[from * size + to]!;
  return towards;
}
