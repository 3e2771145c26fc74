/** The tables of the jobs, in a schema of their own: made by the owner, worked on by the application role. */
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { DatabaseUrls } from '../database/index.ts';
import { quietly } from './log.ts';

/** The schema that the tables are in; it belongs to graphile-worker, and no entity knows it. */
export const JOBS_SCHEMA = 'graphile_worker';

/**
 * What adding jobs and working them takes of each table. The functions are everybody's and run as who calls them; the
 * numbers of new rows need no right of their own.
 */
const GRANTS: Readonly<Record<string, string>> = {
  _private_jobs: 'select, insert, update, delete',
  _private_job_queues: 'select, insert, update',
  _private_tasks: 'select, insert',
  _private_known_crontabs: 'select, insert, update',
};

/** Brings the tables to where this version needs them. `owner` is the owner's URL; two at once wait for each other. */
export async function migrateJobs(owner: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: owner, max: 2, application_name: 'passerelle-jobs' });
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(7266005)');
    await runMigrations({ pgPool: listened(pool), logger: quietly() });
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** Gives the application role what it needs of the tables, and no more. */
export async function grantJobs({ owner, app }: DatabaseUrls): Promise<void> {
  const role = await withClient(app, async (client) => (await client.query<{ role: string }>('select current_user as role')).rows[0]!.role);
  const to = pg.escapeIdentifier(role);
  const policy = pg.escapeIdentifier(`all of ${role}`.slice(0, 63));
  const statements = [
    // One at a time: PostgreSQL refuses two changes of the same grant at once.
    'select pg_advisory_xact_lock(7266001)',
    `grant usage on schema ${JOBS_SCHEMA} to ${to}`,
    `grant select on ${JOBS_SCHEMA}.migrations to ${to}`,
    ...Object.entries(GRANTS).flatMap(([table, rights]) => [
      `grant ${rights} on ${JOBS_SCHEMA}.${table} to ${to}`,
      // The tables have row security and no policy: without one, nobody but their owner sees a row.
      `drop policy if exists ${policy} on ${JOBS_SCHEMA}.${table}`,
      `create policy ${policy} on ${JOBS_SCHEMA}.${table} to ${to} using (true) with check (true)`,
    ]),
  ];
  await withClient(owner, (client) => client.query(`begin; ${statements.join('; ')}; commit`));
}

/** The pool, which outlives the loss of a connection: who uses the connection is told by their statement. */
export function listened(pool: pg.Pool, log: (line: string) => void = () => undefined): pg.Pool {
  pool.on('error', (error) => log(`A database connection of the jobs was lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
