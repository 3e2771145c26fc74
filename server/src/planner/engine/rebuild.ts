/** Makes one route anew as a whole, of what the others leave: heuristic labels, forwards and backwards in turn. */
import { heuristicLabelling } from './heuristic-labelling.ts';
import { DEPOT, type Network } from './network.ts';
import type { Chance } from './random.ts';
import { mirrored } from './tighten.ts';
import { replaceRoute, type Tours, UNVISITED } from './tours.ts';

/** By which share of it a profit is moved by chance, so that the same vertices give other routes. */
const NOISE = 0.2;

export interface Rebuilder {
  /** Labels that were made or refused, ever. */
  work: number;
  /** Replaces the next route in turn; false where none was found, or the tours are not to be used. */
  rebuild(tours: Tours, maxWork: number): boolean;
}

export function rebuilderOf(network: Network, chance: Chance): Rebuilder {
  const { size, routes, profit } = network;
  const labellings = [heuristicLabelling(network), heuristicLabelling(mirrored(network))] as const;
  const gain = new Float64Array(size);
  let turns = 0;

  /** The vertices that no other route visits. Profits are as they are in the first turns of all routes. */
  const freeFor = (route: number, { routeOf }: Tours): number[] => {
    const noise = turns < 2 * routes ? 0 : NOISE;
    const free: number[] = [];
    for (let vertex = DEPOT + 1; vertex < size; vertex += 1) {
      gain[vertex] = profit[vertex]! * (1 + noise * (chance.next() - 0.5));
      if (routeOf[vertex] === UNVISITED || routeOf[vertex] === route) free.push(vertex);
    }
    return free;
  };

  const rebuilder: Rebuilder = {
    work: 0,
    rebuild(tours, maxWork) {
      const route = turns % routes;
      const isMirror = Math.floor(turns / routes) % 2 === 1;
      const { route: walk, work } = labellings[isMirror ? 1 : 0](freeFor(route, tours), gain, maxWork);
      turns += 1;
      rebuilder.work += work;
      return walk.length > 0 && replaceRoute(network, tours, route, isMirror ? walk.toReversed() : walk);
    },
  };
  return rebuilder;
}
