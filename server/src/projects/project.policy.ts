/** Who sees projects and works on them: the adviser and the team. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import type { Standing } from '../members/index.ts';
import type { ProjectStatus } from './project-words.ts';
import type { ProjectAbilities } from './project.entity.ts';

/** No post learns from a project what another one needs. */
export function seenProjects({ circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'adviser' ? undefined : sql<boolean>`false`;
}

/** As what somebody proposes projects and decides of them; undefined for those who do not. */
export function proposesAs(standings: readonly Standing[]): MemberRole | undefined {
  return standings.find(({ role }) => role === 'ADVISER' || role === 'ASSISTANT')?.role;
}

const NEXT: Readonly<Record<ProjectStatus, readonly ProjectStatus[]>> = { PROPOSED: ['SELECTED', 'GIVEN_UP'], SELECTED: ['GIVEN_UP'], GIVEN_UP: ['PROPOSED'] };

/** Whether sessions come to a project that stands there. */
export const mayTakeSessions = (status: ProjectStatus): boolean => status !== 'GIVEN_UP';

/** What somebody may do with a project. One that is given up stays as it is, unless it is proposed again. */
export function projectAbilities(status: ProjectStatus, standings: readonly Standing[]): ProjectAbilities {
  const isTheirs = proposesAs(standings) !== undefined;
  const may = isTheirs && status !== 'GIVEN_UP';
  return { edit: may, translate: may, decide: isTheirs ? NEXT[status] : [] };
}
