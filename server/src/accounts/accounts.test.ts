import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { openReadPool } from '../core/database/index.ts';
import { circleOf, isFresh, isSecondStepDue, mustHaveKey, stayOf } from './accounts.policy.ts';
import { openSignInPool } from './sign-in.ts';

const database = testDatabase('full');
const PROTECTED = ['person', 'member', 'sign_in_session', 'sign_in_account', 'sign_in_verification', 'sign_in_attempt', 'link_request', 'sign_in_network', 'passkey', 'authenticator', 'recovery_codes'];
const person = (n: number): string => `019abc00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const PEOPLE = Array.from({ length: 50 }, (_, n) => person(n));

async function count(url: string, table: string, actor?: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    if (actor !== undefined) await client.query(`select set_config('passerelle.person', $1, true)`, [actor]);
    return Number((await client.query<{ count: string }>(`select count(*) from "${table}"`)).rows[0]!.count);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await database().orm.em.fork().transactional(async (em) => {
    for (const table of [...PROTECTED].reverse()) await em.execute(`delete from "${table}"`);
    for (const id of PEOPLE) {
      await em.execute(`insert into person (id, name, email, created_at, updated_at) values (?, ?, ?, now(), now())`, [id, `Person ${id}`, `${id}@example.org`]);
      await em.execute(`insert into member (uuid, person_id, role, country_code, since) values (?, ?, 'SSI', 'AL', '2026-01-01')`, [id, id]);
      await em.execute(`insert into sign_in_session (id, person_id, token, expires_at, created_at, updated_at) values (?, ?, ?, now() + interval '1 day', now(), now())`, [id, id, `token ${id}`]);
      await em.execute(`insert into sign_in_account (id, person_id, account_id, provider_id, created_at, updated_at) values (?, ?, ?, 'p', now(), now())`, [id, id, id]);
      await em.execute(`insert into passkey (uuid, person_id, name, credential_id, public_key, counter) values (?, ?, 'n', ?, 'k', 0)`, [id, id, `credential ${id}`]);
      await em.execute(`insert into authenticator (uuid, person_id, secret, last_step) values (?, ?, 's', 0)`, [id, id]);
      await em.execute(`insert into recovery_codes (uuid, person_id, hashes) values (?, ?, '{h}')`, [id, id]);
      await em.execute(`insert into sign_in_verification (id, identifier, value, expires_at, created_at, updated_at) values (?, 'i', 'v', now(), now(), now())`, [id]);
      await em.execute(`insert into link_request (id, person_id, locale) values (?, ?, 'fr')`, [id, id]);
      await em.execute(`insert into sign_in_network (person_id, network) values (?, 'n')`, [id]);
      await em.execute(`insert into sign_in_attempt (key, locale, back, expires_at) values (?, 'fr', '/fr', now())`, [id]);
    }
  });
});

describe('the rules of the tables', () => {
  test.each(PROTECTED)('hide every row of %s from whoever has not said who asks', async (table) => {
    expect(await count(database().app, table)).toBe(0);
    expect(await count(database().app, table, '')).toBe(0);
  });

  test.each([['person', 1], ['member', 1], ['sign_in_session', 1], ['sign_in_account', 1], ['sign_in_verification', 0], ['sign_in_attempt', 0], ['link_request', 0], ['sign_in_network', 0], ['passkey', 1], ['authenticator', 1], ['recovery_codes', 0]])('of %s show a person %i row: their own', async (table, own) => {
    expect(await count(database().app, table, person(7))).toBe(own);
    expect(await count(database().app, table, person(99))).toBe(0);
  });

  test.each(PROTECTED)('are what hides the rows of %s: without them all are seen', async (table) => {
    await database().orm.em.execute(`alter table "${table}" disable row level security`);
    expect(await count(database().app, table)).toBe(50);
    await database().orm.em.execute(`alter table "${table}" enable row level security`);
  });

  test('let people read themselves and change nothing', async () => {
    const client = new pg.Client({ connectionString: database().app });
    await client.connect();
    await client.query(`select set_config('passerelle.person', $1, false)`, [person(7)]);
    for (const table of PROTECTED) expect((await client.query(`delete from "${table}"`)).rowCount).toBe(0);
    await expect(client.query(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), $1, 'ADVISER', current_date)`, [person(7)])).rejects.toThrow(/row-level security/);
    expect((await client.query(`update member set role = 'ADVISER'`)).rowCount).toBe(0);
    await client.end();
  });

  test('open all to the connections that sign people in', async () => {
    const pool = openSignInPool(database().app);
    for (const table of PROTECTED) expect((await pool.query(`select from "${table}"`)).rowCount).toBe(50);
    await pool.end();
  });
});

