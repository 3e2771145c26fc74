/** One direction of a network with what the search needs of it, and what its labels say when they are back at the depot. */
import { type Labels, walkOf } from './labels.ts';
import { DEPOT, NO_LINK, type Network } from './network.ts';
import { shortestTimes } from './tighten.ts';

export interface Direction {
  readonly network: Network;
  readonly times: Int32Array;
}

export const directionOf = (network: Network): Direction => ({ network, times: shortestTimes(network) });

export interface RelaxedRoute {
  /** What it is worth; a vertex counts as often as it is visited. */
  readonly worth: number;
  readonly walk: readonly number[];
}

/** The `most` relaxed routes that are worth most, each with another last visit, the best first. The empty route is not among them. */
export function bestRoutes(network: Network, labels: Labels, most: number): RelaxedRoute[] {
  const best = new Map<number, number>();
  for (let label = 0; label < labels.count; label += 1) {
    if (labels.isDominated[label] === 1 || !comesHome(network, labels, label)) continue;
    const known = best.get(labels.vertex[label]!);
    if (known === undefined || labels.worth[label]! > labels.worth[known]!) best.set(labels.vertex[label]!, label);
  }
  const sorted = [...best.values()].sort((one, other) => labels.worth[other]! - labels.worth[one]! || one - other);
  return sorted.slice(0, most).map((label) => ({ worth: labels.worth[label]!, walk: walkOf(labels, label) }));
}

function comesHome({ size, service, travel, returnsBy }: Network, { vertex, time }: Labels, label: number): boolean {
  const at = vertex[label]!;
  const ticks = travel[at * size + DEPOT]!;
  return ticks !== NO_LINK && time[label]! + service[at]! + ticks <= returnsBy;
}
