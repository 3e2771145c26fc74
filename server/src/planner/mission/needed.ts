/** Whom the team needs. */
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Problem } from '@passerelle/shared/planning.ts';

/** Of each kind that the team needs, how many. */
export function neededOf({ teamRule }: Problem): ReadonlyMap<TeamRole, number> {
  const needed = new Map<TeamRole, number>();
  for (const { kind, atLeast } of teamRule) needed.set(kind, Math.max(needed.get(kind) ?? 0, atLeast));
  return needed;
}

/** Whether the team has whom it needs. */
export const isTeam = ({ teamRule }: Problem, going: readonly { readonly as: readonly TeamRole[] }[]): boolean => teamRule.every(({ kind, atLeast }) => going.filter(({ as }) => as.includes(kind)).length >= atLeast);
