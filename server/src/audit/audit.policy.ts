/** Who may read what was done. */
import type { RuleActor } from '../core/reader/index.ts';

/** The adviser and who helps them. */
export function isOpenTo({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}
