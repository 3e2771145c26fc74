import { COST_KINDS, type GoalLevel, type Plan, type Problem, type RankedPlan, valueOf } from '@passerelle/shared/planning.ts';

import { least } from './least.ts';
import type { Valued } from './left-out.ts';
import { costOf, nightsOf, shapeOf } from './shape.ts';
import { verdictOf, type Asking, type Spent } from './solve.ts';

/** Of the first level of the best plan: what another one has to reach to be worth naming. */
const FLOOR_PERMILLE = 750;

/** Nothing that is worth less than nothing is spared: of what is not above it all of it has to be reached. */
const floorOf = (value: number): number => (value > 0 ? Math.ceil((value * FLOOR_PERMILLE) / 1000) : value);

/** What is made as little as can be: how much of it a plan has, and the problem that allows no more. */
interface Spared {
  readonly of: (plan: Plan) => number;
  readonly atMost: (amount: number) => Problem;
}

function cost(problem: Problem): Spared {
  let id = 'at most';
  while (problem.limits.some((one) => one.id === id)) id += '+';
  return { of: (plan) => costOf(problem, plan), atMost: (cents) => ({ ...problem, limits: [...problem.limits, { id, kinds: COST_KINDS, cents }] }) };
}

const nights = (problem: Problem): Spared => ({ of: (plan) => nightsOf(problem, plan), atMost: (maxNights) => ({ ...problem, maxNights: Math.min(maxNights, problem.maxNights ?? maxNights) }) });

const level = (measure: 'COST_CENTS' | 'NIGHTS'): GoalLevel => ({ id: 'spared', terms: [{ measure, weight: -1 }] });
/** The problem that spares something before all but the first level. */
export const sparing = (problem: Problem, measure: 'COST_CENTS' | 'NIGHTS'): Problem => ({ ...problem, goals: [problem.goals[0]!, level(measure), ...problem.goals.slice(1)] });

/** A plan, and whether it is proved to be what it is called. */
type Other = Pick<RankedPlan, 'plan' | 'isProved'>;

/** Of the plans that reach the floor with the least of something the best by the problem’s own goals: that is the constraint of each ε (Haimes, Lasdon and Wismer 1971), for its least value. */
function leastOf(asking: Asking, best: Valued, { of, atMost }: Spared, measure: 'COST_CENTS' | 'NIGHTS'): Other | null {
  const floor = floorOf(best.value[0]!);
  const { amount, isProved } = least(-1, { amount: of(best.plan), plan: best.plan, isProved: true }, (asked) => {
    const solved = asking.solve(sparing(atMost(asked), measure));
    return { verdict: verdictOf(solved, floor), plan: solved.plan, needs: solved.plan ? of(solved.plan) : asked };
  });
  const plan = amount < of(best.plan) ? asking.solve(atMost(amount)).plan : null;
  return plan && { plan, isProved };
}

/** The plan with meetings in most countries, of these the best. */
function widest(asking: Asking, problem: Problem, best: Valued): Other | null {
  const countryIds = [...new Set(problem.meetings.map(({ placeId }) => problem.places.find(({ id }) => id === placeId)!.countryId))].sort();
  const served: GoalLevel = { id: 'widest', terms: [{ measure: 'COUNTRIES_SERVED', weight: 1, countryIds }] };
  const wide: Problem = { ...problem, goals: [served, ...problem.goals] };
  const { plan, isOptimal } = asking.solve(wide);
  return plan && valueOf(wide, plan)[0]! > valueOf(wide, best.plan)[0]! && valueOf(problem, plan)[0]! >= floorOf(best.value[0]!) ? { plan, isProved: isOptimal } : null;
}

/**
 * Other plans to choose from, as far as there are any: CHEAPEST, SHORTEST (fewest person-nights) and WIDEST (most countries), each worth at the first level at least three quarters of the best plan. Each differs from the best
 * and from the others in at least one meeting, in the order of places or in the team.
 */
export function alternatives(asking: Asking, problem: Problem, best: Valued): { readonly plans: readonly RankedPlan[] } & Spent {
  const ways: readonly [RankedPlan['as'], () => Other | null][] = [
    ['CHEAPEST', () => leastOf(asking, best, cost(problem), 'COST_CENTS')], ['SHORTEST', () => leastOf(asking, best, nights(problem), 'NIGHTS')], ['WIDEST', () => widest(asking, problem, best)],
  ];
  return asking.within<{ readonly plans: readonly RankedPlan[] }>({ plans: [] }, () => {
    const plans: RankedPlan[] = [];
    const shapes = new Set([shapeOf(problem, best.plan)]);
    ways.forEach(([as, find], n) => {
      const { other } = asking.within<{ readonly other: Other | null }>({ other: null }, () => ({ other: find() }), ways.length - n);
      if (!other || shapes.has(shapeOf(problem, other.plan))) return;
      shapes.add(shapeOf(problem, other.plan));
      plans.push({ ...other, value: valueOf(problem, other.plan), as });
    });
    return { plans };
  });
}
