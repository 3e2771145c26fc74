import { compareValues, type Id, type Plan, type Problem, type RankedPlan, type Ref, type Value, valueOf } from '@passerelle/shared/planning.ts';

import { sparing } from './alternatives.ts';
import { conflictOf } from './conflict.ts';
import type { Valued } from './left-out.ts';
import { type Obstacle, removablesOf } from './obstacles.ts';
import { pinned } from './pin.ts';
import { placesOf } from './shape.ts';
import type { Asking, Solved, Spent } from './solve.ts';

/**
 * Why a party goes from one place to the next and not the other way round, with the same meetings in both. REFUSED: that cannot be had together with what is named, of which each is needed; where nothing is, no way leads there
 * at those hours. WORSE, EQUAL: the best plan of the other order, and by how much its value is less, level by level; of WORSE neither is known where it is only proved that none is as good. UNPROVED: neither was found out; a
 * plan of the other order may have been, which is not proved to be the best of it.
 */
export interface LegReason {
  readonly partyId: Id;
  readonly from: Id;
  readonly to: Id;
  readonly is: 'REFUSED' | 'WORSE' | 'EQUAL' | 'UNPROVED';
  readonly about: readonly Ref[];
  /** Of what refuses: it is proved of each that it is needed for this. */
  readonly isMinimal: boolean;
  readonly instead: Valued | null;
  readonly loses: Value | null;
  /** Meetings of the plan that the other order does not have. */
  readonly fallsOut: readonly Id[];
}

interface Leg {
  readonly partyId: Id;
  readonly from: Id;
  readonly to: Id;
}

function legsOf(problem: Problem, plan: Plan): Leg[] {
  return placesOf(problem, plan).flatMap(({ partyId, placeIds }) => placeIds.slice(1).map((to, n) => ({ partyId, from: placeIds[n]!, to })));
}

const unproved = (leg: Leg): LegReason => ({ ...leg, is: 'UNPROVED', about: [], isMinimal: false, instead: null, loses: null, fallsOut: [] });

/** A question with the plan that answers it, and what of it can be taken away. */
interface Answered {
  readonly asked: Problem;
  readonly best: Valued;
  readonly obstacles: readonly Obstacle[];
}

/** What is known by a plan of the other order. */
function comparedWith(nothing: LegReason, best: Valued, { plan, value, bound, isOptimal }: Solved & Valued): LegReason {
  if (!isOptimal && bound.length > 0 && compareValues(bound, best.value) < 0) return { ...nothing, is: 'WORSE' };
  const loses = best.value.map((one, n) => one - value[n]!);
  const has = new Set(plan.meetings.map(({ meetingId }) => meetingId));
  const first = loses.find((one) => one !== 0) ?? 0;
  const fallsOut = best.plan.meetings.map(({ meetingId }) => meetingId).filter((id) => !has.has(id)).sort();
  return { ...nothing, is: !isOptimal || first < 0 ? 'UNPROVED' : first > 0 ? 'WORSE' : 'EQUAL', instead: { plan, value }, loses, fallsOut };
}

function reasonOf(asking: Asking, { asked, best, obstacles }: Answered, leg: Leg): LegReason {
  const nothing = unproved(leg);
  const places = new Map(asked.meetings.map(({ id, placeId }) => [id, placeId]));
  const kept = best.plan.meetings.map(({ meetingId }) => meetingId).filter((id) => [leg.from, leg.to].includes(places.get(id)!)).sort();
  const reversed = pinned(asked, { pin: 'ORDER', placeIds: [leg.to, leg.from] }, ...kept.map((meetingId) => ({ pin: 'IN', meetingId }) as const));
  const { plan, value, ...solved } = asking.solve(reversed);
  if (plan && value) return comparedWith(nothing, best, { plan, value, ...solved });
  if (!solved.isOptimal) return nothing;
  const conflict = conflictOf(asking, reversed, obstacles);
  return conflict ? { ...nothing, is: 'REFUSED', about: conflict.members.flatMap(({ about }) => about), isMinimal: conflict.isMinimal } : nothing;
}

function reasonsOf(asking: Asking, answered: Answered): { readonly legs: readonly LegReason[] } & Spent {
  const legs = legsOf(answered.asked, answered.best.plan);
  return asking.within<{ readonly legs: readonly LegReason[] }>({ legs: [] }, () => ({
    legs: legs.map((leg, n) => {
      const { solves: _solves, work: _work, isComplete: _isComplete, ...reason } = asking.within(unproved(leg), () => reasonOf(asking, answered, leg), legs.length - n);
      return reason;
    }),
  }));
}

/** Of each two places that follow each other on a party’s way in the best plan: why not the other way round. */
export const whyThisLeg = (asking: Asking, problem: Problem, best: Valued): ReturnType<typeof reasonsOf> => reasonsOf(asking, { asked: problem, best, obstacles: removablesOf(problem) });

const SPARED: Readonly<Partial<Record<RankedPlan['as'], 'COST_CENTS' | 'NIGHTS'>>> = { CHEAPEST: 'COST_CENTS', SHORTEST: 'NIGHTS' };

/** The question to which another plan is the answer: its meetings and no others, and what it is called for before all but the first level. */
export function askedOf(problem: Problem, { plan, as }: Pick<RankedPlan, 'plan' | 'as'>): Problem {
  const has = new Set(plan.meetings.map(({ meetingId }) => meetingId));
  const spared = SPARED[as];
  return pinned(spared ? sparing(problem, spared) : problem, ...problem.meetings.map(({ id }) => ({ pin: has.has(id) ? 'IN' : 'OUT', meetingId: id }) as const));
}

/** The same of another plan: why its meetings are not held the other way round. What is lost is told by the goals of `askedOf`. */
export function whyThisLegOf(asking: Asking, problem: Problem, other: Pick<RankedPlan, 'plan' | 'as'>): ReturnType<typeof reasonsOf> {
  const asked = askedOf(problem, other);
  return reasonsOf(asking, { asked, best: { plan: other.plan, value: valueOf(asked, other.plan) }, obstacles: removablesOf(problem) });
}
