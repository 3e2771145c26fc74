/** Jobs on a real PostgreSQL: added with what they are about, done once, done again when whoever did them is gone. */
import { spawn } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { ormOptions } from '../../orm.ts';
import { enqueue, type Job, job, type JobContext, type Jobs, type JobsOptions, startJobs } from './index.ts';

declare module './job.ts' {
  interface JobPayloads {
    'test.note': { note: string };
  }
}

const database = testDatabase('empty');
const open: (() => Promise<unknown>)[] = [];
const logged: string[] = [];
const LONG = { timeout: 15_000, interval: 20 };

let orm: MikroORM;

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(database().app));
  await database().orm.em.execute('create table done (note text, at timestamptz default now())');
  return () => orm.close();
});

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  await database().orm.em.execute('delete from done; delete from graphile_worker._private_jobs; delete from graphile_worker._private_known_crontabs');
  logged.length = 0;
});

const note = async ({ note }: { note: string }, { em }: JobContext): Promise<void> => void (await em.execute('insert into done values (?)', [note]));

async function start(jobs: readonly Job[], options: Partial<JobsOptions> = {}): Promise<Jobs> {
  const log = (facts: object, line: string): void => void logged.push(`${line} ${JSON.stringify(facts)}`);
  const started = await startJobs({ url: database().app, orm, jobs, log: { info: log, warn: log }, ...options });
  open.push(started.close);
  return started;
}

const done = async (): Promise<string[]> => (await database().orm.em.execute<{ note: string }[]>('select note from done order by at')).map((row) => row.note);
const waiting = (): Promise<{ attempts: number; key: string | null; last_error: string | null; locked: boolean }[]> =>
  database().orm.em.execute('select attempts, key, last_error, locked_by is not null as locked from graphile_worker._private_jobs order by id');
const add = (text: string, options = {}): Promise<void> => enqueue(orm.em.fork(), 'test.note', { note: text }, options);

