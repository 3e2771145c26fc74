/** Which vertices are near to each other, in time. */
import { DEPOT, NEVER, NO_LINK, type Network } from './network.ts';

/** Of each vertex all vertices, `size` of them from `vertex * size` on: itself, then the others, the nearest first, then those that no link joins with it, and the depot. */
export function nearestOf(network: Network): Int32Array {
  const { size } = network;
  const nearest = new Int32Array(size * size);
  const away = new Float64Array(size);
  for (let vertex = 0; vertex < size; vertex += 1) {
    for (let other = 0; other < size; other += 1) away[other] = other === vertex ? -1 : awayOf(network, vertex, other);
    const sorted = Int32Array.from(away.keys()).sort((one, other) => away[one]! - away[other]! || one - other);
    nearest.set(sorted, vertex * size);
  }
  return nearest;
}

/** The shorter way of the two. */
function awayOf({ size, travel }: Network, one: number, other: number): number {
  const [there, back] = [travel[one * size + other]!, travel[other * size + one]!];
  if (one === DEPOT || other === DEPOT || (there === NO_LINK && back === NO_LINK)) return NEVER;
  if (there === NO_LINK || back === NO_LINK) return Math.max(there, back);
  return Math.min(there, back);
}
