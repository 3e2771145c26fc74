import type { Plan } from '@passerelle/shared/planning.ts';

import type { Verdict } from './solve.ts';

/** An amount that is enough, with a plan that needs no more; `isProved`: it is proved that one less is not, or that there is no less. */
export interface Enough {
  readonly amount: number;
  readonly plan: Plan;
  readonly isProved: boolean;
}

interface Tried {
  readonly verdict: Verdict;
  /** How much of it the plan that was found needs. */
  readonly needs: number;
  readonly plan: Plan | null;
}

/** The least whole amount above `low` that is enough, from one that is known to be: by turns one less than what is known, which proves it at once where the plan is the best of its kind, and half-way to what is too little. */
export function least(low: number, known: Enough, at: (amount: number) => Tried): Enough {
  let { amount, plan, isProved } = known;
  let tooLittle = low;
  for (let turn = 0; amount - tooLittle > 1; turn += 1) {
    const asked = turn % 2 === 0 ? amount - 1 : Math.floor((tooLittle + amount) / 2);
    const { verdict, needs, plan: found } = at(asked);
    if (verdict === 'YES' && found) [amount, plan] = [Math.min(asked, needs), found];
    else [tooLittle, isProved] = [asked, verdict === 'NO'];
    // What was not proved to be too little may turn out to be enough.
    if (amount <= tooLittle) [tooLittle, isProved] = [amount - 1, false];
  }
  return { amount, plan, isProved };
}
