/** Who imports recommendations. Pure functions; the rules of rows say the same to the database. */
import type { Standing } from '../members/index.ts';

/** Whether somebody imports recommendations: the adviser and the adviser's team. */
export function mayImportRecommendations(standings: readonly Standing[]): boolean {
  return standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
}
