/**
 * What the profits come to at most within a limit: the best way that pays a price for what it costs, and is given the limit at that price once (Lagrangean relaxation of a resource constraint: Handler and Zang 1980; Beasley and
 * Christofides 1989). Any price gives a bound; the best lies where ways turn from those that cost too much to those that do not. Whole numbers alone.
 */
import { ALLOWANCE, FARE, OTHER } from '../model/cost-kinds.ts';
import type { Model } from '../model/model.ts';
import { PARTS } from './completion.ts';
import type { Frame } from './frame.ts';
import type { Outlay } from './outlay.ts';
import type { PricedWay, Prices } from './priced-way.ts';
import { PricedWays } from './priced-ways.ts';

/** Prices by cent are small: units of profit count in so many times more parts. */
const FINER = 1024;
export const SCALE = PARTS * FINER;
/** Prices that are tried, and for each how often multipliers are mended; and then at the best of them. */
const PRICES = 14;
const MENDED = 3;
const AT_LAST = 12;
/** How many prices are tried near to others. */
const NEAR = 5;
/** With less than so many passes nothing is settled. */
const FEW = 8;
/** How far multipliers go first, as a part of the bound; how much less with each price, and with each pass at last. */
const LENGTH = 0.05;
const SLOWER = 0.25;
const SHORTER = 0.85;

type Limit = Model['limits'][number];

/** A price by cent, multipliers by task, and what no way exceeds by them, in parts. */
export interface Priced {
  readonly bound: number;
  readonly price: number;
  readonly multipliers: Float64Array;
}

/** A way that was the best at some price, and what it costs of what is limited. */
export interface Afforded {
  readonly way: PricedWay;
  readonly cents: number;
  readonly profit: number;
}

export interface LagrangeanBound {
  /** No way within the limit brings more profit. */
  readonly most: number;
  /** Whether the best way of all, whatever it costs, is above the limit. */
  readonly isTight: boolean;
  /** Whether the work allowed some prices to be tried, where it is. */
  readonly isSettled: boolean;
  readonly ways: readonly Afforded[];
  readonly priced: Priced;
  readonly work: number;
}

/** What a cent of each kind costs where one that is limited has a price. */
export function pricesOf({ kinds }: Limit, price: number): Prices {
  const of = (kind: number): number => (kinds.includes(kind) ? price : 0);
  return { fare: of(FARE), allowance: of(ALLOWANCE), other: of(OTHER) };
}

class Dual {
  private readonly frame: Frame;
  private readonly limit: Limit;
  private readonly paid: PricedWays;
  private readonly profits: Float64Array;
  private multipliers: Float64Array;
  best: Priced;
  readonly ways: Afforded[] = [];

  constructor(frame: Frame, outlay: Outlay, limit: Limit) {
    this.frame = frame;
    this.limit = limit;
    this.paid = new PricedWays(frame, outlay);
    this.profits = Float64Array.from(frame.covered, ({ index }) => frame.profits[index]! * SCALE);
    this.multipliers = Float64Array.from(frame.covered, ({ index }) => frame.multipliers[index]! * FINER);
    this.best = { bound: this.profits.reduce((sum, one) => sum + one, 0), price: 0, multipliers: this.multipliers };
  }

  get work(): number {
    return this.paid.work;
  }

  /** The best way at a price; multipliers go a part of the length from there. What it costs of what is limited. */
  ask(price: number, part: number): number {
    const way = this.paid.run(pricesOf(this.limit, price), this.profits, this.multipliers);
    const bound = way.brings + this.multipliers.reduce((sum, one) => sum + one, 0) + price * this.limit.cents;
    if (bound < this.best.bound) this.best = { bound, price, multipliers: this.multipliers };
    const cents = this.centsOf(way);
    this.ways.push({ way, cents, profit: this.profitOf(way) });
    this.mend(way, part * LENGTH * Math.abs(bound));
    return cents;
  }

  /** From the best bound on, or from another one. */
  goOnFrom({ multipliers }: Priced): void {
    this.multipliers = multipliers;
  }


  private centsOf({ fare, allowance, other }: PricedWay): number {
    const of = (kind: number, cents: number): number => (this.limit.kinds.includes(kind) ? cents : 0);
    return of(FARE, fare) + of(ALLOWANCE, allowance) + of(OTHER, other);
  }

  private profitOf({ stays }: PricedWay): number {
    return [...new Set(stays.flatMap(({ held }) => held))].reduce((sum, { index }) => sum + this.frame.profits[index]!, 0);
  }

  /** A step of the subgradient: a meeting that is held twice pays more, one that is not pays less. */
  private mend({ visits }: PricedWay, length: number): void {
    const slope = visits.map((count) => count - 1);
    const square = slope.reduce((sum, one, n) => sum + (one < 0 && this.multipliers[n] === 0 ? 0 : one * one), 0);
    if (square > 0) this.multipliers = this.multipliers.map((one, n) => Math.min(this.profits[n]!, Math.max(0, Math.round(one + (length / square) * slope[n]!))));
  }
}

/** By bisection of the price; then multipliers at the best one. */
function settle(dual: Dual, limit: number, maxWork: number): void {
  const times = dual.work * PRICES * MENDED < maxWork ? MENDED : 1;
  let [low, high] = [0, Math.max(1, Math.ceil(dual.best.bound / Math.max(1, limit)))];
  for (let n = 0; n < PRICES && dual.work < maxWork; n += 1) {
    const price = n === 0 ? high : Math.floor((low + high) / 2);
    let cents = 0;
    for (let m = 0; m < times; m += 1) cents = dual.ask(price, 1 / (1 + n * SLOWER));
    if (cents <= limit) high = price;
    else {
      low = price;
      if (n === 0) high *= 2;
    }
  }
  dual.goOnFrom(dual.best);
  const { price } = dual.best;
  for (let n = 0, part = 1 / (2 + PRICES * SLOWER); n < AT_LAST && dual.work < maxWork; n += 1, part *= SHORTER) dual.ask(price, part);
}

/** From prices that were the best of ways that pay nearly as much, by a few that are like them. */
function settleNear(dual: Dual, limit: number, near: Priced): void {
  let [low, high] = [Math.floor(near.price / 2), near.price * 2 + 1];
  dual.goOnFrom(near);
  for (let n = 0; n < NEAR; n += 1) {
    const price = n === 0 ? near.price : Math.floor((low + high) / 2);
    if (dual.ask(price, 1 / (1 + (n + NEAR) * SLOWER)) <= limit) high = price;
    else low = price;
  }
}

/** What is possible within a limit, by ways that pay like that; `near`: prices to begin with. */
export function lagrangeanBound(frame: Frame, outlay: Outlay, limit: Limit, { maxWork, near }: { readonly maxWork: number; readonly near?: Priced }): LagrangeanBound {
  const dual = new Dual(frame, outlay, limit);
  const isTight = dual.ask(0, 1) > limit.cents;
  if (isTight && near && near.price > 0) settleNear(dual, limit.cents, near);
  else if (isTight) settle(dual, limit.cents, maxWork);
  return { most: Math.floor(dual.best.bound / SCALE) - frame.required, ways: dual.ways, priced: dual.best, work: dual.work, isTight, isSettled: !isTight || dual.ways.length >= FEW };
}
