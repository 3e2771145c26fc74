/**
 * What no plan within a limit exceeds. First by prices alone, of the smallest team; then team size by team size, what each has paid as a resource of the ways: so many people cost so much and can hold so much at once. Larger teams
 * than are told apart count as the smallest of them, and hold what the largest can.
 */
import type { Person } from '@passerelle/shared/planning.ts';
import { atOnceOf } from '../model/at-once.ts';
import type { Model } from '../model/model.ts';
import { leastTeam } from '../model/needed.ts';
import type { Frame } from './frame.ts';
import { lagrangeanBound, type Priced } from './lagrangean-bound.ts';
import { ANY_DAY } from './last-ride.ts';
import { outlayOf } from './outlay.ts';
import { PaidRelaxation } from './paid-relaxation.ts';
import { Purse } from './purse.ts';
import type { Relaxation } from './relaxation.ts';

type Limit = Model['limits'][number];

/** So many sizes are told apart. */
const SIZES = 5;

/** A limit, with what is known of it by prices. */
export interface Tight {
  readonly limit: Limit;
  readonly priced: Priced;
}

export interface Within {
  /** No plan of a party that rides together has more profit; below 0 where none is within the limits. */
  readonly most: number;
  /** Limits that are in the way of the best way. */
  readonly tight: readonly Tight[];
  /** Whether the work allowed some prices to be tried. */
  readonly isSettled: boolean;
  readonly work: number;
}

/** By prices alone. */
export function mostWithin(frame: Frame, able: readonly Person[], maxWork: number): Within {
  const { limits } = frame.model;
  const outlay = outlayOf(frame, able, leastTeam(frame.model, able));
  const all = limits.map((limit) => ({ limit, ...lagrangeanBound(frame, outlay, limit, { maxWork: maxWork / limits.length }) }));
  return { most: Math.min(...all.map(({ most }) => most)), tight: all.filter(({ isTight }) => isTight), isSettled: all.every(({ isSettled }) => isSettled), work: all.reduce((sum, { work }) => sum + work, 0) };
}

export interface Trying {
  /** What is known to be possible. */
  readonly known: () => number;
  /** In steps of the relaxation: of all of it, and told of what is done beside running. */
  readonly maxWork: number;
  readonly worked: (work: number) => void;
  /** Runs a relaxation as far as it is worth it, and gives what no way of it exceeds. */
  readonly run: (relaxation: Relaxation) => number;
}

/** The same model for teams that are no larger. */
const ofSize = (model: Model, size: number): Model => ({ ...model, problem: { ...model.problem, maxTeam: size } });

/**
 * Team size by team size: no plan within the limit has more profit; infinite where the limit is not in the way of the smallest. Ends where larger teams have no more than is known, and where the work is used up: they have no more than
 * smaller ones have by prices.
 */
export function mostBySize(frame: Frame, able: readonly Person[], { limit, priced }: Tight, { known, maxWork, worked, run }: Trying): number {
  const least = leastTeam(frame.model, able);
  const largest = Math.max(least, Math.min(frame.model.problem.maxTeam ?? able.length, able.length));
  const last = Math.min(largest, least + SIZES - 1);
  let [most, byPrices, near, used] = [-1, Infinity, priced, 0];
  for (let size = least; size <= last; size += 1) {
    if (used > maxWork) return Math.max(most, byPrices);
    const outlay = outlayOf(frame, able, size);
    const bound = lagrangeanBound(frame, outlay, limit, { maxWork: 0, near });
    worked(bound.work);
    if (!bound.isTight) return Math.max(most, byPrices);
    [near, byPrices] = [bound.priced, bound.most];
    used += bound.work;
    if (bound.most <= known()) break;
    const sized = { ...frame, atOnce: atOnceOf(ofSize(frame.model, size === last ? largest : size), able) };
    const purse = new Purse(sized, outlay, limit, near);
    worked(purse.work);
    const relaxation = new PaidRelaxation(sized, purse, { known: known(), lastRide: ANY_DAY });
    most = Math.max(most, Math.min(bound.most, run(relaxation)));
    used += purse.work + relaxation.work;
  }
  return Math.max(most, known());
}
