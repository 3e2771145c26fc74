/** Who searches experts. */
import type { RuleActor } from '../core/reader/index.ts';

/** Whether somebody searches experts by their days, clearances and engagements: the adviser and their team. For all others there is none. */
export function maySearchExperts({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}
