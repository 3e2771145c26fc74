import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { openReadPool } from './read-pool.ts';
import { provisionApp } from './roles.ts';

const database = testDatabase('empty');
const open: pg.Client[] = [];

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.end()));
});

describe('the application role', () => {
  test('owns nothing, cannot bypass row security and is no superuser', async () => {
    const app = await connect(database().app);
    const { rows } = await app.query<{ owned: number; rolsuper: boolean; rolbypassrls: boolean }>(`
      select (select count(*)::int from pg_class where relowner = r.oid) as owned, rolsuper, rolbypassrls from pg_roles r where rolname = current_user`);
    expect(rows).toEqual([{ owned: 0, rolsuper: false, rolbypassrls: false }]);
  });

  test.each(['create table intruder (id int)', 'drop table country', 'alter table country add column intruder int', 'truncate country', 'create extension citext'])(
    'is refused: %s', async (statement) => {
      const app = await connect(database().app);
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    },
  );

  test('the owner may do what the role is refused', async () => {
    const owner = await connect(database().owner);
    await owner.query('begin; create table intruder (id int); rollback');
  });

  test('reads and writes rows, of later tables too', async () => {
    const owner = await connect(database().owner);
    await owner.query('create table later (id int)');
    const app = await connect(database().app);
    await app.query('insert into later values (1)');
    expect((await app.query('select id from later')).rows).toEqual([{ id: 1 }]);
    await owner.query('drop table later');
  });

  test('is the same when it is made sure of again, by two at once', async () => {
    const [first, second] = await Promise.all([provisionApp(database().owner), provisionApp(database().owner)]);
    expect([first, second]).toEqual([database().app, database().app]);
  });
});

describe('the connections of the readers', () => {
  test('cannot write', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    const write = pool.run({ text: `insert into country (code, latitude, longitude, time_zone, currency, first_working_day) values ('ZZ', 0, 0, 'UTC', 'EUR', 1) returning code`, values: [] });
    await expect(write).rejects.toThrow(/read-only/);
    await pool.close();
  });

  test('end a statement that runs too long, and say so by a code', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    await expect(pool.run({ text: `select pg_sleep(10)::text`, values: [] })).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
    await pool.close();
  });
});

describe('a connection', () => {
  test('outlives a statement that the database refuses, and not the end of its own process', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    const backend = (): Promise<string> => pool.run({ text: 'select pg_backend_pid()::text', values: [] });
    const first = await backend();
    await expect(pool.run({ text: 'select $1::date::text', values: ['31 February'] })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(await backend()).toBe(first);
    await pool.run({ text: `select pg_terminate_backend(pg_backend_pid())::text`, values: [] }).catch(() => undefined);
    expect(await backend()).not.toBe(first);
    await pool.close();
  });
});
