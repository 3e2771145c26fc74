/** The connections of the ORM are those that the address says: their role, their settings, their patience. */
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../test/database.ts';
import { transactAs, translateError } from './core/database/index.ts';
import { ormOptions, servingOptions } from './orm.ts';

const database = testDatabase('empty');
const open: MikroORM[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((orm) => orm.close()));
});

async function ask<T>(url: string, text: string, options = ormOptions): Promise<T> {
  const orm = await MikroORM.init(options(url));
  open.push(orm);
  const [row] = await orm.em.fork().execute<T[]>(text);
  return row!;
}

function withParameter(url: string, name: string, value: string): string {
  const made = new URL(url);
  made.searchParams.set(name, value);
  return made.href;
}

describe.each([['what migrates', ormOptions], ['what serves', servingOptions]])('%s', (_what, options) => {
  test('acts as the role that the address takes: not as the owner, whom no rule of rows binds', async () => {
    const role = new URL(database().app).username;
    await database().orm.em.fork().execute(`grant "${role}" to current_user`);
    // As `provisionApp` makes it where the owner has no password.
    const assumed = withParameter(database().owner, 'options', `-c role=${role}`);
    expect(await ask(assumed, 'select current_user as "user"', options)).toEqual({ user: role });
    expect(await ask(assumed, `select row_security_active('person') as bound`, options)).toEqual({ bound: true });
  });

  test('takes all that the address says of the connection', async () => {
    expect(await ask(withParameter(database().owner, 'application_name', 'tested'), `select current_setting('application_name') as name`, options)).toEqual({ name: 'tested' });
    await expect(ask(withParameter(database().owner, 'sslmode', 'require'), 'select 1', options)).rejects.toThrow(/SSL/);
  });

  test('has the days of UTC, whatever those of the database are', async () => {
    await database().orm.em.fork().execute(`do $$ begin execute format('alter database %I set timezone = %L', current_database(), 'Pacific/Kiritimati'); end $$`);
    expect(await ask(database().app, `select current_setting('TimeZone') as zone`, options)).toEqual({ zone: 'UTC' });
    await database().orm.em.fork().execute(`do $$ begin execute format('alter database %I reset timezone', current_database()); end $$`);
  });
});

/** Ends the connection of a transaction in the middle of it, as often as asked; gives what came of each. */
async function cutOff(orm: MikroORM, times: number): Promise<unknown[]> {
  const found: unknown[] = [];
  const killer = new pg.Client({ connectionString: database().app });
  await killer.connect();
  for (let time = 0; time < times; time += 1) {
    found.push(await transactAs(orm, null)(async (em) => {
      const [{ pid }] = await em.execute<[{ pid: number }]>('select pg_backend_pid() as pid');
      await killer.query('select pg_terminate_backend($1)', [pid]);
      await em.execute('select 1');
    }).catch((error: unknown) => error));
  }
  await killer.end();
  return found;
}

describe('a connection that ends in the middle of a transaction', () => {
  const one = (url: string): Options => ({ ...servingOptions(url), pool: { max: 1 } });

  test('makes room for another, however often it happens, and who worked with it is told to come again', async () => {
    const orm = await MikroORM.init(one(database().app));
    open.push(orm);
    for (const error of await cutOff(orm, 3)) expect(error).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    expect(await transactAs(orm, null)((em) => em.execute('select 1 as here'))).toEqual([{ here: 1 }]);
  });

  test('would keep its place in the pool for good if the pool did not take it back', async () => {
    const options = one(database().app);
    const { onPoolCreated: _none, ...driverOptions } = options.driverOptions as { onPoolCreated: unknown };
    const orm = await MikroORM.init({ ...options, driverOptions: { ...driverOptions, connectionTimeoutMillis: 200 } });
    await cutOff(orm, 1);
    await expect(transactAs(orm, null)((em) => em.execute('select 1 as here'))).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    // It never ends: it waits for what is out.
    void orm.close();
  });
});

test('what serves does not wait without end for what somebody else holds', async () => {
  const holder = new pg.Client({ connectionString: database().owner });
  await holder.connect();
  await holder.query('select pg_advisory_lock(4711)');
  const begun = Date.now();
  const waits = ask(database().app, 'select pg_advisory_xact_lock(4711)', servingOptions).catch((error: unknown) => translateError(error));
  expect(await waits).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  expect(Date.now() - begun).toBeLessThan(7_000);
  await holder.end();
});
