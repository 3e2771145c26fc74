/** Who may change what allowances are computed from, and the costs of missions. Pure functions; the rules of rows say the same to the database. */
import type { Standing } from '../members/index.ts';

/** Whether somebody keeps accounts of missions: the adviser and the adviser's team. Nobody else knows of any. */
export function mayCost(standings: readonly Standing[]): boolean {
  return standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
}
