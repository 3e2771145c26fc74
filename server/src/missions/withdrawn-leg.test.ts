/** A post that had been shown a leg learns that it was withdrawn, and can tell it from one that was given up; nothing else of it is left, and nobody else learns of it. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { giveUp, keyOf, legsOf, missionWith, owner, removeLeg, step, told } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const TIRANA = { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' };
const POSTS: readonly Role[] = ['scac', 'ssi'];
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  await owner(server(), 'delete from withdrawn_leg');
});

const seen = async (role: Role, id: string): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { missionLeg(id: $id) { state } withdrawnLeg(id: $id) { withdrawnOn } }', { id }, headers[role])).data;
const NOTHING = { missionLeg: null, withdrawnLeg: null };
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Belgrade' }).format(new Date());

/** A mission with legs in Belgrade and Tirana that both posts were shown, planned anew. */
async function shown(): Promise<{ id: string; belgrade: string }> {
  const { id, legs } = await missionWith(server(), headers.adviser, [{}, TIRANA]);
  await step(server(), headers.adviser, 'replanMission', id);
  return { id, belgrade: legs.find(({ country }) => country.code === 'RS')!.id };
}

test('it is told that the leg was withdrawn, on which day, and reads nothing else of it; to all others it is as if there had been none', async () => {
  const { id, belgrade } = await shown();
  expect(await seen('scac', belgrade)).toEqual({ missionLeg: { state: 'PLANNED' }, withdrawnLeg: null });
  expect(told(await removeLeg(server(), headers.adviser, id, keyOf(belgrade)))).toBe('DONE');
  for (const role of ROLES) expect([role, await seen(role, belgrade)]).toEqual([role, POSTS.includes(role) ? { missionLeg: null, withdrawnLeg: { withdrawnOn: today() } } : NOTHING]);
  expect((await legsOf(server(), headers.scac)).map((leg) => leg.id)).not.toContain(belgrade);
  const columns = await owner<{ column: string }>(server(), `select column_name as column from information_schema.columns where table_name = 'withdrawn_leg' order by 1`);
  expect(columns.map(({ column }) => column)).toEqual(['country_code', 'is_demonstration', 'uuid', 'withdrawn_on']);
});

test('one that is given up is not withdrawn: the post tells the two apart', async () => {
  const { id, belgrade } = await shown();
  await giveUp(server(), headers.adviser, id, { fr: 'Budget refusé.' });
  expect(await seen('scac', belgrade)).toEqual({ missionLeg: { state: 'GIVEN_UP' }, withdrawnLeg: null });
});

test('nothing is told of a leg that was never shown, that was over, or that goes with its mission', async () => {
  const hidden = await missionWith(server(), headers.adviser, [{}, TIRANA], ['planMission']);
  const leg = hidden.legs.find(({ country }) => country.code === 'RS')!.id;
  expect(told(await removeLeg(server(), headers.adviser, hidden.id, keyOf(leg)))).toBe('DONE');
  const { belgrade, id } = await shown();
  await owner(server(), 'alter table mission_leg disable trigger user');
  await owner(server(), `update mission_leg set starts_on = '2020-01-01', ends_on = '2020-01-02' where uuid = ?`, [keyOf(belgrade)]);
  await owner(server(), 'alter table mission_leg enable trigger user');
  await owner(server(), 'delete from mission_leg where uuid = ?', [keyOf(belgrade)]);
  await owner(server(), 'delete from mission where uuid = ?', [keyOf(id)]);
  expect([await owner(server(), 'select from withdrawn_leg'), await seen('scac', belgrade), await seen('scac', leg)]).toEqual([[], NOTHING, NOTHING]);
});

test('by SQL it is the post’s alone, too; without the rule everybody finds it: the control', async () => {
  const { id, belgrade } = await shown();
  await removeLeg(server(), headers.adviser, id, keyOf(belgrade));
  const rows = async (email: string | null): Promise<number> => {
    const [person] = email === null ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]);
    return asPerson(person?.id, async (client) => (await client.query('select from withdrawn_leg')).rowCount ?? 0);
  };
  const counts = async (): Promise<number[]> => Promise.all([PEOPLE.scac, PEOPLE.ssi, PEOPLE.scacElsewhere, PEOPLE.ngoMember, PEOPLE.adviser, null].map(rows));
  expect(await counts()).toEqual([1, 1, 0, 0, 0, 0]);
  await owner(server(), 'alter table withdrawn_leg disable row level security');
  expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
  await owner(server(), 'alter table withdrawn_leg enable row level security');
});
