/** What no route can use is cut off before the search, which changes no route, and the network is read from its end. */
import { DEPOT, NEVER, NO_LINK, type Network, windowsOf, withWindows } from './network.ts';

/**
 * From the start of a visit at `from` to the arrival at `to`, by whatever way is shortest, at `from * size + to`, or NEVER: all-pairs shortest
 * paths (Floyd 1962; Warshall 1962) over service and travel. It bounds what is still possible; no route takes it for a link, since passing a
 * vertex without a visit is not allowed. From a vertex to itself it is 0.
 */
export function shortestTimes({ size, service, travel }: Pick<Network, 'size' | 'service' | 'travel'>): Int32Array {
  const times = new Int32Array(size * size);
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) {
      const ticks = travel[from * size + to]!;
      times[from * size + to] = from === to ? 0 : ticks === NO_LINK ? NEVER : service[from]! + ticks;
    }
  }
  // No way leads over the depot.
  for (let by = 1; by < size; by += 1) shortenBy(by, size, times);
  return times;
}

function shortenBy(by: number, size: number, times: Int32Array): void {
  for (let from = 0; from < size; from += 1) {
    const first = times[from * size + by]!;
    if (first >= NEVER || from === by) continue;
    for (let to = 0; to < size; to += 1) {
      const through = first + times[by * size + to]!;
      if (through < times[from * size + to]!) times[from * size + to] = through;
    }
  }
}

/** The same routes, with windows that end where nobody comes back in time and begin where nobody can be there yet. */
export function tightened(network: Network, times = shortestTimes(network)): Network {
  const { size, departsAt, returnsBy } = network;
  return withWindows(network, Array.from({ length: size }, (_, vertex) => {
    const earliest = departsAt + times[DEPOT * size + vertex]!;
    const latest = returnsBy - times[vertex * size + DEPOT]!;
    return vertex === DEPOT ? [] : windowsOf(network, vertex).map(([opens, closes]) => [Math.max(opens, earliest), Math.min(closes, latest)] as const);
  }));
}

/**
 * The network read backwards: a route of the mirror is a route of the (tightened) network from its end to its beginning, and a visit that starts
 * at t there ends at `departsAt + returnsBy − t` here. So the same labelling runs in either direction, each time to the end.
 */
export function mirrored(network: Network): Network {
  const { size, departsAt, returnsBy, service } = network;
  const sum = departsAt + returnsBy;
  const travel = new Int32Array(size * size);
  for (let from = 0; from < size; from += 1) for (let to = 0; to < size; to += 1) travel[to * size + from] = network.travel[from * size + to]!;
  return withWindows({ ...network, travel }, Array.from({ length: size }, (_, vertex) =>
    windowsOf(network, vertex).map(([opens, closes]) => [sum - closes - service[vertex]!, sum - opens - service[vertex]!] as const)));
}
