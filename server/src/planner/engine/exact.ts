/**
 * The best route, proved: label setting with decremental state space relaxation (Righini and Salani 2008, 2009). First the Lagrangean bound
 * (bound.ts) with its multipliers; then labels of the mirror, which bound what each partial route can still gain (completion.ts); then labels by profit,
 * again and again, what is remembered growing until the best relaxed route visits nothing twice. That route is optimal, or the value given is, where none is better.
 * Exact for one route, with several windows and travel of any kind. Work is counted; where it is used up, the bound is that of the last relaxation that was finished.
 */
import { type UpperBound, upperBound } from './bound.ts';
import { type Completion, completionOf } from './completion.ts';
import { labelsOf } from './label-setting.ts';
import { forbidCircles, rememberAll } from './memory.ts';
import type { Network } from './network.ts';
import { bestRoutes, type Direction, directionOf } from './relaxed-routes.ts';
import { mirrored } from './tighten.ts';

export interface ExactOptions {
  /** A route that is known, and its profit: whatever is found is better, or this. */
  readonly known: { readonly profit: number; readonly route: readonly number[] };
  readonly maxWork: number;
  readonly maxLabels: number;
}

export interface Exact {
  readonly profit: number;
  readonly route: readonly number[];
  /** No route is worth more. Equal to `profit`: the certificate that it is the optimum. */
  readonly bound: number;
  readonly work: number;
}

/** The share of the work for the multipliers. */
const FOR_MULTIPLIERS = 0.3;
/** Rounds of decremental relaxation, after which everything is remembered. */
const ROUNDS = 40;
const CIRCLES_OF = 10;

/** The best route of a tightened network: of one route, whatever its `routes` say. */
export function exactRoute(several: Network, { known, maxWork, maxLabels }: ExactOptions): Exact {
  const forward = directionOf({ ...several, routes: 1 });
  const relaxed = upperBound(forward.network, { value: known.profit, maxWork: maxWork * FOR_MULTIPLIERS, maxLabels }, forward);
  const start = { ...known, bound: Math.max(known.profit, relaxed.bound), work: relaxed.work };
  if (start.bound === known.profit) return start;
  const limits = { maxWork: maxWork - start.work, maxLabels };
  const { completion, work } = completionFor(forward, relaxed, known.profit, limits);
  if (!completion) return { ...start, work: start.work + work };
  return byProfit(forward, relaxed, completion, { ...limits, start: { ...start, work: start.work + work }, maxWork });
}

interface Limits {
  readonly maxWork: number;
  readonly maxLabels: number;
}

/** Scaled and without the multipliers, what a route gains at least that is worth more than `profit`. */
const leastGain = ({ scale, multipliers }: UpperBound, profit: number): number => scale * (profit + 1) - multipliers;

/** Labels of both directions by the same gains: those forward bound those of the mirror, which bound what follows. */
function completionFor({ network, times }: Direction, relaxed: UpperBound, profit: number, limits: Limits): { completion?: Completion; work: number } {
  const { gain, memory } = relaxed;
  const least = leastGain(relaxed, profit);
  const forward = labelsOf(network, times, { ...limits, memory, worth: gain, gain });
  if (!forward.isComplete) return { work: forward.work };
  const mirror = directionOf(mirrored(network));
  const backward = labelsOf(mirror.network, mirror.times, {
    ...limits, memory, worth: gain, gain, least, completion: completionOf(mirror.network, forward.labels, gain), maxWork: limits.maxWork - forward.work,
  });
  const work = forward.work + backward.work;
  return backward.isComplete ? { completion: completionOf(network, backward.labels, gain), work } : { work };
}

function byProfit({ network, times }: Direction, relaxed: UpperBound, completion: Completion, { start, maxWork, ...limits }: Limits & { readonly start: Exact }): Exact {
  const { gain, memory } = relaxed;
  let found = start;
  for (let round = 0; found.bound > found.profit; round += 1) {
    if (round === ROUNDS) rememberAll(network, memory);
    completion.work = 0;
    const { labels, isComplete, work } = labelsOf(network, times, {
      ...limits, memory, worth: network.profit, gain, completion, least: leastGain(relaxed, found.profit), maxWork: maxWork - found.work,
    });
    found = { ...found, work: found.work + work };
    if (!isComplete) return found;
    const routes = bestRoutes(network, labels, CIRCLES_OF).filter(({ worth }) => worth > found.profit);
    const bound = Math.min(found.bound, routes[0]?.worth ?? found.profit);
    const elementary = routes.find(({ walk }) => new Set(walk).size === walk.length);
    if (elementary) found = { ...found, profit: elementary.worth, route: elementary.walk };
    found = { ...found, bound };
    for (const { walk } of routes) forbidCircles(memory, walk);
  }
  return found;
}
