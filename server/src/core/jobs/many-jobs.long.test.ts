/** Many jobs and two workers, of which one after the other is killed: each job is done, and few are tried twice. `CRASH_ROUNDS` raises how often a worker is killed, and with it how many jobs there are: 20 makes 10,000. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { untilWaiting } from '../../../test/waiting.ts';
import { ormOptions } from '../../orm.ts';
import { enqueue } from './index.ts';

const database = testDatabase('empty');
const children: ChildProcess[] = [];
const KILLS = Number(process.env.CRASH_ROUNDS ?? 2);
const JOBS = KILLS * 500;
/**
 * The most jobs that a worker has done, or has at hand, and the database does not know of when it is killed: its two hands take the next while it is written that the last are done, and of its four connections
 * three can write at once, for one or two jobs each.
 */
const UNKNOWN = 6;

let failures = 0;

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const countOf = async (table: 'done' | 'tried'): Promise<number> => (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('many-worker.fixture.ts', import.meta.url)), database().app], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout!.on('data', (lines: Buffer) => (failures += `${lines}`.split('\n').length - 1));
  children.push(child);
  return child;
}

beforeEach(async () => {
  failures = 0;
  await sql('create table done (note text primary key); create table tried (note text)');
  await sql('grant select, insert on done, tried to public');
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sql('drop table done, tried');
});

async function addJobs(count: number): Promise<void> {
  const orm = await MikroORM.init(ormOptions(database().app));
  await orm.em.fork().transactional(async (em) => {
    for (let n = 0; n < count; n += 1) await enqueue(em, 'test.note', { note: `${n}` });
  });
  await orm.close();
}

test(`${JOBS} jobs, two workers, ${KILLS} kills: none is lost`, { timeout: 60_000 + KILLS * 30_000 }, async () => {
  await addJobs(JOBS);
  const workers = [startWorker(), startWorker()];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await expect.poll(() => countOf('done'), { timeout: 60_000, interval: 10 }).toBeGreaterThanOrEqual((JOBS * kill) / (KILLS + 2));
    const killed = workers.shift()!;
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    workers.push(startWorker());
  }
  // Otherwise nothing was left, and the kills have shown nothing.
  expect(await countOf('done')).toBeLessThan(JOBS);
  await expect.poll(() => countOf('done'), { timeout: 60_000, interval: 50 }).toBe(JOBS);
  await expect.poll(() => sql('select from graphile_worker._private_jobs'), { timeout: 60_000, interval: 50 }).toEqual([]);
  const twice = (await countOf('tried')) - JOBS;
  if (process.env.CRASH_ROUNDS) console.log({ kills: KILLS, jobs: JOBS, twice });
  expect(twice).toBeGreaterThanOrEqual(0);
  // What failed by itself, as where the database was late, was tried again too.
  expect(twice).toBeLessThanOrEqual(KILLS * UNKNOWN + failures);
  for (const worker of workers) worker.kill('SIGTERM');
});

test('a worker whose database is late to write that jobs are done takes the next ones meanwhile, six at the most', { timeout: 90_000 }, async () => {
  await addJobs(20);
  await sql(`create function public.wait_for_the_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(4711); return null; end $$`);
  await sql('create trigger wait_for_the_test before delete on graphile_worker._private_jobs for each statement execute function public.wait_for_the_test()');
  const holder = new pg.Client({ connectionString: database().owner });
  await holder.connect();
  try {
    await holder.query('select pg_advisory_lock(4711)');
    const worker = startWorker();
    await untilWaiting(database(), 3);
    await expect.poll(() => countOf('done')).toBeGreaterThan(3);
    expect(await countOf('tried')).toBeLessThanOrEqual(UNKNOWN);
    expect(await sql('select from graphile_worker._private_jobs')).toHaveLength(20);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    await holder.query('select pg_advisory_unlock(4711)');
    const next = startWorker();
    await expect.poll(() => sql('select from graphile_worker._private_jobs'), { timeout: 60_000, interval: 50 }).toEqual([]);
    expect([await countOf('done'), (await countOf('tried')) - 20 <= UNKNOWN + failures]).toEqual([20, true]);
    next.kill('SIGTERM');
  } finally {
    await holder.end();
  }
});
