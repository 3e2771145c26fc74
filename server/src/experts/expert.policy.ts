/** Who may see what of an expert: what the expert chose; and who may do what with the sheet. */
import type { Actor, RuleActor } from '../core/reader/index.ts';
import type { SheetAbilities } from './expert-sheet.entity.ts';

export { visibilitiesOpenTo } from '../core/consent/index.ts';

/** Whether somebody sees all sheets whole, and says whose account each belongs to. */
export function mayBindSheets({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** Whether somebody enters, changes and removes the clearances of experts, and sees all of them. */
export function mayClear({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** Whether somebody enters experts, changes their sheets, and knows where those without an account are written to. */
export function mayKeepSheets({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** What the abilities depend on. */
export interface SheetFacts {
  /** Whether it belongs to an account, and whether to that of who asks. */
  readonly isBound: boolean;
  readonly isOwn: boolean;
  /** Whether its expert teaches in a session, or is to. */
  readonly teaches: boolean;
}

/** What somebody may do with a sheet. */
export function sheetAbilities({ isBound, isOwn, teaches }: SheetFacts, actor: Actor): SheetAbilities {
  return { bind: mayBindSheets(actor), clear: mayClear(actor), choose: isOwn, edit: mayKeepSheets(actor), remove: mayKeepSheets(actor) && !isBound && !teaches };
}
