import type { Conflict, Problem, Ref, Removable } from '@passerelle/shared/planning.ts';

import { type Obstacle, removablesOf } from './obstacles.ts';
import { smallest } from './quick-xplain.ts';
import type { Asking, Spent } from './solve.ts';

/** The problem with some of its obstacles alone. */
const keeping = (problem: Problem, obstacles: readonly Obstacle[], kept: readonly Obstacle[]): Problem => obstacles.filter((one) => !kept.includes(one)).reduce((left, one) => one.lift(left), problem);

export interface Found<R extends Ref> {
  readonly members: readonly Obstacle<R>[];
  readonly isMinimal: boolean;
}

/** What is asked first: `isRefused` proves quickly that a problem has no plan, or nothing; `likely`, list by list, obstacles that may be enough by that. */
export interface Sooner<R extends Ref> {
  readonly isRefused: (problem: Problem) => boolean;
  readonly likely: readonly (readonly Obstacle<R>[])[];
}

/**
 * Obstacles that alone, with all others gone, leave no plan. Each is asked about once more: `isMinimal` where without it there is one, with all others gone. None at all where even without any there is no plan. Null where it
 * is not proved that the problem has no plan.
 */
export function conflictOf<R extends Ref>(asking: Asking, problem: Problem, obstacles: readonly Obstacle<R>[], { isRefused, likely }: Sooner<R> = { isRefused: () => false, likely: [] }): Found<R> | null {
  const isSoon = (kept: readonly Obstacle<R>[]): boolean => isRefused(keeping(problem, obstacles, kept));
  const members = smallest(likely.find(isSoon) ?? obstacles, (kept) => isSoon(kept) || asking.verdict(keeping(problem, obstacles, kept), null) === 'NO');
  return members && { members, isMinimal: members.every((one) => asking.verdict(keeping(problem, obstacles, members.filter((other) => other !== one)), null) === 'YES') };
}

/**
 * Where a problem has no plan, what cannot be had together, one conflict after another: each without what the ones before named, so that one of each has to go. Wishes come before laws. `isResolved`: without all that they
 * name there is a plan, so that no other conflict is apart from these.
 */
export function conflictsOf(asking: Asking, problem: Problem): { readonly conflicts: readonly Conflict[]; readonly isResolved: boolean } & Spent {
  return asking.within<{ readonly conflicts: readonly Conflict[]; readonly isResolved: boolean }>({ conflicts: [], isResolved: false }, (save) => {
    const conflicts: Conflict[] = [];
    let left = problem;
    let found = conflictOf(asking, left, removablesOf(left));
    while (found && found.members.length > 0) {
      conflicts.push({ members: found.members.flatMap(({ about }): readonly Removable[] => about), isMinimal: found.isMinimal });
      save({ conflicts: [...conflicts], isResolved: false });
      left = found.members.reduce((rest, one) => one.lift(rest), left);
      found = conflictOf(asking, left, removablesOf(left));
    }
    return { conflicts, isResolved: asking.verdict(left, null) === 'YES' };
  });
}
