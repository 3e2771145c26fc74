/** The journeys of a mission, by the API: who travels is engaged, and nobody is in two places at once; and nobody but the adviser's circle reads any of it. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { expertsOf, saveMember, stay } from '../missions/team.fixture.ts';
import { giveUp, keyOf, missionWith, owner, step, told } from '../missions/world.fixture.ts';
import { MONEY, moneyOf, remove, saveCost, saveRate, saveTravel } from './costs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
let headers: Headers;
let people: string[];
let orm: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER']);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(() => owner(server(), 'delete from mission'));

type Given = Readonly<Record<string, unknown>>;

/** A mission with a leg in Belgrade, in which somebody stays from ten o'clock on; planned, unless it is an idea. */
async function planned(steps: readonly ('planMission' | 'consultPosts')[] = ['planMission'], who = people[0]) {
  const mission = await missionWith(server(), headers.adviser, [BELGRADE], steps, { team: [] });
  const { key, mission: added } = await saveMember(server(), headers.adviser, mission.id, { expert: who, kind: 'MAGISTRATE', stays: [stay(keyOf(mission.legs[0]!.id), '2098-11-09T10:00', '2098-11-10T18:00')] });
  const travel = (given: Given = {}) => saveTravel(server(), headers.adviser, mission.id, { travellers: [key], ...given });
  return { id: mission.id, version: added!.version, member: key, travel };
}
const engaged = (who: string) => owner<{ place: string; isFirm: boolean; held: string }>(server(), `select place, is_firm as "isFirm", held::text as held from expert_engagement where who = ? and kind = 'TRAVEL' order by held`, [keyOf(who)]);

test('who travels is engaged between two countries, firmly once the mission is planned, until it is given up', async () => {
  const { id, member, travel } = await planned([]);
  const { outcome, mission, key } = await travel();
  expect([outcome, mission!.journeys.map(({ mode, fromCity, departsAt, travellers }) => [mode, fromCity.code, departsAt, travellers])]).toEqual(['DONE', [['FLIGHT', 'paris', '2098-11-09T06:30', [member]]]]);
  // Paris and Belgrade are one hour before UTC in November.
  const held = '{["2098-11-09 05:30:00+00","2098-11-09 08:00:00+00")}';
  expect(await engaged(people[0]!)).toEqual([{ place: 'ZZ', isFirm: false, held }]);
  await step(server(), headers.adviser, 'planMission', id);
  expect(await engaged(people[0]!)).toEqual([{ place: 'ZZ', isFirm: true, held }]);
  expect(told(await travel({ key, version: 1, toCity: 'sofia', arrivesAt: '2098-11-09T10:30' }))).toBe('DONE');
  // Sofia is two hours before UTC.
  expect(await engaged(people[0]!)).toEqual([{ place: 'ZZ', isFirm: true, held: '{["2098-11-09 05:30:00+00","2098-11-09 08:30:00+00")}' }]);
  await giveUp(server(), headers.adviser, id, { fr: 'Reportée.' });
  expect([await engaged(people[0]!), told(await travel({ key, version: 2 }))]).toEqual([[], 'TOO_LATE']);
});

