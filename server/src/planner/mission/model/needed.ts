/** Whom the team needs. */
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Person, Problem } from '@passerelle/shared/planning.ts';

/** Of each kind that the team needs, how many. */
export function neededOf({ teamRule }: Problem): ReadonlyMap<TeamRole, number> {
  const needed = new Map<TeamRole, number>();
  for (const { kind, atLeast } of teamRule) needed.set(kind, Math.max(needed.get(kind) ?? 0, atLeast));
  return needed;
}

/** Whether the team has whom it needs. */
export const isTeam = ({ teamRule }: Problem, going: readonly { readonly as: readonly TeamRole[] }[]): boolean => teamRule.every(({ kind, atLeast }) => going.filter(({ as }) => as.includes(kind)).length >= atLeast);

/** How many go at least, as soon as there is a meeting. */
export function leastTeam({ problem }: { readonly problem: Problem }, able: readonly Person[]): number {
  const counts = [...neededOf(problem).values()];
  const isSeveral = able.some(({ mayCountForSeveral }) => mayCountForSeveral);
  const pinned = problem.persons.filter(({ id }) => problem.pins.some((pin) => pin.pin === 'GOES' && pin.personId === id)).length;
  return Math.max(1, pinned, isSeveral ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0));
}
