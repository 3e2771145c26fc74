/** For an idea, who of the register could go too whom nobody has asked: a few of each role, and somebody for each thing that is sought. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { roleOf, type TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Sought } from './candidates.ts';
import { fits } from './competences.ts';

/** Experts whom a call has asked about days of a mission `m`, and who are not in its team. */
export const ASKED = `
    select r.expert_uuid from availability_request r join availability_call c on c.uuid = r.call_uuid join expert x on x.uuid = r.expert_uuid, m
    where c.is_demonstration = m.is_demonstration and x.is_demonstration = m.is_demonstration and c.from_on <= m.ends_on and c.until_on >= m.starts_on and not exists (select from mission_member g where g.mission_uuid = m.uuid and g.expert_uuid = r.expert_uuid)`;

const FREE = `
  with m as (select uuid, starts_on, ends_on, is_demonstration from mission where uuid = ?)
  select e.uuid as key, e.profession_code as profession, e.last_mission_on::text as "lastMissionOn", exists (select from clearance c where c.expert_uuid = e.uuid and c.mission_uuid is null and c.from_on <= m.starts_on and c.until_on >= m.ends_on) as "isCleared",
    array(select x.theme_code from expert_theme x where x.expert_uuid = e.uuid) as themes
  from expert e, m where e.is_demonstration = m.is_demonstration and e.uuid not in (${ASKED}) and not exists (select from mission_member g where g.mission_uuid = m.uuid and g.expert_uuid = e.uuid)
    and not exists (select from expert_engagement g, unnest(g.held) r where g.who = e.uuid and g.is_firm and r && tstzrange(m.starts_on, m.ends_on + 1))`;

/** An expert whom nothing engages. `isCleared`: for all of the days, by a clearance that is for no single mission. */
export interface FreeExpert {
  readonly key: string;
  readonly profession: string;
  readonly lastMissionOn: string | null;
  readonly isCleared: boolean;
  readonly themes: readonly string[];
}

/** Of each role of a team, at most: each of them is looked at with all others. */
const MOST_FREE = 4;

interface Ranked extends FreeExpert {
  readonly roles: readonly TeamRole[];
  /** How much of what is sought they fit. */
  readonly count: number;
}

const longestAgo = (one: FreeExpert, other: FreeExpert): number => ((one.lastMissionOn ?? '') < (other.lastMissionOn ?? '') ? -1 : 1);
const clearedFirst = (one: Ranked, other: Ranked): number => Number(other.isCleared) - Number(one.isCleared);
const fittingFirst = (one: Ranked, other: Ranked): number => other.count - one.count;
/** Where who has no clearance yet counts as free, that is looked at last. */
const orderOf = (needsClearance: boolean) => (one: Ranked, other: Ranked): number =>
  (needsClearance && clearedFirst(one, other)) || fittingFirst(one, other) || clearedFirst(one, other) || (one.lastMissionOn === other.lastMissionOn ? (one.key < other.key ? -1 : 1) : longestAgo(one, other));

/** What is sought, and whether who goes has to be cleared. */
export interface Seeking {
  readonly sought: readonly Pick<Sought, 'theme' | 'roles'>[];
  readonly needsClearance: boolean;
}

/**
 * Who of those who are free could go, by their keys: of each role of a team those first who are cleared, where that is needed, then who fit most of what is sought, then who were not in a mission for the longest time. Where none of them fits something
 * that is sought, whoever comes first of all who do.
 */
export function couldGo(free: readonly FreeExpert[], { sought, needsClearance }: Seeking): readonly string[] {
  const ranked = free.map((one): Ranked => {
    const roles = [roleOf(one.profession)];
    return { ...one, roles, count: sought.filter((what) => fits({ roles, themes: one.themes }, what)).length };
  }).sort(orderOf(needsClearance));
  const chosen = [...Map.groupBy(ranked, ({ roles }) => roles.join()).values()].flatMap((some) => some.slice(0, MOST_FREE));
  for (const what of sought) {
    const found = chosen.some((one) => fits(one, what)) ? undefined : ranked.find((one) => fits(one, what));
    if (found) chosen.push(found);
  }
  return chosen.map(({ key }) => key).sort();
}

/** Who of the register could go on a mission, by their keys. */
export const registerFor = async (em: EntityManager, mission: string, seeking: Seeking): Promise<readonly string[]> => couldGo(await em.execute<FreeExpert[]>(FREE, [mission]), seeking);
