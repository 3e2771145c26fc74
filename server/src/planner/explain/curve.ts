import type { Cents, GoalLevel, Id, Limit, Problem } from '@passerelle/shared/planning.ts';

import { costOf } from './shape.ts';
import type { Asking, Solved, Spent } from './solve.ts';

/** What an envelope buys. `value`: of the first level, null where no plan was found; `isProved`: no plan is better, or there is none; `isValueProved`: at the first level no plan is better, or there is none. */
export interface CurvePoint {
  readonly cents: Cents;
  readonly value: number | null;
  /** How many meetings the plan has. */
  readonly meetings: number | null;
  /** From which amount on the same is bought, as far as it is known: that of the plan that was found. */
  readonly from: Cents | null;
  readonly isProved: boolean;
  readonly isValueProved: boolean;
}

const CHEAPER: GoalLevel = { id: 'cheaper', terms: [{ measure: 'COST_CENTS', weight: -1 }] };

const limited = (problem: Problem, { id }: Limit, cents: Cents): Problem =>
  ({ ...problem, limits: problem.limits.map((one) => (one.id === id ? { ...one, cents } : one)), goals: [problem.goals[0]!, CHEAPER, ...problem.goals.slice(1)] });

function pointOf(cents: Cents, from: Cents | null, { plan, value, bound, isOptimal }: Solved): CurvePoint {
  const first = value?.[0] ?? null;
  return { cents, value: first, meetings: plan?.meetings.length ?? null, from, isProved: isOptimal, isValueProved: isOptimal || (first !== null && bound.length > 0 && bound[0]! <= first) };
}

/**
 * What each of some envelopes buys, the greatest first: the best first level of the value with so much for a limit. A plan that costs less than its envelope is the best one of all envelopes down to what it costs, so that these
 * need no solving, nor do those of which it was found out `before`. Points that the work did not reach are not told. Empty where the problem has no such limit.
 */
export function curve(asking: Asking, problem: Problem, { limitId, envelopes, before = [] }: { readonly limitId: Id; readonly envelopes: readonly Cents[]; readonly before?: readonly CurvePoint[] }): { readonly points: readonly CurvePoint[] } & Spent {
  return asking.within<{ readonly points: readonly CurvePoint[] }>({ points: [] }, (save) => {
    const limit = problem.limits.find(({ id }) => id === limitId);
    const points: CurvePoint[] = [];
    let known: CurvePoint | undefined;
    for (const cents of limit ? [...new Set(envelopes)].sort((a, b) => b - a) : []) {
      known = before.find((point) => point.cents === cents) ?? (known && isBought(known, cents) ? { ...known, cents } : asked(asking, problem, { limit: limit!, cents }));
      points.push(known);
      save({ points: [...points] });
    }
    return { points };
  });
}

/** Less buys the same as far as the plan goes, and where nothing can be had, nothing. */
const isBought = ({ value, from, isProved, isValueProved }: CurvePoint, cents: Cents): boolean => (value === null ? isProved : isValueProved) && (value === null || (from !== null && from <= cents));

function asked(asking: Asking, problem: Problem, { limit, cents }: { readonly limit: Limit; readonly cents: Cents }): CurvePoint {
  const solved = asking.solve(limited(problem, limit, cents));
  return pointOf(cents, solved.plan && costOf(problem, solved.plan, limit.kinds), solved);
}
