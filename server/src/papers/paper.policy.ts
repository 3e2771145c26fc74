/** Who has which papers. Pure functions; the rules of rows in the migration say the same to the database. */
import type { Standing } from '../members/index.ts';
import { OF_LEG, type PaperKind } from './paper-kind.ts';

/** What it depends on: of a paper of a leg the leg; `isOwn`: whether it is about the expert whose account it is, in a mission that is agreed. */
export interface PaperFacts {
  readonly kind: PaperKind;
  readonly country: string | null;
  readonly isShown: boolean;
  readonly isGivenUp: boolean;
  readonly isOwn: boolean;
}

/** Whether somebody has a paper: the adviser and the team all, the post of its country those of a leg that is shown and not given up, an expert those about them. */
export function mayReadPaper({ kind, country, isShown, isGivenUp, isOwn }: PaperFacts, standings: readonly Standing[]): boolean {
  if (standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT')) return true;
  if (!OF_LEG.includes(kind)) return isOwn;
  return isShown && !isGivenUp && standings.some(({ role, country: own }) => (role === 'SCAC' || role === 'SSI') && own === country);
}

/** Whether somebody makes papers about those in a team, by where the mission stands. */
export function mayMakePersonal(stage: string, standings: readonly Standing[]): boolean {
  return ['IDEA', 'PLANNED', 'CONSULTED', 'AGREED'].includes(stage) && standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
}
