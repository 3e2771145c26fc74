/** Who may see what of an expert. */
import type { Actor, RuleActor } from '../core/reader/index.ts';
import type { Visibility } from './expert.entity.ts';

const SEEN_BY: Readonly<Record<Actor['role'], readonly Visibility[]>> = {
  visitor: ['PUBLIC'],
};

/** The choices of visibility that let this actor see a personal field. */
export function visibilitiesOpenTo(actor: RuleActor): readonly Visibility[] {
  return SEEN_BY[actor.role];
}
