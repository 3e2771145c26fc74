/** The envelopes of which is asked what they buy: some below and some above what a mission may cost, or costs. Pure functions. */
import { type Cents, COST_KINDS, costsOf, factsOf, type Limit, type Plan, type Problem, readPlan, valueOf } from '@passerelle/shared/planning.ts';
import type { CurvePoint } from '../planner/explain/index.ts';

/** Of what the plan costs. */
const LESS = [0.5, 0.75, 0.9];
/** Of what it may cost. */
const MORE = [1.25, 1.5, 2];
/** What a mission may cost at most, in cents. */
const MOST: Cents = 1_000_000_000;
/** No envelope is written more exactly, in cents. */
const LEAST_STEP = 1_000;

/** The envelope is the limit of all kinds together. */
export const envelopeOf = ({ limits }: Pick<Problem, 'limits'>): Limit | undefined => limits.find(({ kinds }) => kinds.length === COST_KINDS.length);

/** The problem with an envelope, where it has none one that bounds nothing. */
export const withEnvelope = (problem: Problem): Problem => (envelopeOf(problem) ? problem : { ...problem, limits: [...problem.limits, { id: 'envelope', kinds: COST_KINDS, cents: MOST }] });

/** In two digits, rounded up: nobody asks for 1,837.45. */
const written = (cents: number): Cents => {
  const step = Math.max(LEAST_STEP, 10 ** (Math.floor(Math.log10(Math.max(1, cents))) - 1));
  return Math.min(MOST, Math.ceil(cents / step) * step);
};

/** What a plan costs, all together. */
export const totalOf = (problem: Problem, plan: Plan): Cents => {
  const facts = factsOf(problem);
  return costsOf(facts, readPlan(facts, plan)).lines.reduce((sum, { cents }) => sum + cents, 0);
};

/** The envelopes, the greatest first: that of the search as it is, or what its plan costs, where it has none. */
export function envelopesOf(problem: Problem, best: Plan): readonly Cents[] {
  const [cost, own] = [totalOf(problem, best), envelopeOf(problem)?.cents];
  const now = own ?? cost;
  return [...new Set([...LESS.map((share) => written(share * cost)), now, ...MORE.map((share) => written(share * Math.max(now, cost)))])].sort((a, b) => b - a);
}

type Bought = Omit<CurvePoint, 'cents'> & { readonly value: number; readonly from: Cents };

/** What a plan buys whose value is not proved. */
export const boughtBy = (problem: Problem, plan: Plan): Bought => ({ value: valueOf(problem, plan)[0]!, meetings: plan.meetings.length, from: totalOf(problem, plan), isProved: false, isValueProved: false });

/** Each search of an envelope is a short one: what is known to be had for less, by the plan of the search or by a smaller envelope, is had for more as well. */
export function raised(points: readonly CurvePoint[], known: Bought): readonly CurvePoint[] {
  const bought: Bought[] = [known];
  const upwards = points.toSorted((a, b) => a.cents - b.cents).map((point) => {
    const best = bought.filter(({ from }) => from <= point.cents).reduce<Bought | undefined>((most, one) => (most && most.value >= one.value ? most : one), undefined);
    const now = best && (point.value === null || point.value < best.value) ? { ...best, cents: point.cents, isProved: false, isValueProved: false } : point;
    if (now.value !== null && now.from !== null) bought.push(now as Bought);
    return now;
  });
  return upwards.reverse();
}
