/**
 * Routes that were good are remembered one by one, and from time to time the best of them that have no vertex in common are put together (set
 * packing over a pool of routes: as in the iterative three-component heuristic of Hu and Lim 2014), by a depth-first branch and bound with counted steps.
 * One route has nothing to be put together with: then nothing is remembered.
 */
import { UNVISITED, type Tours, timeRoute } from './tours.ts';
import type { Network } from './network.ts';
import { chanceOf } from './random.ts';

export interface Recombiner {
  remember(tours: Tours): void;
  /** Writes the best combination onto `tours` if it is worth more than `least`; says the steps that this took. */
  recombine(tours: Tours, least: number): number;
}

interface Kept {
  readonly order: Int32Array;
  readonly set: Int32Array;
  readonly profit: number;
  readonly back: number;
}

const MOST_KEPT = 6000;
const MOST_STEPS = 400_000;

export function recombinerOf(network: Network): Recombiner {
  const { size, routes, profit } = network;
  const chance = chanceOf(size);
  const keys = Int32Array.from({ length: size }, () => chance.below(2 ** 32));
  let pool = new Map<number, Kept>();

  function rememberRoute({ order, length, back }: Tours, route: number): void {
    let key = 0;
    for (let at = route * size; at < route * size + length[route]!; at += 1) key ^= keys[order[at]!]!;
    const known = pool.get(key);
    if (known && known.back <= back[route]!) return;
    pool.set(key, keptOf(order.slice(route * size, route * size + length[route]!), back[route]!, profit));
  }

  return {
    remember(tours) {
      if (routes === 1) return;
      for (let route = 0; route < routes; route += 1) if (tours.length[route]! > 0) rememberRoute(tours, route);
      if (pool.size > MOST_KEPT) pool = new Map([...pool].sort(([, one], [, other]) => other.profit - one.profit).slice(0, MOST_KEPT / 2));
    },
    recombine(tours, least) {
      const { chosen, steps } = bestPacking([...pool.values()].sort((one, other) => other.profit - one.profit), routes, least);
      if (chosen.length > 0) write(network, tours, chosen);
      return steps;
    },
  };
}

function keptOf(order: Int32Array, back: number, profits: Int32Array): Kept {
  const set = new Int32Array((profits.length + 31) >> 5);
  let profit = 0;
  for (const vertex of order) {
    set[vertex >> 5] = set[vertex >> 5]! | (1 << (vertex & 31));
    profit += profits[vertex]!;
  }
  return { order, set, profit, back };
}

/** At most `most` of the routes, sorted by profit, that have nothing in common and are worth more than `least`; none where there are none. */
function bestPacking(sorted: readonly Kept[], most: number, least: number): { chosen: readonly Kept[]; steps: number } {
  let [best, steps] = [least, 0];
  let chosen: readonly Kept[] = [];
  const go = (from: number, taken: readonly Kept[], profit: number): void => {
    if (profit > best) { best = profit; chosen = taken; }
    const left = most - taken.length;
    for (let index = from; left > 0 && index < sorted.length && steps < MOST_STEPS; index += 1) {
      const route = sorted[index]!;
      steps += 1;
      if (profit + left * route.profit <= best) return;
      if (taken.every((other) => areApart(route.set, other.set))) go(index + 1, [...taken, route], profit + route.profit);
    }
  };
  go(0, [], 0);
  return { chosen, steps };
}

function areApart(one: Int32Array, other: Int32Array): boolean {
  for (let word = 0; word < one.length; word += 1) if ((one[word]! & other[word]!) !== 0) return false;
  return true;
}

function write(network: Network, tours: Tours, chosen: readonly Kept[]): void {
  tours.routeOf.fill(UNVISITED);
  tours.length.fill(0);
  tours.profit = 0;
  for (let route = 0; route < network.routes; route += 1) {
    const kept = chosen[route];
    if (kept) {
      tours.order.set(kept.order, route * network.size);
      tours.length[route] = kept.order.length;
      for (const vertex of kept.order) tours.routeOf[vertex] = route;
      tours.profit += kept.profit;
    }
    timeRoute(network, tours, route);
  }
}
