/** Routes that are being changed: flat arrays, one state that is copied onto another, never allocated in the loop. */
import { DEPOT, earliestStart, latestStart, NEVER, NO_LINK, type Network } from './network.ts';

/** A vertex that no route visits. */
export const UNVISITED = -1;

export interface Tours {
  /** The vertices of route r in order, from `r * size` on, `length[r]` of them. */
  readonly order: Int32Array;
  readonly length: Int32Array;
  /** Of each vertex, the route that visits it, or UNVISITED. */
  readonly routeOf: Int32Array;
  /** Of each vertex that is visited, the earliest start of its visit, and the latest with which the rest of its route can still be kept. */
  readonly start: Int32Array;
  readonly latest: Int32Array;
  /** Of each route, when it is back at the depot. */
  readonly back: Int32Array;
  profit: number;
}

export function emptyTours({ size, routes, departsAt }: Network): Tours {
  return {
    order: new Int32Array(routes * size), length: new Int32Array(routes), routeOf: new Int32Array(size).fill(UNVISITED),
    start: new Int32Array(size), latest: new Int32Array(size), back: new Int32Array(routes).fill(departsAt), profit: 0,
  };
}

export function copyTours(from: Tours, to: Tours): void {
  to.order.set(from.order);
  to.length.set(from.length);
  to.routeOf.set(from.routeOf);
  to.start.set(from.start);
  to.latest.set(from.latest);
  to.back.set(from.back);
  to.profit = from.profit;
}

/** The routes as lists, those that are empty left out. */
export function listsOf({ size, routes }: Network, { order, length }: Tours): number[][] {
  return Array.from({ length: routes }, (_, route) => [...order.subarray(route * size, route * size + length[route]!)]).filter((list) => list.length > 0);
}

/**
 * Computes the times of a route anew, forwards and backwards. What lies between `latest` and `start` is the forward time slack (Savelsbergh
 * 1992; `maxShift` of Vansteenwegen et al. 2009): an insertion is possible exactly where the next visit is reached by its `latest`, with
 * several windows, too. False where the order cannot be kept.
 */
export function timeRoute(network: Network, tours: Tours, route: number): boolean {
  return forwards(network, tours, route) && backwards(network, tours, route);
}

function forwards(network: Network, { order, length, start, back }: Tours, route: number): boolean {
  const { size, service, travel } = network;
  const end = route * size + length[route]!;
  let at = DEPOT;
  let leaves = network.departsAt;
  for (let position = route * size; position < end; position += 1) {
    const next = order[position]!;
    const ticks = travel[at * size + next]!;
    const starts = ticks === NO_LINK ? NEVER : earliestStart(network, next, leaves + ticks);
    if (starts === NEVER) return false;
    start[next] = starts;
    leaves = starts + service[next]!;
    at = next;
  }
  const home = at === DEPOT ? 0 : travel[at * size + DEPOT]!;
  if (home === NO_LINK || leaves + home > network.returnsBy) return false;
  back[route] = leaves + home;
  return true;
}

function backwards(network: Network, { order, length, latest }: Tours, route: number): boolean {
  const { size, service, travel } = network;
  let next = DEPOT;
  let by = network.returnsBy;
  for (let position = route * size + length[route]! - 1; position >= route * size; position -= 1) {
    const at = order[position]!;
    by = latestStart(network, at, by - travel[at * size + next]! - service[at]!);
    if (by < 0) return false;
    latest[at] = by;
    next = at;
  }
  return true;
}

/** Puts a vertex at a position (from 0) of a route; the times are computed anew. */
export function insertAt(network: Network, tours: Tours, route: number, position: number, vertex: number): void {
  const { order, length, routeOf } = tours;
  const at = route * network.size + position;
  order.copyWithin(at + 1, at, route * network.size + length[route]!);
  order[at] = vertex;
  length[route] = length[route]! + 1;
  routeOf[vertex] = route;
  tours.profit += network.profit[vertex]!;
  timeRoute(network, tours, route);
}

/**
 * Takes `count` vertices out of a route, from a position on. Without the triangle inequality, what is left may be too slow: false then, and the
 * routes are not to be used.
 */
export function removeFrom(network: Network, tours: Tours, route: number, position: number, count: number): boolean {
  const { order, length, routeOf } = tours;
  const at = route * network.size + position;
  for (let index = at; index < at + count; index += 1) {
    routeOf[order[index]!] = UNVISITED;
    tours.profit -= network.profit[order[index]!]!;
  }
  order.copyWithin(at, at + count, route * network.size + length[route]!);
  length[route] = length[route]! - count;
  return timeRoute(network, tours, route);
}

/** Puts other vertices, which no other route visits, on a route instead of its own. False where the order cannot be kept. */
export function replaceRoute(network: Network, tours: Tours, route: number, vertices: readonly number[]): boolean {
  const { order, length, routeOf } = tours;
  const at = route * network.size;
  for (let index = at; index < at + length[route]!; index += 1) {
    routeOf[order[index]!] = UNVISITED;
    tours.profit -= network.profit[order[index]!]!;
  }
  order.set(vertices, at);
  length[route] = vertices.length;
  for (const vertex of vertices) {
    routeOf[vertex] = route;
    tours.profit += network.profit[vertex]!;
  }
  return timeRoute(network, tours, route);
}
