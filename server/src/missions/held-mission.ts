/** A mission as services hold it for a change. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf, type Standing } from '../members/index.ts';
import type { MissionAbilities } from './mission-abilities.type.ts';
import { type MissionResult, result } from './mission-result.ts';
import type { MissionStage } from './mission-stage.ts';
import { mayPlanMissions, missionAbilities } from './mission.policy.ts';
import type { LegContent } from './read-leg.ts';
import type { MissionContent } from './read-mission.ts';
import { whereTeamFits } from './team-fits.ts';

/** A leg as it is stored. */
export interface LegLine extends LegContent {
  readonly uuid: string;
  readonly version: number;
  readonly sourceVersion: number;
  readonly isShown: boolean;
}

/** A mission that is held until the transaction ends, with its legs in their order. */
export interface HeldMission extends MissionContent {
  readonly stage: MissionStage;
  readonly version: number;
  readonly sourceVersion: number;
  readonly isOver: boolean;
  readonly hasReport: boolean;
  readonly legs: readonly LegLine[];
}

/** Which mission, by its key, and who does something with it. */
export interface Which {
  readonly person: string;
  readonly mission: string;
  /** Where people reach the site: what links in mails begin with. */
  readonly origin: string;
}

const MISSION = `
  select m.source_locale as "sourceLocale", m.source_version as "sourceVersion", m.stage, m.version, is_mission_over(m.uuid) as "isOver", exists (select from mission_report r where r.mission_uuid = m.uuid) as "hasReport", x.title, x.purpose, m.starts_on::text as "startsOn", m.ends_on::text as "endsOn", m.envelope_cents as "envelopeCents",
    (select coalesce(json_agg(json_build_object('kind', r.role, 'atLeast', r.at_least) order by array_position(array['MAGISTRATE', 'POLICE', 'NGO', 'SOCIAL', 'LABOUR', 'ADVISER', 'OTHER'], r.role)), '[]') from mission_team_rule r where r.mission_uuid = m.uuid) as team,
    (select coalesce(json_agg(json_build_object('key', o.uuid, 'text', t.text, 'recommendations', array(select l.recommendation_slug from mission_objective_recommendation l where l.objective_uuid = o.uuid order by l.recommendation_slug collate "C"), 'needs', array(select l.need_uuid from mission_objective_need l where l.objective_uuid = o.uuid order by l.need_uuid), 'projects', array(select l.project_uuid from mission_objective_project l where l.objective_uuid = o.uuid order by l.project_uuid)) order by o.position), '[]')
      from mission_objective o join mission_objective_translation t on t.objective_uuid = o.uuid and t.locale = o.source_locale where o.mission_uuid = m.uuid) as objectives
  from mission m join mission_translation x on x.mission_uuid = m.uuid and x.locale = m.source_locale where m.uuid = ?`;

const LEGS = `
  select l.uuid, l.version, l.source_version as "sourceVersion", l.source_locale as "sourceLocale", l.is_shown as "isShown", l.country_code as country, l.city_code as city, l.starts_on::text as "startsOn", l.ends_on::text as "endsOn",
    l.lodging_name as "lodgingName", l.lodging_address as "lodgingAddress", l.transport, x.purpose, x.note
  from mission_leg l join mission_leg_translation x on x.leg_uuid = l.uuid and x.locale = l.source_locale where l.mission_uuid = ? order by l.position`;

/** A mission, held for a change by who acts; GONE for one that is not there, and for all of them to whoever plans none. */
async function holdMission(em: EntityManager, key: string, standings: readonly Standing[]): Promise<HeldMission | 'GONE'> {
  if (!mayPlanMissions(standings)) return 'GONE';
  // Read once it is held: who waited reads what the other has written.
  await em.execute('select from mission where uuid = ? for update', [key]);
  const [held] = await em.execute<Omit<HeldMission, 'legs'>[]>(MISSION, [key]);
  return held ? { ...held, legs: await em.execute<LegLine[]>(LEGS, [key]) } : 'GONE';
}

interface Allowing {
  readonly need: keyof MissionAbilities;
  /** What is so already stays so, wherever it stands. */
  readonly isSo?: (held: HeldMission) => boolean | Promise<boolean>;
  /** The key of whom it adds to the team, once that is known; null for nobody; of several all of them. */
  readonly adds?: () => string | null | readonly string[];
}

/** What is done once a mission is over, and is nothing to its team: who was where stays so, and what they are engaged by since stands in the way of none of it. */
const AFTERWARDS: readonly (keyof MissionAbilities)[] = ['writeReport', 'translateReport', 'followUp', 'report', 'close', 'publish', 'appraise'];

/** Does something with a mission that is held, if who asks may. */
export async function whereAllowed(em: EntityManager, { person, mission }: Which, { need, isSo = () => false, adds = () => null }: Allowing, work: (held: HeldMission) => Promise<MissionResult>): Promise<MissionResult> {
  const standings = await standingsOf(em, person);
  const held = await holdMission(em, mission, standings);
  if (held === 'GONE') return result('GONE');
  if (await isSo(held)) return result('DONE');
  if (!missionAbilities(held, standings)[need]) return result('TOO_LATE');
  return AFTERWARDS.includes(need) ? work(held) : whereTeamFits(em, { mission, somebody: adds() }, () => work(held));
}
