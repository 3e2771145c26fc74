/** Invented clearances of experts: of one they are over, of one they follow each other without a break, and some have their document; and some are for one mission alone. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { MISSION_KEYS } from './missions.ts';
import { onePage } from './one-page.ts';
import { OWN_MISSIONS } from './own-missions.ts';
import type { Chance } from './random.ts';

const DAY = 86_400_000;

/** Days from today, by whom, what else is known of it; whether its document is there. */
interface Given {
  readonly from: number;
  readonly until: number;
  readonly by: string;
  readonly remark: string | null;
  readonly hasFile: boolean;
}

/** For each expert in turn. The first is the one whose sheet belongs to an invented account. */
const CLEARANCES: readonly (readonly Given[])[] = [
  [
    { from: -30, until: 60, by: 'Cour d’appel (inventée)', remark: 'Missions de dix jours au plus.', hasFile: true },
    { from: 61, until: 150, by: 'Cour d’appel (inventée)', remark: null, hasFile: false },
  ],
  [{ from: -200, until: -20, by: 'Direction des ressources humaines (inventée)', remark: null, hasFile: true }],
  [{ from: 20, until: 110, by: 'Association (inventée)', remark: null, hasFile: false }],
];

/** Writes them for the expert whose name the network sees first, and for others. `em` is the owner's. */
export async function fillClearances(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const day = (days: number): string => new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
  const experts = await em.execute<{ uuid: string }[]>(`select uuid from expert where is_demonstration order by name_visibility <> 'NETWORK', uuid limit ?`, [CLEARANCES.length]);
  const file = onePage('Passerelle');
  for (const [n, { uuid }] of experts.entries()) {
    for (const { from, until, by, remark, hasFile } of CLEARANCES[n]!) {
      const clearance = luck.uuid(today);
      await em.execute(`insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, remark, locale) values (?, ?, ?, ?, ?, ?, ?, 'fr')`, [clearance, uuid, day(from), day(until), by, day(Math.min(from, 0) - 40), remark]);
      if (hasFile) await addFile(em, clearance, file);
    }
  }
}

/** A clearance for one mission: of whoever has this role in it, from so many days after its first to so many before its last. */
interface GivenForMission extends Omit<Given, 'from' | 'until'> {
  readonly mission: string;
  readonly role: string;
  /** Of whom it is where the mission has nobody: of whoever has the role in this other one. */
  readonly like?: string;
  readonly after: number;
  readonly before: number;
}

/** One that is known to its expert, one that is over, two of a mission that is not told yet (one of them for some of its days), one of a mission whose team is not whole, and one that counts for nothing, since its mission was given up. */
const FOR_MISSIONS: readonly GivenForMission[] = [
  { mission: OWN_MISSIONS.AGREED, role: 'NGO', after: 0, before: 0, by: 'Association (inventée)', remark: 'Pour cette mission seulement (exemple inventé).', hasFile: true },
  { mission: OWN_MISSIONS.CLOSED, role: 'NGO', after: 0, before: 0, by: 'Association (inventée)', remark: null, hasFile: false },
  { mission: MISSION_KEYS.THREE_CAPITALS, role: 'MAGISTRATE', after: 0, before: 0, by: 'Ministère (exemple inventé)', remark: null, hasFile: false },
  { mission: MISSION_KEYS.THREE_CAPITALS, role: 'POLICE', after: 0, before: 3, by: 'Direction centrale (inventée)', remark: 'Pour l’étape de Sarajevo seulement (exemple inventé).', hasFile: true },
  { mission: MISSION_KEYS.TIRANA, role: 'MAGISTRATE', after: 0, before: 0, by: 'Cour d’appel (inventée)', remark: null, hasFile: true },
  { mission: MISSION_KEYS.GIVEN_UP, role: 'MAGISTRATE', like: MISSION_KEYS.TIRANA, after: 0, before: 0, by: 'Cour d’appel (inventée)', remark: null, hasFile: false },
];

/** Writes those that are for one mission alone, of missions that are there. `em` is the owner's. */
export async function fillMissionClearances(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const file = onePage('Passerelle');
  for (const { mission, role, like = mission, after, before, by, remark, hasFile } of FOR_MISSIONS) {
    const [clearance] = await em.execute<{ uuid: string }[]>(
      `insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, remark, locale, mission_uuid)
       select ?, m.expert_uuid, n.starts_on + ?::int, n.ends_on - ?::int, ?, least(n.starts_on, ?::date) - 20, ?, 'fr', n.uuid from mission n, mission_member m
       where n.uuid = ? and m.mission_uuid = ? and m.role = ? and m.expert_uuid is not null and m.substitute_for_uuid is null order by m.uuid limit 1 returning uuid`,
      [luck.uuid(today), after, before, by, today.toISOString().slice(0, 10), remark, mission, like, role]);
    if (clearance && hasFile) await addFile(em, clearance.uuid, file);
  }
}

async function addFile(em: EntityManager, clearance: string, file: Buffer): Promise<void> {
  await em.execute(`insert into clearance_file (clearance_uuid, kind, size) values (?, 'PDF', ?)`, [clearance, file.length]);
  await em.execute('insert into clearance_file_content (clearance_uuid, bytes) values (?, ?)', [clearance, file]);
}
