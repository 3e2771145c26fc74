/** Who may do what with the record of French expertise. */
import type { Actor, RuleActor } from '../core/reader/index.ts';
import type { RecordAbilities } from './practice.entity.ts';

/** Whether somebody keeps the record, and sees all of it. */
export function mayKeepRecord({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** What somebody may do with an entry; `owner` is whose account the sheet of its expert belongs to, if any. */
export function recordAbilities(owner: string | null, actor: Actor): RecordAbilities {
  return { edit: mayKeepRecord(actor), agree: owner !== null && owner === actor.person };
}
