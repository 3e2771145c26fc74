/** Who may see what of an expert. */
import type { Circle, RuleActor } from '../core/reader/index.ts';
import type { Visibility } from './expert.entity.ts';

const SEEN_BY: Readonly<Record<Circle, readonly Visibility[]>> = {
  visitor: ['PUBLIC'],
  network: ['PUBLIC', 'NETWORK'],
  post: ['PUBLIC', 'NETWORK', 'POST'],
  adviser: ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'],
};

/** The choices of visibility that let this actor see a personal field. */
export function visibilitiesOpenTo(actor: RuleActor): readonly Visibility[] {
  return SEEN_BY[actor.circle];
}
