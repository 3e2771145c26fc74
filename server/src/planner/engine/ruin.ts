/** Takes strings of visits out of routes that are near to each other: slack induction by string removals (Christiaens and Vanden Berghe 2020). */
import type { Network } from './network.ts';
import type { Chance } from './random.ts';
import { removeFrom, type Tours, UNVISITED } from './tours.ts';

/** How many visits go on average, and how long a string is at most. */
const VISITS_OUT = 10;
const LONGEST = 10;
/** The share of ruins that may cut a route several times, in shorter strings: where routes are few there is else only one string. */
const AGAIN = 0.5;
/** The share of ruins that take out single visits besides, and how many at most. */
const SCATTERED = 0.5;
const MOST_SCATTERED = 3;

/**
 * Writes into `isOpen` a 1 for each route that was cut. Gives false where what is left cannot be kept (a visit was a short cut): the routes are to be
 * thrown away.
 */
export function ruinerOf(network: Network, nearest: Int32Array, chance: Chance, isOpen: Uint8Array): (tours: Tours) => boolean {
  const { size, routes } = network;

  return (tours) => {
    const longest = Math.max(1, Math.min(LONGEST, openEmpty(tours) / routes));
    const strings = 1 + chance.below(Math.max(1, Math.floor((4 * VISITS_OUT) / (1 + longest))));
    return cutStrings(tours, strings, longest) && (chance.next() >= SCATTERED || scatter(tours));
  };

  /** Opens the routes that are empty, and no others. Says how many visits there are. */
  function openEmpty({ length }: Tours): number {
    let visits = 0;
    for (let route = 0; route < routes; route += 1) {
      visits += length[route]!;
      isOpen[route] = length[route] === 0 ? 1 : 0;
    }
    return visits;
  }

  /** Around a vertex by chance, of the routes that visit what is near to it. */
  function cutStrings(tours: Tours, strings: number, longest: number): boolean {
    const seed = 1 + chance.below(size - 1);
    const mayCutAgain = chance.next() < AGAIN;
    const most = mayCutAgain ? Math.max(1, longest / 2) : longest;
    for (let index = seed * size, cut = 0; index < (seed + 1) * size && cut < strings; index += 1) {
      const vertex = nearest[index]!;
      const route = tours.routeOf[vertex]!;
      if (route === UNVISITED || (isOpen[route] === 1 && !mayCutAgain)) continue;
      isOpen[route] = 1;
      cut += 1;
      if (!cutString(tours, route, vertex, most)) return false;
    }
    return true;
  }

  /** Single visits, anywhere. */
  function scatter(tours: Tours): boolean {
    for (let left = 1 + chance.below(MOST_SCATTERED); left > 0; left -= 1) {
      const route = chance.below(routes);
      if (tours.length[route] === 0) continue;
      isOpen[route] = 1;
      if (!removeFrom(network, tours, route, chance.below(tours.length[route]!), 1)) return false;
    }
    return true;
  }

  function cutString(tours: Tours, route: number, vertex: number, longest: number): boolean {
    const length = tours.length[route]!;
    const count = 1 + chance.below(Math.min(length, Math.floor(longest)));
    const at = tours.order.indexOf(vertex, route * size) - route * size;
    const first = Math.max(0, at - count + 1);
    const last = Math.min(at, length - count);
    return removeFrom(network, tours, route, first + chance.below(last - first + 1), count);
  }
}
