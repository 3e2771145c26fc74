import { validate, valueOf, type Plan, type Problem } from '@passerelle/shared/planning.ts';

import { cheapestHit, type AtLeast } from './hitting.ts';
import { changesOf, made, priceAt, stepsOf, type Offer } from './offers.ts';
import { smallest } from './quick-xplain.ts';
import { verdictOf, type Asking, type Verdict } from './solve.ts';

export interface Best {
  /** How much of each offer, 0 where it is not made. */
  readonly amounts: readonly number[];
  readonly price: number;
  readonly plan: Plan;
}

/**
 * The search for the cheapest offers that bring a meeting in, a pin of the problem `wanted`: implicit hitting sets (Moreno-Centeno and Karp 2013; Davies and Bacchus 2011). What was not enough gives a core, of which one step at
 * least has to be made; the cheapest set that has one of each core is asked about next. So sets are asked about in the order of their price, but for those that a core rules out, and the first that is enough is the cheapest.
 */
export class Search {
  readonly offers: readonly Offer[];
  readonly #asking: Asking;
  readonly #wanted: Problem;
  readonly #floor: number;
  readonly #told: (best: Best) => void;
  best: Best | null = null;
  /** Whether all that was taken to be impossible is proved to be. */
  isProved = true;

  constructor(asking: Asking, wanted: Problem, { offers, floor, told }: { readonly offers: readonly Offer[]; readonly floor: number; readonly told: (best: Best) => void }) {
    [this.#asking, this.#wanted, this.offers, this.#floor, this.#told] = [asking, wanted, offers, floor, told];
  }

  priceOf(amounts: readonly number[]): number {
    return amounts.reduce((sum, amount, n) => sum + priceAt(this.#wanted, this.offers[n]!, amount), 0);
  }

  /** Whether so much of each offer brings the meeting in; a plan that does may need less, and is kept where it is the cheapest so far. */
  ask(amounts: readonly number[]): Verdict {
    const problem = made(this.#wanted, changesOf(this.offers, amounts));
    const solved = this.#asking.solve(problem, this.#floor);
    const verdict = verdictOf(solved, this.#floor);
    if (verdict === 'YES') this.#keep(this.#needed(amounts, solved.plan!), solved.plan!);
    return verdict;
  }

  #keep(amounts: readonly number[], plan: Plan): void {
    const price = this.priceOf(amounts);
    if (this.best && price >= this.best.price) return;
    this.best = { amounts, price, plan };
    this.#told(this.best);
  }

  /** How little of each offer a plan needs, the dearest first. The validator alone is asked. */
  #needed(amounts: readonly number[], plan: Plan): number[] {
    const left = [...amounts];
    const price = (n: number): number => priceAt(this.#wanted, this.offers[n]!, left[n]!);
    for (const n of left.map((_, place) => place).sort((a, b) => price(b) - price(a) || a - b)) {
      left[n] = leastFor(this.#wanted, this.offers, { amounts: left, n, plan });
    }
    return left;
  }

  /** The same, asked of a part of the problem, with no more work than `most`: a plan of the part may be one of all of it. Otherwise nothing is known. */
  askPart(amounts: readonly number[], partOf: (problem: Problem) => Problem, most: number): boolean {
    const { plan } = this.#asking.solve(partOf(made(this.#wanted, changesOf(this.offers, amounts))), this.#floor, most);
    return plan !== null && this.offer(amounts, plan);
  }

  /** A plan that was found otherwise, with so much of each offer: whether it is one that is enough. */
  offer(amounts: readonly number[], plan: Plan): boolean {
    const problem = made(this.#wanted, changesOf(this.offers, amounts));
    const isEnough = validate(problem, plan).length === 0 && valueOf(problem, plan)[0]! >= this.#floor;
    if (isEnough) this.#keep(this.#needed(amounts, plan), plan);
    return isEnough;
  }

  /** Finds the cheapest: what it is after each question is in `best`. */
  run(): void {
    if (!this.best) this.#askAll();
    const cores: AtLeast[][] = [];
    while (this.best && this.best.price > 0) {
      const amounts = cheapestHit(cores, { count: this.offers.length, priceOf: ({ offer, amount }) => priceAt(this.#wanted, this.offers[offer]!, amount), below: this.best.price });
      if (amounts === undefined) this.isProved = false;
      if (!amounts || this.ask(amounts) === 'YES') return;
      const core = this.#core(amounts, this.best.price);
      if (core.length === 0) return;
      cores.push(core);
    }
  }

  #askAll(): void {
    const top = this.offers.map(({ most }) => most);
    if (this.ask(top) !== 'UNKNOWN') return;
    // All at once may be too much to be solved where each alone is not.
    for (const n of top.keys()) this.ask(top.map((most, other) => (other === n ? most : 0)));
    this.isProved = this.best !== null;
  }

  /** Steps of which one at least has to be made where so much of each offer was not enough: without them all others, as far as each is cheaper than the best, are not. */
  #core(amounts: readonly number[], below: number): AtLeast[] {
    const steps = this.offers.flatMap((offer, n) => stepsOf(this.#wanted, offer, below).filter((amount) => amount > amounts[n]!).map((amount): AtLeast => ({ offer: n, amount })));
    const found = smallest(steps, (missing) => this.ask(this.offers.map((offer, n) => Math.max(amounts[n]!, ...stepsBelow(this.#wanted, offer, { below, missing: missing.filter((one) => one.offer === n) })))) === 'NO');
    if (found) return found;
    this.isProved = false;
    return steps;
  }
}

function stepsBelow(problem: Problem, offer: Offer, { below, missing }: { readonly below: number; readonly missing: readonly AtLeast[] }): number[] {
  const first = Math.min(...missing.map(({ amount }) => amount));
  return [0, ...stepsOf(problem, offer, below).filter((amount) => amount < first)];
}

/** How little of one offer a plan needs, the others as they are. */
export function leastFor(wanted: Problem, offers: readonly Offer[], { amounts, n, plan }: { readonly amounts: readonly number[]; readonly n: number; readonly plan: Plan }): number {
  return firstEnough(amounts[n]!, (amount) => validate(made(wanted, changesOf(offers, amounts.map((one, place) => (place === n ? amount : one)))), plan).length === 0);
}

/** The first of 0 to `most` that is enough, where `most` is. */
function firstEnough(most: number, isEnough: (amount: number) => boolean): number {
  let [low, high] = [-1, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
