/** The team of a mission: adding somebody, changing as what and when they come, taking them away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { canComeAs } from '@passerelle/shared/missionTeam.ts';
import { adviserBehind } from '../members/index.ts';
import { whereAllowed, type Which as WhichMission } from './held-mission.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { invalid, type MissionResult, result } from './mission-result.ts';
import { contentOf, type MemberContent, memberFaults, MOST_MEMBERS, type SentMember } from './read-member.ts';

/** Who of the team of which mission, by their keys, and who does it. */
export interface Which extends WhichMission {
  readonly key: string;
}

/** Somebody of a team as they are stored, with the key of the expert or of the person, and the one that stands for both. */
export interface MemberLine extends MemberContent {
  readonly uuid: string;
  readonly version: number;
  readonly who: string;
  readonly human: string;
  /** The code of the profession of an expert; null of somebody of the adviser’s own. */
  readonly profession: string | null;
}

const LINES = `
  select m.uuid, m.version, coalesce(m.expert_uuid, m.person_id) as who, known_human(m.expert_uuid, m.person_id) as human, (select e.profession_code from expert e where e.uuid = m.expert_uuid) as profession, m.role as kind, m.is_lead as "isLead", m.substitute_for_uuid as "substituteFor", m.home_city_code as "homeCity", m.most_days as "mostDays",
    (select coalesce(json_agg(json_build_object('leg', s.leg_uuid, 'arrivesAt', to_char(s.arrives_at, 'YYYY-MM-DD"T"HH24:MI'), 'leavesAt', to_char(s.leaves_at, 'YYYY-MM-DD"T"HH24:MI'),
      'isLodgingProvided', s.is_lodging_provided, 'lunchesProvided', s.lunches_provided, 'dinnersProvided', s.dinners_provided)), '[]') from mission_stay s where s.member_uuid = m.uuid) as stays
  from mission_member m where m.mission_uuid = ?`;

/** Who somebody is: an expert whom who asks sees, or one who acts as the adviser or for the adviser, of the same side as the mission. */
const WHO = `
  select x.expert, x.person, x.profession, known_human(x.expert, x.person) as human from (
    select e.uuid as expert, null::uuid as person, e.profession_code as profession, e.is_demonstration from expert e where e.uuid = ?
    union all select null, p.id, null, p.is_demonstration from person p where p.id = ?
  ) x join mission m on m.uuid = ? and m.is_demonstration = x.is_demonstration`;

/** The team of a mission as it is stored, as who asks may see it. */
export const teamLines = (em: EntityManager, mission: string): Promise<MemberLine[]> => em.execute<MemberLine[]>(LINES, [mission]);

interface Who {
  readonly human: string;
  readonly expert: string | null;
  readonly person: string | null;
  readonly profession: string | null;
}

const isSame = (line: MemberLine, content: MemberContent): boolean => JSON.stringify(contentOf(line)) === JSON.stringify(content);

/**
 * Adds somebody to the team under a key that its author has drawn (`version` 0), or changes as what and when they come: who it is stays. `version` is the one that was
 * read: once somebody else has changed it nothing is written, unless it is so already. Whoever leads takes the place of who did.
 */
export async function saveMissionMember(em: EntityManager, which: Which, { version, input }: { readonly version: number; readonly input: SentMember }): Promise<MissionResult> {
  const content = contentOf(input);
  let lines: MemberLine[] = [];
  let who: Who | undefined;
  const isSo = async (): Promise<boolean> => {
    lines = await teamLines(em, which.mission);
    const line = lines.find(({ uuid }) => uuid === which.key);
    if (!line) [who] = await em.execute<Who[]>(WHO, [input.expert, input.colleague && (await adviserBehind(em, input.colleague)), which.mission]);
    return line !== undefined && isSame(line, content) && (input.expert ?? line.who) === line.who;
  };
  return whereAllowed(em, which, { need: 'edit', isSo, adds: () => who?.expert ?? who?.person ?? null }, async (held) => {
    const line = lines.find(({ uuid }) => uuid === which.key);
    if ((line?.version ?? 0) !== version) return result(line ? 'CONFLICT' : 'GONE');
    const faults = [...memberFaults(content, held.legs), ...(await cityFaults(em, content)), ...roleFaults(content, line ?? who, line), ...placeFaults(which, content, lines), ...(line ? settledFaults(input, line) : addingFaults(input, lines))];
    if (faults.length > 0) return invalid(...faults);
    return line ? change(em, which, content) : add(em, which, who, { content, lines });
  });
}

/** Whether the city from which they leave is none that is known. */
async function cityFaults(em: EntityManager, { homeCity }: MemberContent): Promise<MissionFault[]> {
  if (homeCity === null || (await em.execute<unknown[]>('select from city where code = ?', [homeCity])).length > 0) return [];
  return [fault('CITY', 'UNKNOWN')];
}

/** Whether nobody of their profession comes as that; what is stored already stays as it is. */
function roleFaults({ kind }: MemberContent, who: Pick<Who, 'profession'> | undefined, line: MemberLine | undefined): MissionFault[] {
  if (line?.kind === kind || !who?.profession || canComeAs(who.profession, kind)) return [];
  return [fault('ROLE', 'UNSUITED')];
}

