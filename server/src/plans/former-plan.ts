/** The plan of an earlier search to stay near to, with people by the keys that they have now. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Plan } from '@passerelle/shared/planning.ts';
import { type Explained, planNamed } from './plan-stored.ts';
import type { ChosenFormer } from './pose.ts';

const SEARCH = 'select best, explained from plan_search where uuid = ? and mission_uuid = ?';
const MEMBERS = 'select expert_uuid as expert, uuid as member from mission_member where mission_uuid = ? and expert_uuid is not null';

/** Whoever could go when the plan was looked for, and is in the team by now, is known by their place in it. */
function asMembers(plan: Plan, members: ReadonlyMap<string, string>): Plan {
  const asMember = <Of extends { readonly personId: string }>(one: Of): Of => ({ ...one, personId: members.get(one.personId) ?? one.personId });
  return { ...plan, team: plan.team.map(asMember), meetings: plan.meetings.map((meeting) => ({ ...meeting, attends: meeting.attends.map(asMember) })) };
}

/** The plan, which is one of the same mission; null where none is chosen, undefined where it is not there. */
export async function formerPlanOf(em: EntityManager, mission: string, former: ChosenFormer | null): Promise<Plan | null | undefined> {
  if (former === null) return null;
  const [found] = await em.execute<{ best: Plan | null; explained: Explained }[]>(SEARCH, [former.search, mission]);
  const plan = found && planNamed(found, former.as);
  if (!plan) return undefined;
  const members = await em.execute<{ expert: string; member: string }[]>(MEMBERS, [mission]);
  return asMembers(plan, new Map(members.map(({ expert, member }) => [expert, member])));
}
