/** That nobody of a team would be in two places at once, and that a mission that is agreed has whom it needs: said before the database refuses it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { fault, lackingFault, type MissionFault } from './mission-fault.ts';
import { invalid, type MissionResult } from './mission-result.ts';
import type { TeamRole } from './team-role.ts';

/** The database's answer to two changes at once, of which each is right without the other. */
const EXCLUSION = '23P01';

/** As what somebody is lacking in the team as it is now. */
async function lackingIn(em: EntityManager, mission: string): Promise<TeamRole[]> {
  const rows = await em.execute<{ role: TeamRole }[]>('select r.role from mission_team_rule r where r.mission_uuid = ? and r.at_least - r.excused > mission_team_has(r.mission_uuid, r.role) order by r.role', [mission]);
  return rows.map(({ role }) => role);
}

/** What is wrong with the team of a mission as it is now; null for nothing. Whom it engages are held from here to the end of the transaction. */
async function teamFault(em: EntityManager, mission: string): Promise<MissionFault | null> {
  const [{ fault: found }] = (await em.execute<{ fault: 'BUSY' | 'LACKING' | 'MEETINGS' | null }[]>('select team_fault(?) as fault', [mission])) as [{ fault: 'BUSY' | 'LACKING' | 'MEETINGS' | null }];
  if (found) return found === 'LACKING' ? lackingFault(await lackingIn(em, mission)) : fault('TEAM', found);
  try {
    await em.execute('set constraints "expert_engaged_once", "expert_kinds_apart", "expert_stays_once", "expert_in_one_country" immediate');
    return null;
  } catch (error) {
    if ((error as { code?: unknown }).code === EXCLUSION) return fault('TEAM', 'BUSY');
    throw error;
  }
}

/** Those whose changes are judged once all of them are made. */
const together = new WeakSet<EntityManager>();

/** Whether what is changed now is part of more, which is judged once all of it is made: whoever changes a part judges nothing of how parts fit together. */
export const isJudgedLater = (em: EntityManager): boolean => together.has(em);

/** Makes several changes of one mission, which the services of each part make; how they fit together is judged afterwards, by whom this is called. */
export async function judgedLater<Done>(em: EntityManager, work: () => Promise<Done>): Promise<Done> {
  together.add(em);
  try {
    return await work();
  } finally {
    together.delete(em);
  }
}

/**
 * Does something with a mission, and takes it back where somebody of its team would then be in two places at once (BUSY), or where it is agreed and would lack
 * somebody whom it needs (LACKING). `somebody`: the key of who is added to the team, if anybody is; of several, all of them. It does not say by what: `isEngagedElsewhere` says who.
 */
export async function whereTeamFits(em: EntityManager, { mission, somebody }: { readonly mission: string; readonly somebody: string | null | readonly string[] }, work: () => Promise<MissionResult>): Promise<MissionResult> {
  if (isJudgedLater(em)) return work();
  // In the order in which all hold them: of two at once the second waits here, and finds what the first did.
  if (somebody === null || typeof somebody === 'string') await em.execute('select hold_team(?, ?)', [mission, somebody]);
  else await em.execute(`select hold_team_with(?, string_to_array(?, ' ')::uuid[])`, [mission, somebody.join(' ')]);
  await em.execute('savepoint team');
  const done = await withinLegs(work);
  const found = done.outcome === 'DONE' ? await teamFault(em, mission) : null;
  if (found === null && done !== OUTSIDE) {
    await em.execute('release savepoint team');
    return done;
  }
  await em.execute('rollback to savepoint team');
  return found === null ? done : invalid(found);
}

const OUTSIDE = invalid(fault('STAYS', 'OUTSIDE'));

/** What comes of it, or that a leg would be moved away from under somebody who stays there. */
async function withinLegs(work: () => Promise<MissionResult>): Promise<MissionResult> {
  try {
    return await work();
  } catch (error) {
    const { constraint } = (error as { cause?: { constraint?: unknown } }).cause ?? {};
    if ((constraint ?? (error as { constraint?: unknown }).constraint) !== 'mission_stay_within') throw error;
    return OUTSIDE;
  }
}
