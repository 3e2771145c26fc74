/** From where somebody of a team leaves, and on how many days they are away: the adviser’s alone, and in the way of agreeing where it is too long. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { expertsOf, saveMember, stay } from './team.fixture.ts';
import { allPostsAgree, keyOf, missionWith, owner, told } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const LEGS = [{ country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' }, { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' }];
let headers: Headers;
let expert: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  [expert] = await expertsOf(server(), ['JUDGE']) as [string];
});
beforeEach(() => owner(server(), 'delete from mission'));

interface Away {
  readonly version: number;
  readonly members: readonly { readonly key: string; readonly homeCity: { readonly code: string } | null; readonly mostDays: number | null; readonly daysAway: number | null }[];
}

async function awayIn(mission: string): Promise<Away> {
  const { data } = await ask(server(), 'query ($id: ID!) { mission(id: $id) { version members { key homeCity { code } mostDays daysAway } } }', { id: mission }, headers.adviser);
  return data!.mission as Away;
}

async function agree(mission: string): Promise<string> {
  const { version } = await awayIn(mission);
  const { data } = await ask(server(), 'mutation ($id: ID!, $version: Int!) { agreeMission(id: $id, version: $version) { outcome faults { field fault } } }', { id: mission, version }, headers.adviser);
  return told(data!.agreeMission as Parameters<typeof told>[0]);
}

test('whoever would be away longer than they can be keeps a mission from being agreed, and nothing else; journeys count as stays do', async () => {
  const mission = await missionWith(server(), headers.adviser, LEGS, ['planMission', 'consultPosts'], { team: [] });
  await allPostsAgree(server(), mission.id);
  const [rs, al] = mission.legs.map(({ id }) => keyOf(id));
  const given = { kind: 'MAGISTRATE', homeCity: 'paris', stays: [stay(rs!, '2098-11-09T10:00', '2098-11-10T18:00'), stay(al!, '2098-11-11T09:00', '2098-11-12T12:00')] };
  const { key, ...added } = await saveMember(server(), headers.adviser, mission.id, { expert, ...given, mostDays: 3 });
  expect(told(added)).toBe('DONE');
  expect((await awayIn(mission.id)).members).toEqual([{ key, homeCity: { code: 'paris' }, mostDays: 3, daysAway: 4 }]);
  expect(await agree(mission.id)).toBe('INVALID TEAM TOO_MANY_DAYS');
  await saveMember(server(), headers.adviser, mission.id, { key, version: 1, ...given, mostDays: 4 });
  await owner(server(), `with t as (insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at) values (gen_random_uuid(), ?, 'TRAIN', 'paris', 'belgrade', '2098-11-08 20:00', '2098-11-09 08:00') returning uuid)
    insert into mission_traveller (travel_uuid, member_uuid) select uuid, ? from t`, [keyOf(mission.id), key]);
  expect((await awayIn(mission.id)).members[0]!.daysAway).toBe(5);
  expect(await agree(mission.id)).toBe('INVALID TEAM TOO_MANY_DAYS');
  await saveMember(server(), headers.adviser, mission.id, { key, version: 2, ...given, mostDays: 5 });
  expect(await agree(mission.id)).toBe('DONE');
});

test('of whom nothing is known nothing is asked; a city that is none, and days that are none, are refused', async () => {
  const mission = await missionWith(server(), headers.adviser, LEGS, ['planMission'], { team: [] });
  const { key } = await saveMember(server(), headers.adviser, mission.id, { expert, kind: 'MAGISTRATE' });
  expect((await awayIn(mission.id)).members).toEqual([{ key, homeCity: null, mostDays: null, daysAway: null }]);
  for (const [changes, why] of [[{ homeCity: 'atlantis' }, 'CITY UNKNOWN'], [{ mostDays: 0 }, 'DAYS OUT_OF_RANGE'], [{ mostDays: 367 }, 'DAYS OUT_OF_RANGE']] as const) {
    expect(told(await saveMember(server(), headers.adviser, mission.id, { key, version: 1, kind: 'MAGISTRATE', ...changes }))).toBe(`INVALID ${why}`);
  }
  await expect(owner(server(), 'update mission_member set most_days = 0')).rejects.toThrow('mission_member_days');
});

test('no type that a post reads says it', async () => {
  const { data } = await ask(server(), '{ __schema { types { name fields { name } } } }', {}, headers.adviser);
  const types = (data!.__schema as { types: { name: string; fields: { name: string }[] | null }[] }).types;
  expect(types.filter(({ fields }) => fields?.some(({ name }) => ['homeCity', 'mostDays', 'daysAway'].includes(name))).map(({ name }) => name)).toEqual(['MissionMember', 'PlanAssumptions']);
});
