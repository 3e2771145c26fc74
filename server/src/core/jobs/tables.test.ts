/** The tables of the jobs: made by the owner, worked on by the application role with no right too many. */
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { grantJobs, migrateJobs } from './index.ts';

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

const add = `select from graphile_worker.add_job('test')`;

describe('the tables', () => {
  test('are made by two at once, and stay as they are when it is made sure of them again', async () => {
    const owner = await connect(database().owner);
    const migrations = async (): Promise<unknown> => (await owner.query('select id, ts from graphile_worker.migrations order by id')).rows;
    await owner.query('drop schema graphile_worker cascade');
    await Promise.all([migrateJobs(database().owner), migrateJobs(database().owner)]);
    const made = await migrations();
    await migrateJobs(database().owner);
    expect(await migrations()).toEqual(made);
    await Promise.all([grantJobs(database()), grantJobs(database())]);
    await (await connect(database().app)).query(add);
  });
});

describe('the application role', () => {
  beforeAll(() => grantJobs(database()));

  test('adds jobs, sees them and ends them', async () => {
    const app = await connect(database().app);
    await app.query('begin');
    await app.query(add);
    expect((await app.query(`update graphile_worker._private_jobs set locked_by = 'me' returning id`)).rowCount).toBeGreaterThan(0);
    expect((await app.query('delete from graphile_worker._private_jobs')).rowCount).toBeGreaterThan(0);
    await app.query('rollback');
  });

  test('owns nothing there', async () => {
    const app = await connect(database().app);
    const { rows } = await app.query(`select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`);
    expect(rows).toEqual([]);
  });

  test.each([
    'truncate graphile_worker._private_jobs', 'drop table graphile_worker._private_jobs', 'alter table graphile_worker._private_jobs disable row level security', 'create table graphile_worker.intruder ()',
    'insert into graphile_worker.migrations (id) values (999)', 'delete from graphile_worker._private_tasks', 'delete from graphile_worker._private_job_queues', 'delete from graphile_worker._private_known_crontabs',
    `update graphile_worker._private_tasks set identifier = 'other'`, 'drop schema graphile_worker cascade', 'create or replace function graphile_worker.remove_job(job_key text) returns void language sql as $$ $$',
  ])('is refused: %s', async (statement) => {
    const app = await connect(database().app);
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('sees no job without its policy, so it is the policy that lets it', async () => {
    const owner = await connect(database().owner);
    const app = await connect(database().app);
    await app.query(add);
    const { rows } = await owner.query<{ name: string }>(`select policyname as name from pg_policies where tablename = '_private_jobs'`);
    await owner.query(`drop policy ${pg.escapeIdentifier(rows[0]!.name)} on graphile_worker._private_jobs`);
    expect((await app.query('select from graphile_worker._private_jobs')).rowCount).toBe(0);
    await grantJobs(database());
    expect((await app.query('select from graphile_worker._private_jobs')).rowCount).toBeGreaterThan(0);
  });
});
