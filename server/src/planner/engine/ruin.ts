/** Takes strings of visits out of routes that are near to each other: slack induction by string removals (Christiaens and Vanden Berghe 2020). */
import { DEPOT, type Network } from './network.ts';
import type { Chance } from './random.ts';
import { removeFrom, type Tours, UNVISITED } from './tours.ts';

/** How many visits go on average, and how long a string is at most. */
const VISITS_OUT = 10;
const LONGEST = 10;

/**
 * Writes into `isOpen` a 1 for each route that was cut. Gives false where what is left cannot be kept (a visit was a short cut): the routes are to be
 * thrown away.
 */
export function ruinerOf(network: Network, nearest: Int32Array, chance: Chance, isOpen: Uint8Array): (tours: Tours) => boolean {
  const { size, routes } = network;

  return (tours) => {
    isOpen.fill(0);
    let visits = 0;
    for (let route = 0; route < routes; route += 1) {
      visits += tours.length[route]!;
      if (tours.length[route] === 0) isOpen[route] = 1;
    }
    const longest = Math.max(1, Math.min(LONGEST, visits / routes));
    const strings = 1 + chance.below(Math.max(1, Math.floor((4 * VISITS_OUT) / (1 + longest))));
    const seed = 1 + chance.below(size - 1);
    for (let index = seed * size, cut = 0; index < (seed + 1) * size && cut < strings; index += 1) {
      const vertex = nearest[index]!;
      const route = vertex === DEPOT ? UNVISITED : tours.routeOf[vertex]!;
      if (route === UNVISITED || isOpen[route] === 1) continue;
      isOpen[route] = 1;
      cut += 1;
      if (!cutString(tours, route, vertex, longest)) return false;
    }
    return true;
  };

  function cutString(tours: Tours, route: number, vertex: number, longest: number): boolean {
    const length = tours.length[route]!;
    const count = 1 + chance.below(Math.min(length, Math.floor(longest)));
    const at = tours.order.indexOf(vertex, route * size) - route * size;
    const first = Math.max(0, at - count + 1);
    const last = Math.min(at, length - count);
    return removeFrom(network, tours, route, first + chance.below(last - first + 1), count);
  }
}
