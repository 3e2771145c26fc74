/**
 * A large neighbourhood search (Shaw 1998; Pisinger and Ropke 2010) for any number of routes: a part of the routes is taken out, strings of
 * visits that are near to each other (slack induction by string removals, Christiaens and Vanden Berghe 2020, without their split strings), and what fits is put in, in the
 * order of profit² by delay (Vansteenwegen et al. 2009) or of chance; now and then a route is made anew as a whole. What came out is accepted by simulated
 * annealing (Kirkpatrick, Gelatt and Vecchi 1983). Nothing is proved. The same for the same seed and the same work, with the same engine of JavaScript.
 */
import { inserterOf } from './insertion.ts';
import type { Network } from './network.ts';
import { nearestOf } from './nearest.ts';
import { chanceOf } from './random.ts';
import { rebuilderOf } from './rebuild.ts';
import { recreatorOf } from './recreate.ts';
import { recombinerOf } from './recombine.ts';
import { ruinerOf } from './ruin.ts';
import { copyTours, emptyTours, listsOf, type Tours } from './tours.ts';

export interface Found {
  readonly profit: number;
  readonly routes: readonly (readonly number[])[];
  /** Elementary operations: positions tried, routes gone into, vertices sorted, labels extended, each with about the same share of the time, whatever the problem. */
  readonly work: number;
}

export interface SearchOptions {
  readonly seed: number;
  /** The search ends after so many elementary operations. */
  readonly maxWork: number;
  /** Asked from time to time, with the best so far: true ends the search. */
  readonly stops?: (best: Found) => boolean;
  /** No route can be worth more together: the search ends when this is found. */
  readonly bound?: number;
}

/** How often what is remembered is put together. */
const PARTS = 8;
/** Steps between two questions whether to stop. */
const ASKS_EVERY = 100;
/** Of the mean profit of a vertex: how much worse a step may be, at the beginning and at the end. */
const HOTTEST = 2;
const COLDEST = 0.1;
/** The share of the work in which routes are made anew as a whole, and of how many routes at most: more of them leave little for each other that is not taken. */
const REBUILDS = 0.15;
const FEW_ROUTES = 2;
/** What all the time of all routes weighs, against the profit of one vertex: it decides between equals. */
const TIME_WEIGHT = 1;

/** The best routes found within the work. */
export function localSearch(network: Network, { seed, maxWork, stops, bound = Infinity }: SearchOptions): Found {
  if (network.size === 1 || network.routes === 0) return { profit: 0, routes: [], work: 0 };
  const search = stepsOf(network, seed);
  let recombinesAt = maxWork / PARTS;
  for (let step = 0; search.work() < maxWork && search.best.profit < bound; step += 1) {
    search.step(HOTTEST * (COLDEST / HOTTEST) ** (search.work() / maxWork), maxWork);
    if (search.work() >= recombinesAt) { recombinesAt += maxWork / PARTS; search.recombine(); }
    if (step % ASKS_EVERY === 0 && stops?.(foundOf(network, search.best, search.work()))) break;
  }
  return foundOf(network, search.best, search.work());
}

interface Steps {
  readonly best: Tours;
  work(): number;
  /** Makes a route anew, where that is due, then takes out and puts in; goes on each time from there or from where it was. `warmth` is the part of the mean profit by which it may become worse. */
  step(warmth: number, maxWork: number): void;
  /** Goes on from the remembered routes that are worth most together, where that is more than the best so far. */
  recombine(): void;
}

function stepsOf(network: Network, seed: number): Steps {
  const chance = chanceOf(seed);
  const inserter = inserterOf(network, chance);
  const isOpen = new Uint8Array(network.routes);
  const ruin = ruinerOf(network, nearestOf(network), chance, isOpen);
  const recreate = recreatorOf(network, inserter, chance);
  const recombiner = recombinerOf(network);
  const rebuilder = rebuilderOf(network, chance);
  const scoreOf = scorerOf(network);
  const [current, trial, best] = [emptyTours(network), emptyTours(network), emptyTours(network)];
  const mean = meanProfit(network);
  let score = scoreOf(current);
  const rebuilds = network.routes <= FEW_ROUTES ? REBUILDS : 0;
  let work = 0;

  const judge = (warmth: number): void => {
    const scored = scoreOf(trial);
    if (scored >= score + warmth * mean * Math.log(chance.next())) { copyTours(trial, current); score = scored; recombiner.remember(current); }
    if (trial.profit > best.profit) copyTours(trial, best);
  };

  const workSoFar = (): number => work + inserter.work + rebuilder.work;
  const rebuild = (warmth: number, maxWork: number): void => {
    copyTours(current, trial);
    if (rebuilder.rebuild(trial, maxWork)) judge(warmth);
  };

  return {
    best,
    work: workSoFar,
    step(warmth, maxWork) {
      if (rebuilder.work < rebuilds * workSoFar()) rebuild(warmth, maxWork - workSoFar());
      work += 1;
      copyTours(current, trial);
      if (!ruin(trial)) return;
      recreate(trial, current, isOpen);
      judge(warmth);
    },
    recombine() {
      work += recombiner.recombine(current, best.profit);
      if (current.profit > best.profit) copyTours(current, best);
      score = scoreOf(current);
    },
  };
}

const foundOf = (network: Network, best: Tours, work: number): Found => ({ profit: best.profit, routes: listsOf(network, best), work });

function meanProfit({ profit, size }: Network): number {
  return profit.reduce((sum, one) => sum + one, 0) / Math.max(1, size - 1);
}

function scorerOf(network: Network): (tours: Tours) => number {
  const { departsAt, returnsBy, routes } = network;
  const weight = (TIME_WEIGHT * meanProfit(network)) / Math.max(1, (returnsBy - departsAt) * routes);
  return ({ profit, back }) => {
    let time = 0;
    for (let route = 0; route < routes; route += 1) time += back[route]! - departsAt;
    return profit - weight * time;
  };
}