describe('a job', () => {
  test('is there when its transaction is committed', async () => {
    await orm.em.fork().transactional((em) => enqueue(em, 'test.note', { note: 'kept' }));
    expect(await waiting()).toHaveLength(1);
    await start([job('test.note', note)]);
    await expect.poll(done, LONG).toEqual(['kept']);
    await expect.poll(waiting, LONG).toEqual([]);
  });

  test('is not when it is rolled back', async () => {
    const failed = orm.em.fork().transactional(async (em) => {
      await enqueue(em, 'test.note', { note: 'lost' });
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await waiting()).toEqual([]);
  });

  test('takes the place of one that waits under the same key, and of no other', async () => {
    await add('first', { key: 'one' });
    await add('second', { key: 'one' });
    await add('other', { key: 'two' });
    await start([job('test.note', note)]);
    await expect.poll(async () => (await done()).sort(), LONG).toEqual(['other', 'second']);
  });

  test('that comes while the worker waits is done at once, not at the next look', async () => {
    await start([job('test.note', note)]);
    const begun = Date.now();
    await add('now');
    await expect.poll(done, LONG).toEqual(['now']);
    expect(Date.now() - begun).toBeLessThan(1_500);
  });

  test('is done once by two workers', async () => {
    await start([job('test.note', note)]);
    await start([job('test.note', note)]);
    const notes = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
    for (const text of notes) await add(text);
    await expect.poll(waiting, LONG).toEqual([]);
    expect((await done()).sort()).toEqual(notes);
  });
});

describe('a job that fails', () => {
  const secret = 'somebody@example.org';
  const refuse = async (): Promise<never> => {
    throw Object.assign(new Error(`no such person: ${secret}`), { code: 'NOBODY' });
  };

  test('is kept for later, with its code and none of its words, there or in the log', async () => {
    await add(secret);
    await start([job('test.note', refuse)]);
    await expect.poll(async () => (await waiting())[0]?.last_error, LONG).toBe('NOBODY');
    expect(logged.join('\n')).toMatch(/A job failed and is tried again.*"attempt":1,"code":"NOBODY","places":\["at refuse/);
    expect(logged.join('\n')).not.toContain(secret);
  });

  test('knows when it is tried for the last time, and is told of as given up', async () => {
    const last: boolean[] = [];
    await add(secret, { attempts: 1 });
    await start([job('test.note', async (_payload, { isLastAttempt }) => {
      last.push(isLastAttempt);
      await refuse();
    })]);
    await expect.poll(() => logged.join('\n'), LONG).toContain('A job is given up');
    expect(last).toEqual([true]);
    expect(logged.join('\n')).not.toContain(secret);
  });
});

describe('jobs at hand', () => {
  test('are waited for when the server closes', async () => {
    let finish = (): void => undefined;
    const worker = await start([job('test.note', async (payload, context) => {
      await new Promise<void>((resolve) => (finish = resolve));
      await note(payload, context);
    })]);
    await add('slow');
    await expect.poll(async () => (await waiting())[0]?.locked, LONG).toBe(true);
    const closed = worker.close();
    finish();
    await closed;
    expect(await done()).toEqual(['slow']);
  });

  test('that take too long are told, fail and are done after the next start', async () => {
    const worker = await start([job('test.note', (_payload, { signal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('closing')));
    }))], { patience: 10 });
    await add('told');
    await expect.poll(async () => (await waiting())[0]?.locked, LONG).toBe(true);
    await worker.close();
    expect(await waiting()).toMatchObject([{ attempts: 1, locked: false }]);
    await start([job('test.note', note)]);
    await expect.poll(done, LONG).toEqual(['told']);
  });
});

test('a job that does not stop when it is told is left behind', async () => {
  const worker = await start([job('test.note', () => new Promise(() => undefined))], { patience: 10 });
  await add('deaf');
  await expect.poll(async () => (await waiting())[0]?.locked, LONG).toBe(true);
  await worker.close();
  expect(await waiting()).toMatchObject([{ locked: false, last_error: 'CLOSING' }]);
});

test('jobs that are done leave nothing with the signal that all of them are given', async () => {
  const listeners: number[] = [];
  await start([job('test.note', (payload, context) => {
    listeners.push(getEventListeners(context.signal, 'abort').length);
    return note(payload, context);
  })], { concurrency: 1 });
  for (let n = 0; n < 15; n += 1) await add(`${n}`);
  await expect.poll(async () => (await done()).length, LONG).toBe(15);
  expect(new Set(listeners).size).toBe(1);
});

describe('when a worker is killed over a job', () => {
  async function killedOver(text: string): Promise<void> {
    const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('worker.fixture.ts', import.meta.url)), database().app, 'test.note'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await add(text);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  test('another that runs finds it', async () => {
    await killedOver('left behind');
    expect(await waiting()).toMatchObject([{ locked: true }]);
    await start([job('test.note', note)], { sweepEvery: 50 });
    await expect.poll(done, LONG).toEqual(['left behind']);
  });

  test('nobody takes a job from one that lives', async () => {
    let finish = (): void => undefined;
    let begun = 0;
    await start([job('test.note', async (payload, context) => {
      begun += 1;
      await new Promise<void>((resolve) => (finish = resolve));
      await note(payload, context);
    })], { concurrency: 1 });
    await add('mine');
    await expect.poll(() => begun, LONG).toBe(1);
    await killedOver('not mine');
    await start([job('test.note', note)], { sweepEvery: 20 });
    await expect.poll(done, LONG).toEqual(['not mine']);
    finish();
    await expect.poll(done, LONG).toEqual(['not mine', 'mine']);
    expect(begun).toBe(1);
  });
});

describe('when the database goes away', () => {
  const name = (): string => new URL(database().owner).pathname.slice(1);

  async function asSuperuser(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: inject('databases').superuser });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
  const shut = (): Promise<void> => asSuperuser(`alter database "${name()}" allow_connections false`, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}'`);
  const reopen = (): Promise<void> => asSuperuser(`alter database "${name()}" allow_connections true`);

  test('the worker comes back with it, and does what was at hand', async () => {
    let finish = (): void => undefined;
    let begun = 0;
    await start([job('test.note', async (payload, context) => {
      begun += 1;
      if (begun === 1) await new Promise<void>((resolve) => (finish = resolve));
      await note(payload, context);
    })]);
    await add('at hand');
    await expect.poll(() => begun, LONG).toBe(1);
    await shut();
    finish();
    await expect.poll(() => logged.join('\n'), LONG).toContain('The jobs cannot start yet');
    await reopen();
    await add('later');
    await expect.poll(async () => (await done()).sort(), { timeout: 18_000, interval: 50 }).toEqual(['at hand', 'later']);
  });
});

describe('a job that comes by itself', () => {
  test('comes once over two workers, also when its time passed while none ran', async () => {
    const daily = job('test.note', async (_payload, context) => note({ note: 'daily' }, context), { at: '* * * * *', missed: 180_000 });
    await database().orm.em.execute(`insert into graphile_worker._private_known_crontabs (identifier, known_since) values ('test.note', now() - interval '1 day')`);
    await Promise.all([start([daily]), start([daily])]);
    await expect.poll(async () => (await done()).length, LONG).toBeGreaterThan(0);
    await expect.poll(waiting, LONG).toEqual([]);
    const [{ times }] = await database().orm.em.execute<[{ times: number }]>('select count(*)::int as times from graphile_worker._private_known_crontabs where last_execution is not null');
    expect(times).toBe(1);
  });
});
