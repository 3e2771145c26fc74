/** Puts into routes what fits, one vertex after the other, each where it delays the next visit least. */
import type { Inserter } from './insertion.ts';
import { DEPOT, NEVER, type Network } from './network.ts';
import type { Chance } from './random.ts';
import { insertAt, type Tours, UNVISITED } from './tours.ts';

/** The share of positions that are passed over, and of steps in which what did not fit is tried again: without the triangle inequality it may then. */
const BLINKS = 0.04;
const TRIES_AGAIN = 0.1;

/** What sorting takes for each vertex, measured against the trial of a position. */
const SORTING = 2;

/**
 * What the routes of `before` have left out fits only where something was taken out, into the routes that `isOpen` has a 1 for; what was
 * taken out may fit anywhere.
 */
export function recreatorOf(network: Network, inserter: Inserter, chance: Chance): (tours: Tours, before: Tours, isOpen: Uint8Array) => void {
  const { size, profit } = network;
  const fits = new Int32Array(size);
  const key = new Float64Array(size);
  const all = new Uint8Array(network.routes).fill(1);

  return (tours, { routeOf }, isOpen) => {
    if (insertFitting(tours, routeOf, isOpen) && chance.next() < TRIES_AGAIN) while (insertFitting(tours, undefined, all));
  };

  /** Whether anything was put in. Where `visited` is given, what it has a route for may go anywhere. */
  function insertFitting(tours: Tours, visited: Int32Array | undefined, isOpen: Uint8Array): boolean {
    const power = chance.below(4);
    const noise = chance.next() < 0.5 ? 0.2 : 1;
    const openTo = (vertex: number): Uint8Array | undefined => (visited && visited[vertex] === UNVISITED ? isOpen : undefined);
    inserter.scan(tours, isOpen);
    let count = 0;
    for (let vertex = DEPOT + 1; vertex < size; vertex += 1) {
      const shift = tours.routeOf[vertex] === UNVISITED ? shiftOf(tours, vertex, visited) : NEVER;
      if (shift === NEVER) continue;
      key[vertex] = wishOf(profit[vertex]!, shift, power) * (1 - noise * chance.next());
      fits[count] = vertex;
      count += 1;
    }
    inserter.work += SORTING * count;
    const sorted = fits.subarray(0, count).sort((one, other) => key[other]! - key[one]! || one - other);
    const before = tours.profit;
    for (const vertex of sorted) if (inserter.find(tours, vertex, BLINKS, openTo(vertex))) insertAt(network, tours, inserter.route, inserter.position, vertex);
    return tours.profit > before;
  }

  /** The least shift in the open routes, which have been scanned, or in all where the vertex may go anywhere. */
  function shiftOf(tours: Tours, vertex: number, visited: Int32Array | undefined): number {
    if (!visited || visited[vertex] === UNVISITED) return inserter.shifts[vertex]!;
    return inserter.find(tours, vertex, 0) ? inserter.shift : NEVER;
  }
}

/** profit² by delay, profit by delay, or chance alone. */
function wishOf(profit: number, shift: number, power: number): number {
  return power === 0 ? 1 : (power === 1 ? profit : profit * profit) / Math.max(1, shift);
}