describe('connections that many people share', () => {
  test('give nobody what is another’s, however the requests mix', { timeout: 120_000 }, async () => {
    const pool = openReadPool(database().app, { size: 3, log: () => undefined, usesBeforeNamed: 0 });
    const asked = Array.from({ length: 10_000 }, (_, n) => (n % 10 === 0 ? null : person((n * 7) % 50)));
    const text = `select coalesce(string_agg(id::text, ','), '') from person`;
    const run = (who: string | null, n: number): Promise<string> => (n % 97 === 1
      ? pool.run({ text: 'select 1/0', values: [], person: who }).catch(() => who ?? '')
      : pool.run({ text, values: [], name: 'everybody', person: who }));
    const answers: string[] = [];
    for (let start = 0; start < asked.length; start += 100) {
      answers.push(...(await Promise.all(asked.slice(start, start + 100).map((who, n) => run(who, start + n)))));
    }
    expect(answers.filter((answer, n) => answer !== (asked[n] ?? ''))).toEqual([]);
    await pool.close();
  });

  test('take no key that is none', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    await expect(pool.run({ text: 'select 1::text', values: [], person: `${person(1)}'; drop table person; --` })).rejects.toThrow('Not the key of a person');
    await pool.close();
  });
});

describe('a role', () => {
  test('gives the circle that sees what it may see, the innermost of several', () => {
    expect(circleOf([])).toBe('visitor');
    expect(circleOf(['NGO_MEMBER'])).toBe('network');
    expect(circleOf(['NGO_MEMBER', 'SSI'])).toBe('post');
    expect(circleOf(['ADVISER', 'EXPERT'])).toBe('adviser');
  });

  test('decides how long one stays signed in', () => {
    expect(stayOf(['SCAC', 'NGO_MEMBER'])).toEqual({ idle: 30, longest: 720 });
    expect(stayOf(['NGO_MEMBER'])).toEqual({ idle: 720, longest: 10_080 });
  });

  test('asks for a key where it lets one see or change what concerns others; not of the invented', () => {
    for (const role of ['ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI'] as const) expect([mustHaveKey([role], false), mustHaveKey(['EXPERT', role], false), mustHaveKey([role], true)]).toEqual([true, true, false]);
    for (const role of ['NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'] as const) expect(mustHaveKey([role], false)).toBe(false);
    expect(mustHaveKey([], false)).toBe(false);
  });
});

describe('the second step', () => {
  const proof = { isRequired: false, hasKey: false, keyAge: null, age: 0 };

  test('is due while no key was shown, for whoever has one or must have one', () => {
    expect(isSecondStepDue(proof)).toBe(false);
    expect([isSecondStepDue({ ...proof, isRequired: true }), isSecondStepDue({ ...proof, hasKey: true })]).toEqual([true, true]);
    expect(isSecondStepDue({ ...proof, isRequired: true, hasKey: true, keyAge: 600 })).toBe(false);
  });

  test.each([
    ['a fresh link without a key', { age: 10 }, true], ['an old link without a key', { age: 10.1 }, false],
    ['a fresh link where there is a key', { hasKey: true, age: 0 }, false], ['a key shown lately', { hasKey: true, keyAge: 10, age: 600 }, true],
    ['a key shown long ago', { hasKey: true, keyAge: 10.1, age: 10 }, false], ['a key that is gone since', { keyAge: 5, age: 600 }, true],
  ])('after %s: %o', (_what, changes, fresh) => {
    expect(isFresh({ ...proof, ...changes })).toBe(fresh);
  });
});
