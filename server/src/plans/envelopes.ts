/** The envelopes of which is asked what they buy: some below and some above what a mission may cost, or costs. Pure functions. */
import { type Cents, COST_KINDS, costsOf, factsOf, type Limit, type Plan, type Problem, readPlan, valueOf } from '@passerelle/shared/planning.ts';
import type { CurvePoint } from '../planner/explain/index.ts';

/** Of what the plan costs. */
const LESS = [0.5, 0.75, 0.9];
/** Between the envelope and what a plan costs that is had without one. */
const MORE = [0.25, 0.5, 0.75, 1];
/** What a mission may cost at most, in cents. An envelope of so much bounds nothing. */
export const MOST: Cents = 1_000_000_000;
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

/** What is known of costs: of the envelope of the search and of its plan, and of the plan that is had without a limit; null where there is none. */
interface KnownCosts {
  readonly own: Cents | null;
  readonly plan: Cents | null;
  readonly unlimited: Cents | null;
}

/** The envelopes, the greatest first: none at all, as `MOST`; some up to where money buys nothing more; that of the search as it is, or what its plan costs, where it has none; and some below. */
export function envelopesOf({ own, plan, unlimited }: KnownCosts): readonly Cents[] {
  const now = own ?? plan ?? 0;
  const more = unlimited !== null && unlimited > now ? MORE.map((share) => written(now + share * (unlimited - now))) : [];
  return [...new Set([MOST, ...more, now, ...LESS.map((share) => written(share * (plan ?? 0)))])].filter((cents) => cents > 0 || cents === now).sort((a, b) => b - a);
}

type Bought = Omit<CurvePoint, 'cents'> & { readonly value: number; readonly from: Cents };

/** What a plan buys whose value is not proved. */
export const boughtBy = (problem: Problem, plan: Plan): Bought => ({ value: valueOf(problem, plan)[0]!, meetings: plan.meetings.length, from: totalOf(problem, plan), isProved: false, isValueProved: false });

/** What is known beforehand: what the plan of the search buys, null where it found none, and, where it is proved that no plan for its envelope is worth more, or that there is none, up to which envelope that is. */
interface Known {
  readonly plan: Bought | null;
  readonly provedUntil: Cents | null;
}

function isKnown({ cents, value }: CurvePoint, { plan, provedUntil }: Known): boolean {
  if (provedUntil === null || cents > provedUntil) return false;
  return plan === null ? value === null : value === plan.value && plan.from <= cents;
}

/** Each search of an envelope is a short one: what is known to be had for less, by the plan of the search or by a smaller envelope, is had for more as well. What was proved of the search itself stays proved. */
export function raised(points: readonly CurvePoint[], known: Known): readonly CurvePoint[] {
  const bought: Bought[] = known.plan ? [known.plan] : [];
  const upwards = points.toSorted((a, b) => a.cents - b.cents).map((point) => {
    const best = bought.filter(({ from }) => from <= point.cents).reduce<Bought | undefined>((most, one) => (most && most.value >= one.value ? most : one), undefined);
    const now = best && (point.value === null || point.value < best.value) ? { ...best, cents: point.cents, isProved: false, isValueProved: false } : point;
    if (now.value !== null && now.from !== null) bought.push(now as Bought);
    return isKnown(now, known) ? { ...now, isValueProved: true } : now;
  });
  return upwards.reverse();
}