/** What is wrong with whose place they take: that of somebody of the team who has one, and whose own nobody takes. */
function placeFaults({ key }: Which, { substituteFor, isLead, stays }: MemberContent, lines: readonly MemberLine[]): MissionFault[] {
  if (substituteFor === null || isLead || stays.length > 0) return [];
  const isThere = lines.some(({ uuid, substituteFor: of }) => uuid === substituteFor && uuid !== key && of === null);
  if (!isThere) return [fault('SUBSTITUTE', 'UNKNOWN')];
  return lines.some(({ substituteFor: of }) => of === key) ? [fault('SUBSTITUTE', 'NOT_HERE')] : [];
}

const settledFaults = ({ expert, colleague }: SentMember, { who }: MemberLine): MissionFault[] => ((expert ?? who) === who && colleague === null ? [] : [fault('MEMBER', 'SETTLED')]);

function addingFaults({ expert, colleague }: SentMember, lines: readonly MemberLine[]): MissionFault[] {
  if ((expert === null) === (colleague === null)) return [fault('MEMBER', 'MISSING')];
  return lines.length >= MOST_MEMBERS ? [fault('TEAM', 'TOO_LONG', MOST_MEMBERS)] : [];
}

async function add(em: EntityManager, which: Which, who: Who | undefined, { content, lines }: { readonly content: MemberContent; readonly lines: readonly MemberLine[] }): Promise<MissionResult> {
  if (!who) return invalid(fault('MEMBER', 'UNKNOWN'));
  if (lines.some(({ human }) => human === who.human)) return invalid(fault('MEMBER', 'REPEATED'));
  await followLead(em, which, content);
  const { kind, isLead, substituteFor, homeCity, mostDays } = content;
  const added = await em.execute<unknown[]>(
    'insert into mission_member (uuid, mission_uuid, expert_uuid, person_id, role, is_lead, substitute_for_uuid, home_city_code, most_days) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [which.key, which.mission, who.expert, who.person, kind, isLead, substituteFor, homeCity, mostDays]);
  // A key that somebody of another mission has is none for this one.
  return added.length > 0 ? finish(em, which, content) : result('GONE');
}

async function change(em: EntityManager, which: Which, content: MemberContent): Promise<MissionResult> {
  await followLead(em, which, content);
  await em.execute(`delete from mission_stay where member_uuid = ? and not leg_uuid::text = any(array(select x->>'leg' from jsonb_array_elements(?::jsonb) x))`, [which.key, JSON.stringify(content.stays)]);
  const { kind, isLead, substituteFor, homeCity, mostDays } = content;
  await em.execute('update mission_member set role = ?, is_lead = ?, substitute_for_uuid = ?, home_city_code = ?, most_days = ?, version = version + 1 where uuid = ?', [kind, isLead, substituteFor, homeCity, mostDays, which.key]);
  return finish(em, which, content);
}

/** One leads a team. */
async function followLead(em: EntityManager, { mission, key }: Which, { isLead }: MemberContent): Promise<void> {
  if (isLead) await em.execute('update mission_member set is_lead = false, version = version + 1 where mission_uuid = ? and is_lead and uuid <> ?', [mission, key]);
}

/** Writes the stays, in the order of the keys of their legs, and that the mission was changed. */
async function finish(em: EntityManager, { mission, key }: Which, { stays }: MemberContent): Promise<MissionResult> {
  await em.execute(
    `insert into mission_stay as s (member_uuid, leg_uuid, arrives_at, leaves_at, is_lodging_provided, lunches_provided, dinners_provided)
     select ?, (x->>'leg')::uuid, (x->>'arrivesAt')::timestamp, (x->>'leavesAt')::timestamp, (x->>'isLodgingProvided')::boolean, (x->>'lunchesProvided')::int, (x->>'dinnersProvided')::int from jsonb_array_elements(?::jsonb) x
     on conflict (member_uuid, leg_uuid) do update set arrives_at = excluded.arrives_at, leaves_at = excluded.leaves_at, is_lodging_provided = excluded.is_lodging_provided,
       lunches_provided = excluded.lunches_provided, dinners_provided = excluded.dinners_provided`, [key, JSON.stringify(stays)]);
  await em.execute('update mission set version = version + 1 where uuid = ?', [mission]);
  return result('DONE');
}

/** Takes somebody out of the team who was read at `version`, and with them who would take their place. Who is not there any more stays so. */
export function removeMissionMember(em: EntityManager, which: Which, version: number): Promise<MissionResult> {
  let line: MemberLine | undefined;
  const isSo = async (): Promise<boolean> => {
    line = (await teamLines(em, which.mission)).find(({ uuid }) => uuid === which.key);
    return line === undefined;
  };
  return whereAllowed(em, which, { need: 'edit', isSo }, async () => {
    if (line!.version !== version) return result('CONFLICT');
    await em.execute('delete from mission_member where uuid = ?', [which.key]);
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    return result('DONE');
  });
}
