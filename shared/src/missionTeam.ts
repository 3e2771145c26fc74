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

const ROLE_OF: Readonly<Record<string, TeamRole>> = {
  INVESTIGATING_JUDGE: 'MAGISTRATE', JUDGE: 'MAGISTRATE', PROSECUTOR: 'MAGISTRATE', POLICE_OFFICER: 'POLICE', GENDARME: 'POLICE', BORDER_POLICE_OFFICER: 'POLICE', LABOUR_INSPECTOR: 'LABOUR', SOCIAL_WORKER: 'SOCIAL', PSYCHOLOGIST: 'SOCIAL',
  CHILD_PROTECTION_OFFICER: 'SOCIAL', NGO_STAFF: 'NGO',
};

/** As what an expert of a profession, by its code, belongs to a team as long as nothing else is said. */
export const roleOf = (profession: string): TeamRole => ROLE_OF[profession] ?? 'OTHER';

/** As what whoever serves the State comes. */
const OF_STATE: readonly TeamRole[] = ['MAGISTRATE', 'POLICE', 'LABOUR'];

/** Whether an expert of a profession, by its code, can come as this: nobody who serves the State is of an NGO, nor the other way round. */
export function canComeAs(profession: string, kind: TeamRole): boolean {
  const own = roleOf(profession);
  return !(OF_STATE.includes(own) && kind === 'NGO') && !(own === 'NGO' && OF_STATE.includes(kind));
}

/** Whether an expert of a profession, by its code, comes as what another profession is needed for: they may, and it is said. */
export function isUnusualAs(profession: string, kind: TeamRole): boolean {
  const own = roleOf(profession);
  return own !== kind && canComeAs(profession, kind) && (OF_STATE.includes(kind) || (OF_STATE.includes(own) && kind === 'SOCIAL'));
}
