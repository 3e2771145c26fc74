/** Many jobs and two workers, of which one after the other is killed: each job is done, and few are tried twice. `CRASH_ROUNDS` raises how often a worker is killed, and with it how many jobs there are: 20 makes 10,000. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { ormOptions } from '../../orm.ts';
import { enqueue } from './index.ts';

const database = testDatabase('empty');
const children: ChildProcess[] = [];
const KILLS = Number(process.env.CRASH_ROUNDS ?? 2);
const JOBS = KILLS * 500;
/** How many jobs a worker has at hand. */
const AT_HAND = 2;

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const countOf = async (table: 'done' | 'tried'): Promise<number> => (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('many-worker.fixture.ts', import.meta.url)), database().app], { stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  return child;
}

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

test(`${JOBS} jobs, two workers, ${KILLS} kills: none is lost`, { timeout: 60_000 + KILLS * 30_000 }, async () => {
  await sql('create table done (note text primary key); create table tried (note text)');
  await sql('grant select, insert on done, tried to public');
  const orm = await MikroORM.init(ormOptions(database().app));
  await orm.em.fork().transactional(async (em) => {
    for (let n = 0; n < JOBS; n += 1) await enqueue(em, 'test.note', { note: `${n}` });
  });
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
  // What a killed worker had at hand; and what failed by itself, as where the database was late, was tried again too.
  expect(twice).toBeLessThanOrEqual(2 * KILLS * AT_HAND);
  for (const worker of workers) worker.kill('SIGTERM');
  await orm.close();
});
