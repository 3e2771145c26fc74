import { factsOf, priceOf, readPlan, spanOf, validate, type Change, type GoalLevel, type Meeting, type Plan, type Problem, type Witness } from '@passerelle/shared/planning.ts';

import { least } from './least.ts';
import { changesOf, made, offersOf, priceAt, stepsOf, type Offer } from './offers.ts';
import { pinned } from './pin.ts';
import { leastFor, Search, type Best } from './search.ts';
import { verdictOf, type Asking, type Spent } from './solve.ts';

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

/**
 * The cheapest changes with which the meeting is in a plan that is worth at least `floor` at the first level, proved as far as the work reaches, and of each no more than has to be. Where nothing has to be changed, none.
 */
export function cheapestWitness(asking: Asking, problem: Problem, { meeting, floor }: { readonly meeting: Meeting; readonly floor: number }): Sought & Spent {
  return asking.within<Sought>({ witness: null, hasNone: false }, (save) => {
    const offers = offersOf(problem, meeting);
    const wanted = { problem: pinned(problem, { pin: 'IN', meetingId: meeting.id }), offers, floor };
    const search = new Search(asking, wanted.problem, { offers, floor, told: (best) => save({ witness: { ...told(problem, offers, best), isCheapest: false, isLeast: false }, hasNone: false }) });
    search.run();
    const { best, isProved } = search;
    if (!best) return { witness: null, hasNone: isProved };
    save({ witness: { ...told(problem, offers, best), isCheapest: isProved, isLeast: false }, hasNone: false });
    const { isLeast, ...found } = tightened(asking, wanted, { best, isProved });
    return { witness: { ...told(problem, offers, found), isCheapest: isProved, isLeast }, hasNone: false };
  });
}
