/** What a plan is worth, and what is proved of it. Pure functions. */
import { type GoalTerm, type Plan, type Problem, type Value, valueOf } from '@passerelle/shared/planning.ts';
import { isWeighedLevel, POINT } from '../planner/problem/index.ts';
import type { PlanLevel, PlanTerm } from './plan-level.type.ts';

interface Worth {
  readonly value: Value | null;
  readonly bound: Value | null;
  readonly isOptimal: boolean;
}

/** The first level at which a better plan could be; -1 where no plan is better, or nothing is known. Behind it nothing is proved. */
const openLevel = ({ value, bound, isOptimal }: Worth): number => (isOptimal || value === null || bound === null ? -1 : value.findIndex((worth, level) => bound[level] !== worth));

/** What is known by no looking at all stands there as the greatest number there is. */
const isKnown = (bound: number | undefined): bound is number => bound !== undefined && bound < Number.MAX_SAFE_INTEGER;

/** What is measured of a plan. */
export const measured = (problem: Problem, plan: Plan, term: GoalTerm): number => valueOf({ ...problem, goals: [{ id: 'measured', terms: [term] }] }, plan)[0]!;

/** A term with what is measured of the plan, and its points where its level weighs goals against each other. */
function showTerm(problem: Problem, plan: Plan, { term, isWeighed }: { readonly term: GoalTerm; readonly isWeighed: boolean }): PlanTerm {
  const amount = measured(problem, plan, { ...term, weight: 1 });
  return { measure: term.measure, weight: term.weight, amount, points: isWeighed ? (term.weight * amount) / POINT : null, unknown: term.measure === 'FRESH' ? unknownOf(problem, plan) : null };
}

/** Of whom it is not known when they were last on a mission: they count neither as rested nor as not. */
function unknownOf({ persons }: Problem, { team }: Plan): number {
  const unknown = new Set(persons.filter(({ lastMissionOn }) => lastMissionOn === null).map(({ id }) => id));
  return team.filter(({ personId }) => unknown.has(personId)).length;
}

/** What a plan is worth level by level; none without a plan. */
export function showLevels({ problem, plan, ...worth }: Worth & { readonly problem: Problem; readonly plan: Plan | null }): PlanLevel[] {
  const { value, bound, isOptimal } = worth;
  if (value === null || plan === null) return [];
  const open = openLevel(worth);
  return problem.goals.map(({ id, terms }, level) => {
    const isProved = isOptimal || (bound !== null && (open === -1 || level < open));
    const bounded = isProved ? value[level]! : level === open && isKnown(bound?.[level]) ? bound![level]! : null;
    return { goal: id, terms: terms.map((term) => showTerm(problem, plan, { term, isWeighed: isWeighedLevel({ id }) })), value: value[level]!, bound: bounded, isProved };
  });
}

/** By how much the best plan possible may exceed this one at the first level: a percentage with one decimal, rounded up; 0 where that level is proved. Of what is worth nothing, or of which nothing is known, null. */
export function openPercentOf(worth: Worth): number | null {
  const { value, bound, isOptimal } = worth;
  if (value === null) return null;
  if (isOptimal) return 0;
  const open = openLevel(worth);
  if (open !== 0) return bound === null ? null : 0;
  const [has, most] = [value[0]!, bound![0]];
  return isKnown(most) && has !== 0 ? Math.ceil(((most - has) / Math.abs(has)) * 1000) / 10 : null;
}
