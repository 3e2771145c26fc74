/** A worker takes several jobs at once: they are its own while it lives, and others' where it has no hand free for them. */
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { ormOptions } from '../../orm.ts';
import { enqueue, job, type JobContext, type Jobs, type JobsOptions, startJobs } from './index.ts';

declare module './job.ts' {
  interface JobPayloads {
    'test.take': { note: string };
  }
}

const database = testDatabase('empty');
const open: (() => Promise<unknown>)[] = [];
const LONG = { timeout: 15_000, interval: 20 };

let orm: MikroORM;
let finish: () => void;

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(database().app));
  await database().orm.em.execute('create table taken (note text, by text)');
  return () => orm.close();
});

afterEach(async () => {
  finish();
  for (const close of open.splice(0).reverse()) await close();
  await database().orm.em.execute('delete from taken; delete from graphile_worker._private_jobs');
});

/** A worker with one hand, which writes down what it does once \`first\` lets it. */
async function start(by: string, first: (note: string) => Promise<void>, options: Partial<JobsOptions> = {}): Promise<Jobs> {
  const log = { info: () => undefined, warn: () => undefined };
  const work = async ({ note }: { note: string }, { em }: JobContext): Promise<void> => {
    await first(note);
    await em.execute('insert into taken values (?, ?)', [note, by]);
  };
  const started = await startJobs({ url: database().app, orm, jobs: [job('test.take', work)], log, concurrency: 1, patience: 10, ...options });
  open.push(started.close);
  return started;
}

const held = async (): Promise<void> => new Promise((resolve) => (finish = resolve));
const done = async (): Promise<string[]> => (await database().orm.em.execute<{ note: string; by: string }[]>('select note, by from taken order by note')).map(({ note, by }) => `${note} by ${by}`);
const locked = async (): Promise<number> => (await database().orm.em.execute<[{ n: number }]>('select count(*)::int as n from graphile_worker._private_jobs where locked_by is not null'))[0].n;

async function threeTakenByOne(options: Partial<JobsOptions>): Promise<Jobs> {
  await orm.em.fork().transactional(async (em) => {
    for (const note of ['a', 'b', 'c']) await enqueue(em, 'test.take', { note });
  });
  const one = await start('one', (note) => (note === 'a' ? held() : Promise.resolve()), options);
  await expect.poll(locked, LONG).toBe(3);
  return one;
}

test('what it has taken and not begun goes to another worker once it has kept it for long', async () => {
  await threeTakenByOne({ keptFor: 300 });
  await start('two', async () => undefined);
  await expect.poll(done, LONG).toEqual(['b by two', 'c by two']);
  finish();
  await expect.poll(done, LONG).toEqual(['a by one', 'b by two', 'c by two']);
});

test('until then nobody else does it', async () => {
  await threeTakenByOne({ keptFor: 60_000 });
  await start('two', async () => undefined, { sweepEvery: 20 });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await done()).toEqual([]);
  finish();
  await expect.poll(done, LONG).toEqual(['a by one', 'b by one', 'c by one']);
});

test('what it has not begun when it closes is given back, and counts as not tried', async () => {
  const one = await threeTakenByOne({ keptFor: 60_000 });
  const closed = one.close();
  finish();
  await closed;
  expect(await database().orm.em.execute('select attempts, locked_by from graphile_worker._private_jobs order by id')).toEqual([{ attempts: 0, locked_by: null }, { attempts: 0, locked_by: null }]);
});
