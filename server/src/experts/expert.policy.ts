/** Who may see what of an expert: what the expert chose; and who may do what with the sheet. */
import type { Actor, RuleActor } from '../core/reader/index.ts';

export { visibilitiesOpenTo } from '../core/consent/index.ts';

/** Whether somebody sees all sheets whole, and says whose account each belongs to. */
export function mayBindSheets({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** Whether somebody enters, changes and removes the clearances of experts, and sees all of them. */
export function mayClear({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** What somebody may do with a sheet. `person` is the key of whose account it belongs to, or null. */
export function sheetAbilities(person: string | null, actor: Actor): { bind: boolean; choose: boolean; clear: boolean } {
  return { bind: mayBindSheets(actor), clear: mayClear(actor), choose: person !== null && person === actor.person };
}
