/** Who is in the team of a mission that is agreed and is erased: the mission goes on without them, and waits for nobody who plans it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { expertsOf, removeMember, saveMember, stay } from './team.fixture.ts';
import { allPostsAgree, editMission, keyOf, missionWith, owner, step, told, translateLeg } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const TEAM = [{ kind: 'MAGISTRATE', atLeast: 2 }, { kind: 'POLICE', atLeast: 1 }];
let headers: Headers;
let people: string[];

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER', 'NGO_STAFF', 'SOCIAL_WORKER', 'PROSECUTOR']);
});
beforeEach(() => sql('delete from mission'));

/** A mission that is agreed with the team that it needs, of which two magistrates have accounts alone: its id, its leg, their stay, and their keys. */
async function agreed(): Promise<{ readonly id: string; readonly stays: object[]; readonly police: string; readonly magistrates: string[] }> {
  const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission', 'consultPosts'], { team: TEAM });
  const stays = [stay(keyOf(mission.legs[0]!.id), '2098-11-09T10:00', '2098-11-10T18:00')];
  const { key } = await saveMember(server(), headers.adviser, mission.id, { expert: people[1], kind: 'POLICE', stays });
  const magistrates = [randomUUID(), randomUUID()];
  for (const id of magistrates) {
    await sql(`insert into person (id, name, email, is_demonstration, created_at, updated_at) values (?, 'Somebody', ?, true, now(), now())`, [id, `${id}@passerelle.example`]);
    await sql(`insert into mission_member (uuid, mission_uuid, person_id, role) values (?, ?, ?, 'MAGISTRATE')`, [id, keyOf(mission.id), id]);
    await sql(`insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) values (?, ?, '2098-11-09 10:00', '2098-11-10 18:00')`, [id, keyOf(mission.legs[0]!.id)]);
  }
  await allPostsAgree(server(), mission.id);
  await sql(`update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission.id)]);
  return { id: mission.id, stays, police: key, magistrates };
}

const erase = (person: string): Promise<unknown> => sql(`select erase_person(?, 'mark')`, [person]);
const add = async (id: string, expert: string, stays: object[]): Promise<string> => told(await saveMember(server(), headers.adviser, id, { expert, kind: 'MAGISTRATE', stays }));

test('whoever was needed is lacking, and keeps nobody from going on: notes are said in other languages, and others are added one by one', async () => {
  const { id, stays, police, magistrates } = await agreed();
  for (const one of magistrates) await erase(one);
  const [leg] = await sql<{ uuid: string; version: number }>('select uuid, version from mission_leg where mission_uuid = ?', [keyOf(id)]);
  expect(told(await translateLeg(server(), headers.adviser, id, { id: `MissionLeg_${leg!.uuid}`, version: leg!.version }, { locale: 'sr-Latn', purpose: 'Razgovori.' }))).toBe('DONE');
  // Of nobody more than was so already.
  expect(told(await removeMember(server(), headers.adviser, id, police, 1))).toBe('INVALID TEAM LACKING');
  await expect(sql('delete from mission_member where uuid = ?', [police])).rejects.toThrow('has the team that it needs');
  expect([await add(id, people[0]!, stays), await add(id, people[4]!, stays)]).toEqual(['DONE', 'DONE']);
  // Whoever came in their place is needed as they were.
  const [other] = await sql<{ uuid: string }>('select uuid from mission_member where expert_uuid = ?', [keyOf(people[4]!)]);
  expect(told(await removeMember(server(), headers.adviser, id, other!.uuid, 1))).toBe('INVALID TEAM LACKING');
});

test('nobody more is asked for then, and once it is planned anew nobody is excused', async () => {
  const { id, magistrates } = await agreed();
  await erase(magistrates[0]!);
  const version = async (): Promise<number> => (await sql<{ version: number }>('select version from mission where uuid = ?', [keyOf(id)]))[0]!.version;
  expect(told(await editMission(server(), headers.adviser, id, await version(), { team: [{ kind: 'MAGISTRATE', atLeast: 3 }, TEAM[1]] }))).toBe('INVALID TEAM LACKING');
  expect(told(await editMission(server(), headers.adviser, id, await version(), { team: TEAM, title: 'Another title' }))).toBe('DONE');
  await step(server(), headers.adviser, 'replanMission', id);
  await sql(`update mission set stage = 'CONSULTED' where uuid = ?`, [keyOf(id)]);
  await expect(sql(`update mission set stage = 'AGREED' where uuid = ?`, [keyOf(id)])).rejects.toThrow('has the team that it needs');
});

/** Erases somebody while the mission is held by who plans, who then takes them out: what came of both. */
async function both(): Promise<string[]> {
  await sql('delete from mission');
  const { id, magistrates } = await agreed();
  await sql(`update mission_team_rule set at_least = 1 where mission_uuid = ?`, [keyOf(id)]);
  const em = server().database.orm.em.fork();
  await em.begin();
  await em.execute('select from mission where uuid = ? for update', [keyOf(id)]);
  const erased = erase(magistrates[0]!).then(() => 'DONE', (error: { code?: string }) => String(error.code));
  await untilWaiting(server().database);
  const taken = await em.execute('delete from mission_member where uuid = ?', [magistrates[0]]).then(() => 'DONE', (error: { code?: string }) => String(error.code));
  await (taken === 'DONE' ? em.commit() : em.rollback());
  return [taken, await erased];
}

test('who is erased and taken out at once is gone; where the mission is not held first both wait for each other: the control', async () => {
  expect(await both()).toEqual(['DONE', 'DONE']);
  const [{ now }] = (await sql<{ now: string }>(`select pg_get_functiondef('erase_person(uuid, text)'::regprocedure) as now`)) as [{ now: string }];
  const late = now.replace(/ {2}perform from mission m[^;]*;/, '').replace('end $', 'perform from mission for share; end $');
  expect(late).not.toBe(now);
  await sql(late);
  expect(await both()).toContain('40P01');
  await sql(now);
});
