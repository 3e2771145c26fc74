/**
 * What no routes together can exceed: the Lagrangean bound of the set packing formulation, one multiplier for each vertex, with relaxed routes
 * (the bound of column generation for the team orienteering problem: Boussier, Feillet and Gendreau 2007; ng-routes: Baldacci, Mingozzi and Roberti 2011). All numbers are whole and the last division is rounded down,
 * which is outward, since profits are whole: for any multipliers λ ≥ 0, no routes are worth more than ⌊(Σλ + m · max(0, best relaxed route of scale · profit − λ)) / scale⌋.
 * Not exact where the relaxation has a gap.
 */
import { labelsOf } from './label-setting.ts';
import { forbidCircles, leastMemory, type Memory, rememberNearest } from './memory.ts';
import { multipliersOf } from './multipliers.ts';
import { nearestOf } from './nearest.ts';
import type { Network } from './network.ts';
import { bestRoutes, type Direction, directionOf, type RelaxedRoute } from './relaxed-routes.ts';

export interface BoundOptions {
  /** What is known to be possible: at this, the bound is tight and the search ends. */
  readonly value: number;
  readonly maxWork: number;
  readonly maxLabels: number;
  /** Asked after each step, with the bound so far: true ends the search. */
  readonly stops?: (bound: number) => boolean;
}

export interface UpperBound {
  readonly bound: number;
  readonly work: number;
  /** How the bound was found: gains of visits, scaled, multipliers taken off; and the memory. */
  readonly scale: number;
  readonly gain: Int32Array;
  readonly multipliers: number;
  readonly memory: Memory;
}

/** The share of its profit that a vertex pays first, where there are several routes: they leave few vertices for each other. */
const START = 0.8;
/** How many are remembered from the start. */
const NEAREST = 4;
/** Units of the scale in the mean profit: the finer, the better the multipliers and the slower the labels. */
const FINENESS = 16;
/** Steps without a better bound after which memories grow. */
const PATIENCE = 12;
/** Routes that are looked at. */
const ROUTES = 40;

/** Of a tightened network. */
export function upperBound(network: Network, options: BoundOptions, direction: Direction = directionOf(network)): UpperBound {
  const profit = withinReach(network);
  const all = profit.reduce((sum, one) => sum + one, 0);
  const divisor = Math.max(1, all);
  const scale = Math.max(1, Math.min(Math.round((FINENESS * network.size) / divisor), Math.floor(2 ** 29 / divisor)));
  const memory = leastMemory(network, direction.times);
  rememberNearest(network, memory, nearestOf(network), NEAREST);
  const multipliers = multipliersOf(profit.map((one) => one * scale * startOf(network)), profit.map((one) => one * scale * 2));
  let best: UpperBound = { bound: all, work: 0, scale, gain: profit.map((one) => one * scale), multipliers: 0, memory };
  let [work, stale] = [0, 0];
  while (best.bound > options.value && work < options.maxWork) {
    const sum = multipliers.sum;
    const gain = profit.map((one, vertex) => one * scale - multipliers.current[vertex]!);
    const labelling = labelsOf(network, direction.times, { ...options, memory, worth: gain, gain, maxWork: options.maxWork - work });
    work += labelling.work;
    if (!labelling.isComplete) break;
    const routes = bestRoutes(network, labelling.labels, ROUTES);
    const scaled = sum + network.routes * mostOf(routes);
    const bound = Math.floor(scaled / scale);
    if (bound < best.bound) { best = { ...best, bound, gain, multipliers: sum }; stale = 0; } else stale += 1;
    if (options.stops?.(best.bound)) break;
    multipliers.learn(scaled, visitsOf(network, gain, routes), options.value * scale);
    if (isExhausted(stale, memory, routes)) break;
  }
  return { ...best, work };
}

/** The profits, 0 for what cannot be visited at all: it pays no multiplier. */
function withinReach({ profit, firstWindow }: Network): Int32Array {
  return profit.map((one, vertex) => (firstWindow[vertex] === firstWindow[vertex + 1] ? 0 : one));
}

const startOf = ({ routes }: Network): number => (routes > 1 ? START : 0);

/** The empty route is worth 0. */
const mostOf = ([best]: readonly RelaxedRoute[]): number => (best ? Math.max(0, best.worth) : 0);

/** Whether nothing better is to be hoped for; until then, where the bound is stale, circles are forbidden that the best routes go in. */
function isExhausted(stale: number, memory: Memory, routes: readonly RelaxedRoute[]): boolean {
  if (stale < PATIENCE) return false;
  const isGrown = routes.map(({ walk }) => forbidCircles(memory, walk)).includes(true);
  return stale >= PATIENCE * (isGrown ? 4 : 2);
}

/** How often each vertex is visited by as many routes as there are: the best, then those that are worth most when what others visit counts no more. */
function visitsOf({ size, routes }: Network, gain: Int32Array, best: readonly RelaxedRoute[]): Float64Array {
  const visits = new Float64Array(size);
  const left = ({ walk }: RelaxedRoute): number => walk.reduce((sum, vertex) => sum + (visits[vertex] === 0 ? gain[vertex]! : 0), 0);
  for (let route = 0; route < routes; route += 1) {
    const next = best.reduce<RelaxedRoute | undefined>((most, one) => (most === undefined || left(one) > left(most) ? one : most), undefined);
    if (next && next.worth > 0) for (const vertex of next.walk) visits[vertex] = visits[vertex]! + 1;
  }
  return visits;
}
