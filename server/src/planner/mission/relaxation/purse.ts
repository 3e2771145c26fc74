/** What a way pays of what is limited, and what it can still bring for the rest: by a price for each cent, and multipliers, as a Lagrangean relaxation found them. Whole numbers alone. */
import { ALLOWANCE, FARE, OTHER } from '../model/cost-kinds.ts';
import { isIn, type Model, type Task } from '../model/model.ts';
import type { State } from './duties.ts';
import { EdgeStays } from './edge-stays.ts';
import type { Frame } from './frame.ts';
import { type Priced, pricesOf, SCALE } from './lagrangean-bound.ts';
import type { Outlay } from './outlay.ts';
import { PricedWays } from './priced-ways.ts';
import type { Node, Stage } from './timetable.ts';
import type { Way } from './way.ts';

/** For each kind of costs 1 where it is limited, 0 where it is not. */
interface Counted {
  readonly fare: number;
  readonly allowance: number;
  readonly other: number;
}

/** More nodes than a timetable has. */
const MOST_NODES = 2 ** 24;

export class Purse {
  private readonly frame: Frame;
  private readonly outlay: Outlay;
  private readonly cents: number;
  private readonly counted: Counted;
  private readonly edges: EdgeStays;
  private readonly paid: PricedWays;
  private readonly price: number;
  /** Of all multipliers together. */
  private readonly sum: number;
  private readonly dearer = new Map<number, number>();

  constructor(frame: Frame, outlay: Outlay, limit: Model['limits'][number], { price, multipliers }: Priced) {
    const of = (kind: number): number => Number(limit.kinds.includes(kind));
    [this.frame, this.outlay, this.cents, this.price] = [frame, outlay, limit.cents, price];
    this.counted = { fare: of(FARE), allowance: of(ALLOWANCE), other: of(OTHER) };
    this.edges = new EdgeStays(frame, outlay);
    this.paid = new PricedWays(frame, outlay);
    this.paid.run(pricesOf(limit, price), frame.covered.map(({ index }) => frame.profits[index]! * SCALE), multipliers);
    this.sum = multipliers.reduce((sum, one) => sum + one, 0);
  }

  get work(): number {
    return this.paid.work;
  }

  /** What all pay who come to a beginning. */
  coming({ place }: Node): number {
    return this.counted.fare * this.outlay.joins[place]! + this.counted.other * this.outlay.engaged;
  }

  /** What all pay for a stay and the journey after it, by its number; `isRoot`: for the first one. */
  leaving(node: Node, number: number, isRoot: boolean): number {
    const { paid, rides, stay } = this.outlay;
    const days = isRoot ? this.edges.first(node, number) : paid.between[node.place]! * stay(node, this.frame.table.leaves[number]!);
    return this.counted.fare * rides[number]! + this.counted.allowance * days;
  }

  /** What is left once all are home after a last stay in which something was held, null for nothing. A way of no journey pays for no stay: one may go before another comes. */
  left({ node, cents, before }: Way, stage: Stage | null): number {
    const days = before === null ? 0 : this.edges.last(node, stage && stage.next);
    return this.cents - cents - this.counted.fare * this.outlay.homes[node.place]! - (this.counted.allowance === 0 ? 0 : days);
  }

  /** What meetings bring at most of which those that cost something are held as far as some money goes: the best by cent first, of the last a part (the bound of a knapsack: Dantzig 1957). */
  afforded(tasks: readonly Task[], left: number): number {
    const centsOf = ({ index }: Task): number => this.counted.other * this.outlay.tasks[index]!;
    const profitOf = ({ index }: Task): number => this.frame.profits[index]!;
    const costly = tasks.filter((task) => centsOf(task) > 0).sort((a, b) => profitOf(b) * centsOf(a) - profitOf(a) * centsOf(b));
    let brings = tasks.reduce((sum, task) => sum + (centsOf(task) > 0 ? 0 : profitOf(task)), 0);
    let rest = left;
    for (const task of costly) {
      brings += centsOf(task) <= rest ? profitOf(task) : Math.floor((profitOf(task) * rest) / centsOf(task));
      rest = Math.max(0, rest - centsOf(task));
    }
    return brings;
  }

  /** What no way that goes on from a state exceeds, in units of profit: of what is held, as bits, each meeting that costs more than it brings is left out. */
  most(state: State, { lo, hi }: Pick<Way, 'lo' | 'hi'>, { cents, isRoot }: { readonly cents: number; readonly isRoot: boolean }): number {
    if (cents > this.cents) return -1;
    const held = this.frame.covered.reduce((sum, task, n) => (isIn(task, lo, hi) ? sum + this.paid.reducedOf(n) : sum), 0);
    return Math.floor((this.sum + held + this.paid.mostFrom(state, isRoot) + this.price * (this.cents - cents)) / SCALE);
  }

  /** How much more at most all pay for a stay who come to a place at one node and not at a later one. */
  more(one: Node, other: Node): number {
    if (one.at >= other.at || this.counted.allowance === 0) return 0;
    const key = one.number * MOST_NODES + other.number;
    let found = this.dearer.get(key);
    if (found === undefined) {
      const { outlay: { paid, stay }, frame: { table: { offsets, leaves } } } = this;
      let most = 0;
      for (let n = other.first; n + 1 < offsets[one.place + 1]!; n += 1) most = Math.max(most, stay(one, leaves[n]!) - stay(other, leaves[n]!));
      found = most * Math.max(paid.between[one.place]!, paid.first[one.place]!);
      this.dearer.set(key, found);
    }
    return found;
  }
}
