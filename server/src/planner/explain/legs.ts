import type { Id, Plan, Problem, Ref, Value } from '@passerelle/shared/planning.ts';

import { conflictOf } from './conflict.ts';
import type { Valued } from './left-out.ts';
import { removablesOf } from './obstacles.ts';
import { pinned } from './pin.ts';
import { placesOf } from './shape.ts';
import type { Asking, Spent } from './solve.ts';

/**
 * Why a party goes from one place to the next and not the other way round, with the same meetings in both. REFUSED: that cannot be had together with what is named, of which each is needed; where nothing is, no way leads there
 * at those hours. WORSE, EQUAL: the best plan of the other order, and by how much its value is less, level by level. UNPROVED: neither was found out; a plan of the other order may have been, which is not proved to be the best of it.
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

function reasonOf(asking: Asking, problem: Problem, { best, leg }: { readonly best: Valued; readonly leg: Leg }): LegReason {
  const nothing = unproved(leg);
  const places = new Map(problem.meetings.map(({ id, placeId }) => [id, placeId]));
  const kept = best.plan.meetings.map(({ meetingId }) => meetingId).filter((id) => [leg.from, leg.to].includes(places.get(id)!)).sort();
  const reversed = pinned(problem, { pin: 'ORDER', placeIds: [leg.to, leg.from] }, ...kept.map((meetingId) => ({ pin: 'IN', meetingId }) as const));
  const { plan, value, isOptimal } = asking.solve(reversed);
  if (plan && value) {
    const loses = best.value.map((one, n) => one - value[n]!);
    const has = new Set(plan.meetings.map(({ meetingId }) => meetingId));
    const first = loses.find((one) => one !== 0) ?? 0;
    const fallsOut = best.plan.meetings.map(({ meetingId }) => meetingId).filter((id) => !has.has(id)).sort();
    return { ...nothing, is: !isOptimal || first < 0 ? 'UNPROVED' : first > 0 ? 'WORSE' : 'EQUAL', instead: { plan, value }, loses, fallsOut };
  }
  if (!isOptimal) return nothing;
  const conflict = conflictOf(asking, reversed, removablesOf(problem));
  return conflict ? { ...nothing, is: 'REFUSED', about: conflict.members.flatMap(({ about }) => about), isMinimal: conflict.isMinimal } : nothing;
}

/** Of each two places that follow each other on a party’s way: why not the other way round. */
export function whyThisLeg(asking: Asking, problem: Problem, best: Valued): { readonly legs: readonly LegReason[] } & Spent {
  const legs = legsOf(problem, best.plan);
  return asking.within<{ readonly legs: readonly LegReason[] }>({ legs: [] }, () => ({
    legs: legs.map((leg, n) => {
      const { solves: _solves, work: _work, isComplete: _isComplete, ...reason } = asking.within(unproved(leg), () => reasonOf(asking, problem, { best, leg }), Math.floor(asking.left / (legs.length - n)));
      return reason;
    }),
  }));
}
