/** What the tables hold to, whatever a service forgets: who sees and writes missions and legs, and what is refused of them. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { keyOf, missionWith, owner } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let mission: string;
let leg: string;

const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from mission');
  const made = await missionWith(server(), headers.adviser, [{}, { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' }]);
  [mission, leg] = [keyOf(made.id), keyOf(made.legs[0]!.id)];
  await missionWith(server(), headers.adviser, [{}], ['planMission']);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const TABLES = ['mission', 'mission_translation', 'mission_team_rule', 'mission_objective', 'mission_objective_translation', 'mission_objective_recommendation'];
const ELSEWHERE = [PEOPLE.scac, PEOPLE.ssi, PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.ngoMember, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];

test('missions and what belongs to them are the adviser’s alone', async () => {
  for (const email of [PEOPLE.adviser, PEOPLE.assistant]) expect([email, await as(email, 'select from mission')]).not.toEqual([email, 0]);
  for (const table of TABLES) for (const email of ELSEWHERE) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
});

test('a leg is seen by the post of its country, once it is shown; its texts with it', async () => {
  const all = Number(await as(PEOPLE.adviser, 'select from mission_leg'));
  for (const [email, count] of [[PEOPLE.scac, 1], [PEOPLE.ssi, 1], [PEOPLE.scacElsewhere, 1], ...ELSEWHERE.slice(3).map((one) => [one, 0] as const)] as const) {
    for (const table of ['mission_leg', 'mission_leg_translation']) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, count]);
  }
  expect([all >= 3, await as(PEOPLE.scac, `select from mission_leg where country_code <> 'RS'`)]).toEqual([true, 0]);
});

test('whoever does not prepare a leg changes nothing of it, and holds nothing', async () => {
  for (const email of [PEOPLE.scacElsewhere, PEOPLE.expert]) {
    expect(await as(email, `update mission_leg set lodging_name = 'x' where uuid = '${leg}' returning 1`)).toBe(0);
    expect(await as(email, `select from mission_leg where uuid = '${leg}' for update`)).toBe(0);
    expect(String(await as(email, `insert into mission_leg_translation (leg_uuid, locale, purpose) values ('${leg}', 'sq', 'x') returning 1`))).toContain('row-level security');
  }
  expect(await as(PEOPLE.scac, `delete from mission_leg where uuid = '${leg}' returning 1`)).toBe(0);
});

const legRow = (changes: Readonly<Record<string, string>> = {}): [string, string] => {
  const row = { uuid: `'${randomUUID()}'`, mission_uuid: `'${mission}'`, source_locale: `'fr'`, country_code: `'RS'`, city_code: `'belgrade'`, starts_on: `'2098-11-08'`, ends_on: `'2098-11-08'`, position: '9', ...changes };
  return [`insert into mission_leg (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`, `insert into mission_leg_translation (leg_uuid, locale, purpose) values (${row.uuid}, 'fr', 'x') returning 1`];
};

describe('the database refuses', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a leg before its mission', { starts_on: `'2098-11-07'` }, 'a leg is within its mission'], ['a leg after it', { ends_on: `'2098-11-13'` }, 'a leg is within its mission'], ['a leg that leaves before it arrives', { starts_on: `'2098-11-09'` }, 'mission_leg_days'],
    ['a leg in a city of another country', { city_code: `'tirana'` }, 'a leg is in a city of its country'], ['two legs in one place of the order', { position: '1' }, 'mission_leg_position'], ['a key that is made of the time', { uuid: `'01990000-0000-7000-8000-0000000000ab'` }, 'mission_leg_by_chance'],
  ])('%s', async (_title, changes, reason) => {
    expect(String(await as(PEOPLE.adviser, ...legRow(changes)))).toContain(reason);
  });

  test('a mission of more than 366 days, one that ends before it begins, one that costs less than nothing, and one that is moved away from under its legs', async () => {
    const set = (what: string): Promise<number | string> => as(PEOPLE.adviser, `update mission set ${what} where uuid = '${mission}' returning 1`);
    for (const [what, reason] of [[`ends_on = starts_on + 366`, 'mission_period'], [`ends_on = starts_on - 1`, 'mission_period'], ['envelope_cents = -1', 'mission_envelope'], [`starts_on = '2098-11-10'`, 'a leg is within its mission'], [`ends_on = '2098-11-11'`, 'a leg is within its mission']]) expect([what, String(await set(what!))]).toEqual([what, expect.stringContaining(reason!)]);
  });

  test('a step that leads nowhere, and one without a leg', async () => {
    expect(String(await as(PEOPLE.adviser, `update mission set stage = 'CLOSED' where uuid = '${mission}'`))).toContain('a mission does not go from CONSULTED to CLOSED');
    expect(String(await as(PEOPLE.adviser, `update mission set stage = 'GIVEN_UP' where uuid = '${mission}'`))).toContain('mission_given_up');
    expect(String(await as(PEOPLE.adviser, `delete from mission_leg where mission_uuid = '${mission}'`))).toContain('a mission that is planned has a leg');
  });

  test('nothing of a leg that is in order: the control', async () => {
    expect(await as(PEOPLE.adviser, ...legRow())).toBe(1);
  });
});

test('where a leg stands, and whether it is shown, is what the database says, whatever is written', async () => {
  const [copy] = await owner<{ stage: string; is_shown: boolean }>(server(), `update mission_leg set stage = 'IDEA', is_shown = false where uuid = ? returning stage, is_shown`, [leg]);
  expect(copy).toMatchObject({ stage: 'CONSULTED', is_shown: true });
  const [hidden] = await owner<{ uuid: string }>(server(), `select uuid from mission_leg where not is_shown limit 1`);
  const [still] = await owner<{ is_shown: boolean }>(server(), `update mission_leg set is_shown = true where uuid = ? returning is_shown`, [hidden!.uuid]);
  expect(still).toMatchObject({ is_shown: false });
  // Another post would find it there.
  await expect(owner(server(), `update mission_leg set country_code = 'RO' where uuid = ?`, [leg])).rejects.toThrow('stays in its country');
});

test('of two who write at once none leaves a leg outside its mission: the second waits, and is refused', async () => {
  const made = await missionWith(server(), headers.adviser, [{}], []);
  const key = keyOf(made.id);
  const added = Promise.withResolvers<void>();
  const adding = transactAs(orm, await personOf(PEOPLE.adviser))(async (em) => {
    for (const statement of legRow({ mission_uuid: `'${key}'` })) await em.execute(statement);
    added.resolve();
    await untilWaiting(server().database);
  });
  await added.promise;
  const moving = as(PEOPLE.assistant, `update mission set starts_on = '2098-11-09' where uuid = '${key}' returning 1`);
  await adding;
  expect(String(await moving)).toContain('a leg is within its mission');
});

async function personOf(email: string): Promise<string> {
  return (await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]))[0]!.id;
}

test('a real mission is no invented adviser’s, nor is its leg; what is made in a demonstration is invented', async () => {
  const made = await missionWith(server(), headers.adviser, [{}], ['planMission']);
  const [key, its] = [keyOf(made.id), keyOf(made.legs[0]!.id)];
  const count = async (): Promise<(number | string)[]> => [
    await as(PEOPLE.adviser, `select from mission where uuid = '${key}'`), await as(PEOPLE.assistant, `update mission set envelope_cents = 1 where uuid = '${key}' returning 1`),
    await as(PEOPLE.adviser, `select from mission_translation where mission_uuid = '${key}'`), await as(PEOPLE.adviser, `select from mission_leg where uuid = '${its}'`),
    await as(PEOPLE.adviser, `update mission_leg set lodging_name = 'x' where uuid = '${its}' returning 1`), await as(PEOPLE.adviser, `select from mission_leg_translation where leg_uuid = '${its}'`),
  ];
  expect(await owner(server(), 'select is_demonstration from mission where uuid = ?', [key])).toEqual([{ is_demonstration: true }]);
  expect(await count()).toEqual([1, 1, 1, 1, 1, 1]);
  for (const [table, id] of [['mission', key], ['mission_leg', its]]) await owner(server(), `update ${table!} set is_demonstration = false where uuid = ?`, [id]);
  expect(await count()).toEqual([0, 0, 0, 0, 0, 0]);
  for (const statement of [`insert into mission_team_rule (mission_uuid, role, at_least) values ('${key}', 'OTHER', 1) returning 1`, `insert into mission_leg_translation (leg_uuid, locale, purpose) values ('${its}', 'sq', 'x') returning 1`]) {
    expect(String(await as(PEOPLE.adviser, statement))).toContain('row-level security');
  }
  for (const [table, id] of [['mission', key], ['mission_leg', its]]) await owner(server(), `update ${table!} set is_demonstration = true where uuid = ?`, [id]);
});

test('the rules are what hides legs: without them all are seen', async () => {
  await owner(server(), 'alter table mission_leg disable row level security');
  expect(Number(await as(PEOPLE.ngoMember, 'select from mission_leg'))).toBeGreaterThan(2);
  await owner(server(), 'alter table mission_leg enable row level security');
});
