/** Who sees and changes sessions that nobody is told of yet: by every path of the API, and in the tables without any reader. */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { create, keyOf } from '../../src/trainings/world.fixture.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { draftPaths } from './drafts.ts';

const server = testServer({ signInLimits: UNLIMITED });
const PREPARE_IN_SERBIA: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
let headers: Headers;
let serbian: string;
let online: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const [expert] = await server().database.orm.em.fork().execute<{ uuid: string }[]>('select uuid from expert limit 1');
  serbian = (await create(server(), headers.adviser, { country: 'RS', town: 'Ниш', title: 'Xylophone', trainers: [`Expert_${expert!.uuid}`] })).session!.id;
  online = (await create(server(), headers.adviser, { format: 'ONLINE', country: null, town: null })).session!.id;
});

describe.each(ROLES)('%s', (role: Role) => {
  const isTheirs = PREPARE_IN_SERBIA.includes(role);

  test('sees the draft of a country by every path, or by none', async () => {
    for (const [path, isSeen] of Object.entries(await draftPaths(server(), headers[role], serbian))) expect([path, isSeen]).toEqual([path, isTheirs]);
  });

  test('may do with it what those who prepare may, or knows of none', async () => {
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { can { edit translate open close reopen cancel archive discard register } } }', { id: serbian }, headers[role]);
    const can = { edit: true, translate: true, open: true, close: false, reopen: false, cancel: false, archive: false, discard: true, register: false };
    expect(data!.trainingSession).toEqual(isTheirs ? { can } : null);
  });

  test('sees one that is held nowhere, or not', async () => {
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { id } }', { id: online }, headers[role]);
    expect(data!.trainingSession === null).toBe(role !== 'adviser' && role !== 'assistant');
  });

  test('counts in the lists what is seen in them', async () => {
    const { data } = await ask(server(), '{ trainingSessions(first: 100, filter: { states: [DRAFT] }) { totalCount nodes { id country { code } } } }', {}, headers[role]);
    const { totalCount, nodes } = data!.trainingSessions as { totalCount: number; nodes: { country: { code: string } | null }[] };
    expect(nodes).toHaveLength(totalCount);
    if (role === 'adviser' || role === 'assistant') expect(totalCount).toBeGreaterThan(2);
    else expect([...new Set(nodes.map(({ country }) => country?.code))]).toEqual(isTheirs ? ['RS'] : expect.not.arrayContaining(['RS']));
  });
});

/** Does something in the tables as somebody, and undoes it: how many rows it reached, or the code with which it was refused. */
async function as(role: Role, statement: string, values: unknown[] = []): Promise<number | string> {
  const client = new pg.Client({ connectionString: server().database.app });
  await client.connect();
  try {
    await client.query('begin');
    const [person] = role === 'visitor' ? [] : await server().database.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [PEOPLE[role]]);
    if (person) await client.query(`select set_config('passerelle.person', $1, true)`, [person.id]);
    return await client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!);
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

const DENIED = '42501';
const MAKE = `insert into training_session (uuid, stage, source_locale, theme_code, format, country_code, town, time_zone, starts_at, ends_at, places)
  values (gen_random_uuid(), 'DRAFT', 'fr', 'ASSISTANCE', 'ON_SITE', $1, 'X', 'UTC', '2099-01-01', '2099-01-02', 1)`;
const announced = async (country: string): Promise<string> => (await server().database.orm.em.fork().execute<{ uuid: string }[]>(
  `select uuid from training_session where country_code = ? and stage = 'OPEN' order by uuid limit 1`, [country]))[0]!.uuid;

describe.each(ROLES)('in the tables, %s', (role: Role) => {
  const isTheirs = PREPARE_IN_SERBIA.includes(role);

  test('reads the draft of a country, or does not; and everything that is announced', async () => {
    expect(await as(role, 'select from training_session where uuid = $1', [keyOf(serbian)])).toBe(isTheirs ? 1 : 0);
    const [all] = await server().database.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from training_session where stage <> 'DRAFT'`);
    expect(await as(role, `select from training_session where stage <> 'DRAFT'`)).toBe(all!.n);
  });

  test('changes sessions of a country and what belongs to them, or none', async () => {
    const key = await announced('RS');
    expect(await as(role, 'update training_session set places = 99 where uuid = $1', [key])).toBe(isTheirs ? 1 : 0);
    expect(await as(role, `update training_session_translation set summary = 'x' where session_uuid = $1 and locale = (select source_locale from training_session where uuid = $1)`, [key])).toBe(isTheirs ? 1 : 0);
    expect(await as(role, `insert into session_audience select $1, code from audience a where not exists (select from session_audience x where x.session_uuid = $1 and x.audience_code = a.code) limit 1`, [key])).toBe(isTheirs ? 1 : DENIED);
    expect(Number(await as(role, 'delete from session_trainer where session_uuid = $1', [key])) > 0).toBe(isTheirs);
    expect(Number(await as(role, 'delete from session_language where session_uuid = $1', [key])) > 0).toBe(isTheirs);
  });

  test('makes sessions of a country, or none; and throws away no more than its drafts', async () => {
    expect(await as(role, MAKE, ['RS'])).toBe(isTheirs ? 1 : DENIED);
    expect(await as(role, 'delete from training_session where uuid = $1', [keyOf(serbian)])).toBe(isTheirs ? 1 : 0);
    expect(await as(role, 'delete from training_session where uuid = $1', [await announced('RS')])).toBe(0);
  });
});

test('in the tables, an embassy moves no session to another country, nor makes one elsewhere', async () => {
  expect(await as('scac', `update training_session set country_code = 'AL' where uuid = $1`, [keyOf(serbian)])).toBe(DENIED);
  expect(await as('scac', MAKE, ['AL'])).toBe(DENIED);
  expect(await as('adviser', MAKE, ['AL'])).toBe(1);
});

test.each(['training_session', 'training_session_translation', 'session_audience', 'session_trainer', 'session_language'])('the rules of %s are what stops them: without them everybody does everything', async (table) => {
  const em = server().database.orm.em.fork();
  const key = table === 'training_session' ? 'uuid' : 'session_uuid';
  expect(await as('ngoMember', `update ${table} set ${key} = ${key} where ${key} = $1`, [await announced('RS')])).toBe(0);
  await em.execute(`alter table ${table} disable row level security`);
  expect(Number(await as('ngoMember', `update ${table} set ${key} = ${key} where ${key} = $1`, [await announced('RS')]))).toBeGreaterThan(0);
  if (table === 'training_session') expect(await as('visitor', 'select from training_session where uuid = $1', [keyOf(serbian)])).toBe(1);
  await em.execute(`alter table ${table} enable row level security`);
});
