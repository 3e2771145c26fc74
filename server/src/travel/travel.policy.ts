/** Who may change what is known of travelling. Pure functions; the rules of rows say the same to the database. */
import type { Standing } from '../members/index.ts';

/** Whether somebody keeps what planning needs to know of travelling: who plans missions, which are the adviser and the adviser's team. */
export function mayKeepTravel(standings: readonly Standing[]): boolean {
  return standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
}
