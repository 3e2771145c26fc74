/** Who sees the dates of monitoring bodies, and enters them. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries, type Standing } from '../members/index.ts';
import type { MonitoringCycle } from './monitoring-cycle.entity.ts';

/** Seen by the adviser and the team, and by the services of the post of the country; whoever is invented sees no real ones. */
export function seenCycles(cycle: Row<MonitoringCycle>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`((${cycle.isDemonstration} or not (select acts_invented())) and ${cycle.country} in (${ownCountries}))` : sql<boolean>`false`;
}

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** Whether somebody enters and changes the dates of a country: the adviser and the team of all, the services of a post those of its own. */
export function mayKeepMonitoring(standings: readonly Standing[], country: string): boolean {
  return standings.some((one) => isAdviser(one.role) || (isPost(one.role) && one.country === country));
}
