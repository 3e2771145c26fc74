/** Whom the team of a mission needs at least. */

export const TEAM_ROLES = ['MAGISTRATE', 'POLICE', 'NGO', 'SOCIAL', 'LABOUR', 'ADVISER', 'OTHER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** At least so many of a kind. */
export interface TeamNeed {
  readonly kind: TeamRole;
  readonly atLeast: number;
}

/** The team of a mission as long as nothing else is said: one magistrate, one police officer, one from an NGO. */
export const DEFAULT_TEAM: readonly TeamNeed[] = [{ kind: 'MAGISTRATE', atLeast: 1 }, { kind: 'POLICE', atLeast: 1 }, { kind: 'NGO', atLeast: 1 }];