test('nobody travels while they stay in a country, or twice at once, or while they travel in another mission', async () => {
  const { id, travel } = await planned();
  const busy = 'INVALID TRAVELLERS BUSY';
  expect([told(await travel({ arrivesAt: '2098-11-09T10:01' })), told(await travel({ arrivesAt: '2098-11-09T10:00' })), told(await travel({ toCity: 'vienna', arrivesAt: '2098-11-09T08:00' }))]).toEqual([busy, 'DONE', busy]);
  // Within the country in which they stay they may go about.
  await server().database.orm.em.fork().transactional(async (em) => {
    await em.execute(`insert into city (code, country_iso, country_code, time_zone, latitude, longitude, source) values ('novi-sad', 'RS', 'RS', 'Europe/Belgrade', 45, 20, 'Test')`);
    await em.execute(`insert into city_translation (city_code, locale, name) values ('novi-sad', 'en', 'Novi Sad')`);
  });
  expect(told(await travel({ mode: 'ROAD', fromCity: 'belgrade', toCity: 'novi-sad', departsAt: '2098-11-10T09:00', arrivesAt: '2098-11-10T10:30' }))).toBe('DONE');
  const other = await planned([], people[1]);
  const second = await saveMember(server(), headers.adviser, other.id, { expert: people[0], kind: 'POLICE' });
  expect(told(await saveTravel(server(), headers.adviser, other.id, { travellers: [second.key], departsAt: '2098-11-09T07:00' }))).toBe('DONE');
  expect(told(await step(server(), headers.adviser, 'planMission', other.id))).toBe('INVALID TEAM BUSY');
  expect((await moneyOf(server(), headers.adviser, id))!.journeys).toHaveLength(2);
});

test('a journey may touch a stay and not overlap it by a minute, whichever of the two is written last', async () => {
  const { id, member, travel } = await planned();
  const back = { fromCity: 'belgrade', toCity: 'paris', departsAt: '2098-11-10T18:00', arrivesAt: '2098-11-10T20:30' };
  const there = await travel({ arrivesAt: '2098-11-09T10:00' });
  expect([told(there), told(await travel(back)), told(await travel({ ...back, departsAt: '2098-11-10T17:59' })), told(await travel({ ...back, departsAt: '2098-11-10T18:01', arrivesAt: '2098-11-10T19:00' }))])
    .toEqual(['DONE', 'DONE', 'INVALID TRAVELLERS BUSY', 'INVALID TRAVELLERS BUSY']);
  const leg = (await owner<{ uuid: string }>(server(), 'select uuid from mission_leg where mission_uuid = ?', [keyOf(id)]))[0]!.uuid;
  const stays = async (arrives: string, leaves: string): Promise<string> => {
    const [now] = await owner<{ version: number }>(server(), 'select version from mission_member where uuid = ?', [member]);
    return told(await saveMember(server(), headers.adviser, id, { key: member, version: now!.version, kind: 'MAGISTRATE', stays: [stay(leg, arrives, leaves)] }));
  };
  expect([await stays('2098-11-09T09:59', '2098-11-10T18:00'), await stays('2098-11-09T10:00', '2098-11-10T18:01'), await stays('2098-11-09T10:01', '2098-11-10T17:59'), await stays('2098-11-09T10:00', '2098-11-10T18:00')])
    .toEqual(['INVALID TEAM BUSY', 'INVALID TEAM BUSY', 'DONE', 'DONE']);
});

test('by SQL nobody is in two places at once either', async () => {
  const { id, member } = await planned();
  const [uuid, mission] = [randomUUID(), keyOf(id)];
  await expect(server().database.orm.em.fork().transactional(async (em) => {
    await em.execute(`insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at) values (?, ?, 'TRAIN', 'paris', 'vienna', '2098-11-09 20:00', '2098-11-10 09:00')`, [uuid, mission]);
    await em.execute('insert into mission_traveller (travel_uuid, member_uuid) values (?, ?)', [uuid, member]);
  })).rejects.toMatchObject({ message: expect.stringContaining('expert_in_one_country') });
  await expect(owner(server(), `insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at) values (?, ?, 'TRAIN', 'paris', 'sofia', '2098-11-09 20:00', '2098-11-09 20:30')`, [uuid, mission]))
    .rejects.toMatchObject({ message: expect.stringContaining('ends after it has begun') });
});

