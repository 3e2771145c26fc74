/** Who sees groups of needs and works on them: the adviser and the team. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import type { Standing } from '../members/index.ts';
import type { CommonNeedStatus } from './common-need-words.ts';
import type { CommonNeedAbilities } from './common-need.entity.ts';

/** No post learns from a group that another one has a need. */
export function seenGroups({ circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'adviser' ? undefined : sql<boolean>`false`;
}

/** Who has needs compared. */
export function mayCompareNeeds({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** As what somebody groups needs; undefined for those who do not. */
export function groupsAs(standings: readonly Standing[]): MemberRole | undefined {
  return standings.find(({ role }) => role === 'ADVISER' || role === 'ASSISTANT')?.role;
}

/** What somebody may do with a group. One that is closed stays as it is. */
export function groupAbilities(status: CommonNeedStatus, standings: readonly Standing[]): CommonNeedAbilities {
  const may = status === 'ACCEPTED' && groupsAs(standings) !== undefined;
  return { edit: may, translate: may, regroup: may, close: may };
}
