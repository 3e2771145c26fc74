import { factsOf, priceOf, readPlan, spanOf, validate, type Change, type GoalLevel, type Meeting, type Plan, type Problem, type Witness } from '@passerelle/shared/planning.ts';

import { least } from './least.ts';
import { lookNear, nearTo } from './near.ts';
import { changesOf, made, offersOf, priceAt, stepsOf, type Offer } from './offers.ts';
import { pinned } from './pin.ts';
import { leastFor, Search, type Best } from './search.ts';
import { verdictOf, type Asking } from './solve.ts';

/** `hasNone`: it is proved that nothing that is offered brings the meeting in. */
export interface Sought {
  readonly witness: Witness | null;
  readonly hasNone: boolean;
}

/** Of what is changed to the same price less may do; in an order in which the best plan is the one that needs least, it is proved by one question. */
const FIRST_AFTER_VALUE: Partial<Record<Change['change'], GoalLevel>> = { RAISE_LIMIT: { id: 'least', terms: [{ measure: 'COST_CENTS', weight: -1 }] }, RAISE_NIGHTS: { id: 'least', terms: [{ measure: 'NIGHTS', weight: -1 }] } };

const needingLeast = (problem: Problem, change: Change): Problem => {
  const level = FIRST_AFTER_VALUE[change.change];
  return level ? { ...problem, goals: [problem.goals[0]!, level, ...problem.goals.slice(1)] } : problem;
};

interface Wanted {
  readonly problem: Problem;
  readonly offers: readonly Offer[];
  readonly floor: number;
}

/** The least amount of each offer in its turn, the others as they are. */
function tightened(asking: Asking, { problem, offers, floor }: Wanted, { best, isProved }: { readonly best: Best; readonly isProved: boolean }): { readonly amounts: readonly number[]; readonly plan: Plan; readonly isLeast: boolean } {
  let [{ amounts, plan }, isLeast] = [best, true];
  for (const n of offers.map((_, place) => place).filter((place) => offers[place]!.most > 1 && amounts[place]! > 0)) {
    const [offer, most] = [offers[n]!, amounts[n]!];
    const price = priceAt(problem, offer, most);
    const before = Math.max(0, ...stepsOf(problem, offer, price).filter((step) => step < most));
    // A lower price is refuted by then: what is cheaper by a step is too little.
    const isRefuted = isProved && priceAt(problem, offer, before) < price;
    const found = least(isRefuted ? before : -1, { amount: most, plan, isProved: true }, (amount) => {
      const asked = amounts.map((one, place) => (place === n ? amount : one));
      const solved = asking.solve(needingLeast(made(problem, changesOf(offers, asked)), offer.of(1)));
      return { verdict: verdictOf(solved, floor), plan: solved.plan, needs: solved.plan ? leastFor(problem, offers, { amounts: asked, n, plan: solved.plan }) : amount };
    });
    [amounts, plan, isLeast] = [amounts.map((one, place) => (place === n ? found.amount : one)), found.plan, isLeast && found.isProved];
  }
  return { amounts, plan, isLeast };
}

/** A change no wider than a plan needs: a window is the hour of the meeting, and somebody is free for as long as they are away. */
function narrowed(problem: Problem, change: Change, plan: Plan): Change {
  if (change.change === 'ADD_WINDOW') {
    const visit = readPlan(factsOf(problem), plan).meetings.find(({ meeting }) => meeting.id === change.meetingId)!;
    return { ...change, window: { id: change.window.id, bounds: 'SERVICE', from: visit.startsAt, until: visit.endsAt } };
  }
  if (change.change !== 'FREE_PERSON') return change;
  const member = readPlan(factsOf(problem), plan).members.find(({ person }) => person.id === change.personId);
  const span = member && spanOf(member);
  return span ? { ...change, from: Math.max(change.from, span.from), until: Math.min(change.until, span.until) } : change;
}

function told(problem: Problem, offers: readonly Offer[], { amounts, plan }: { readonly amounts: readonly number[]; readonly plan: Plan }): Pick<Witness, 'changes' | 'price' | 'plan'> {
  const wide = changesOf(offers, amounts);
  const narrow = wide.map((change) => narrowed(problem, change, plan));
  const changes = validate(made(problem, narrow), plan).length === 0 ? narrow : wide;
  return { changes, plan, price: changes.reduce((sum, change) => sum + priceOf(problem.efforts, change)!, 0) };
}

/** What would bring a meeting in: soon by plans near to the best one, then the cheapest. What is found of it is kept. */
export class Seeking {
  readonly #asking: Asking;
  readonly #problem: Problem;
  readonly #best: Plan;
  readonly #meeting: Meeting;
  readonly #wanted: Wanted;
  readonly #search: Search;
  #found: Sought = { witness: null, hasNone: false };

  /** `floor`: what the first level is worth at least. */
  constructor(asking: Asking, problem: Problem, { meeting, best, floor }: { readonly meeting: Meeting; readonly best: Plan; readonly floor: number }) {
    [this.#asking, this.#problem, this.#best, this.#meeting] = [asking, problem, best, meeting];
    const offers = offersOf(problem, meeting);
    this.#wanted = { problem: pinned(problem, { pin: 'IN', meetingId: meeting.id }), offers, floor };
    this.#search = new Search(asking, this.#wanted.problem, { offers, floor, told: (found) => this.#tell(found, { isCheapest: found.price === 0, isLeast: found.price === 0 }) });
  }

  get found(): Sought {
    return this.#found;
  }

  #tell(found: { readonly amounts: readonly number[]; readonly plan: Plan }, proved: Pick<Witness, 'isCheapest' | 'isLeast'>): void {
    this.#found = { witness: { ...told(this.#problem, this.#wanted.offers, found), ...proved }, hasNone: false };
  }

  /** Whether all that is offered together is proved not to be enough: `isRefused` proves that a problem has no plan with the meeting. */
  hasNone(isRefused: (problem: Problem) => boolean): boolean {
    const all = this.#wanted.offers.map(({ most }) => most);
    if (!isRefused(made(this.#wanted.problem, changesOf(this.#wanted.offers, all))) && this.#search.ask(all) !== 'NO') return false;
    this.#found = { witness: null, hasNone: true };
    return true;
  }

  /** A plan that has it, without any change. */
  offer(plan: Plan): void {
    this.#search.offer(this.#wanted.offers.map(() => 0), plan);
  }

  /** A plan that has it, with changes: the least of what is offered with which it is one. */
  offerChanged(plan: Plan): void {
    this.#search.offer(this.#wanted.offers.map(({ most }) => most), plan);
  }

  /** Something that brings it in, not proved to be the cheapest. */
  near(): void {
    for (const partOf of [(one: Problem) => nearTo(one, this.#best, this.#meeting), (one: Problem) => one]) if (!this.#search.best) lookNear(this.#search, this.#problem, partOf);
  }

  /** The cheapest changes with which the meeting is in a plan that is worth as much at the first level, proved as far as the work reaches, and of each no more than has to be. Where nothing has to be changed, none. */
  cheapest(): void {
    this.#search.run();
    const { best, isProved } = this.#search;
    if (!best) return void (this.#found = { witness: null, hasNone: isProved });
    this.#tell(best, { isCheapest: isProved, isLeast: false });
    const { isLeast, ...found } = tightened(this.#asking, this.#wanted, { best, isProved });
    this.#tell(found, { isCheapest: isProved, isLeast });
  }
}