test('what is wrong is said field by field; a conflict writes nothing, and the same again is done', async () => {
  const { id, travel } = await planned();
  expect([
    told(await travel({ fromCity: 'nowhere' })), told(await travel({ toCity: 'paris' })), told(await travel({ departsAt: '2098-11-09T26:00' })), told(await travel({ departsAt: '2098-11-09T09:00' })), told(await travel({ travellers: [randomUUID()], carrier: 'x'.repeat(101) })),
  ]).toEqual(['INVALID CITIES UNKNOWN', 'INVALID CITIES REPEATED', 'INVALID DEPARTS MISSING', 'INVALID ARRIVES NOT_AFTER', 'INVALID CARRIER TOO_LONG TRAVELLERS UNKNOWN']);
  const { key } = await travel();
  const fare = await saveCost(server(), headers.adviser, id, { travel: key });
  expect([told(await travel({ key, version: 1, carrier: 'YY 1' })), told(await travel({ key, version: 1, carrier: 'ZZ 1' })), told(await travel({ key, version: 1, carrier: 'YY 1' })), told(await remove(server(), headers.adviser, id, ['Travel', key, 1]))]).toEqual(['DONE', 'CONFLICT', 'DONE', 'CONFLICT']);
  const gone = await remove(server(), headers.adviser, id, ['Travel', key, 2]);
  // What it costs stays.
  expect([told(gone), gone.mission!.journeys, gone.mission!.costs.find((line) => line.key === fare.key)!.travelKey, await engaged(people[0]!)]).toEqual(['DONE', [], null, []]);
});

test('a post gives a session to somebody who travels, and does not learn that they do; who plans missions is refused', async () => {
  const { travel } = await planned();
  expect(told(await travel())).toBe('DONE');
  const [session] = await owner<{ uuid: string }>(server(), `select uuid from training_session where stage = 'OPEN' and is_demonstration order by uuid limit 1`);
  const teach = async (role: keyof typeof PEOPLE): Promise<unknown> => {
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role]]);
    return server().database.orm.em.fork().transactional(async (em) => {
      await em.execute(`select set_config('passerelle.person', ?, true)`, [person!.id]);
      await em.execute('delete from session_trainer where session_uuid = ?', [session!.uuid]);
      await em.execute('delete from session_part where session_uuid = ?', [session!.uuid]);
      await em.execute(`update training_session set format = 'ONLINE', country_code = 'AL', time_zone = 'Europe/Tirane', starts_at = '2098-11-09 06:00+00', ends_at = '2098-11-09 07:00+00' where uuid = ?`, [session!.uuid]);
      await em.execute('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [session!.uuid, keyOf(people[0]!)]);
      return (await em.execute<{ meets: boolean }[]>(`select meets_stays as meets from expert_engagement where who = ? and source = ?`, [keyOf(people[0]!), session!.uuid]))[0]?.meets;
    });
  };
  expect(await teach('scacElsewhere')).toBe(false);
  await expect(teach('adviser')).rejects.toThrow('expert_kinds_apart');
  await owner(server(), 'delete from session_trainer where session_uuid = ?', [session!.uuid]);
});

test('nobody but the adviser’s circle sees journeys, costs or rates, by the API or by SQL', async () => {
  await owner(server(), 'delete from allowance_rate');
  await saveRate(server(), headers.adviser);
  const { id, travel } = await planned(['planMission', 'consultPosts']);
  await travel();
  await saveCost(server(), headers.adviser, id);
  expect(await owner(server(), 'select from mission_cost')).not.toEqual([]);
  const tables = ['allowance_rate', 'allowance_rule', 'exchange_rate', 'mission_cost', 'mission_travel', 'mission_traveller'];
  for (const role of ['scac', 'ssi', 'expert', 'translator', 'ngoMember'] as const) {
    const { data } = await ask(server(), `query ($id: ID!) { mission(id: $id) { ${MONEY} } allowanceRates { key } allowanceRules { code } exchangeRates { key } }`, { id }, headers[role]);
    expect([role, data]).toEqual([role, { mission: null, allowanceRates: [], allowanceRules: [], exchangeRates: [] }]);
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email like ? limit 1', [`${role.toLowerCase()}%`]);
    const seen = await transactAs(orm, person?.id ?? null)(async (em) => Promise.all(tables.map(async (table) => (await em.execute<unknown[]>(`select from ${table}`)).length)));
    expect([role, seen]).toEqual([role, tables.map(() => 0)]);
  }
});
