/** Two hundred mails, and workers that are killed over them again and again: none is lost, and few are sent twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { startJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { mailJobs, openPost, queueMail } from './index.ts';
import { recipients, testSmtp } from './smtp.fixture.ts';

const database = testDatabase('empty');
const children: ChildProcess[] = [];
const MAILS = 200;
/** How many mails have come when a worker is killed, or, every third time, closed. */
const STOPS = [15, 45, 75, 110, 150];
/** How many jobs a worker has at hand. */
const AT_HAND = 2;

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

test(`${MAILS} mails, ${STOPS.length} stops`, { timeout: 240_000 }, async () => {
  const smtp = await testSmtp();
  const orm = await MikroORM.init(ormOptions(database().app));
  const to = Array.from({ length: MAILS }, (_, i) => `p${i}@example.org`);
  await orm.em.fork().transactional(async (em) => {
    for (const address of to) await queueMail(em, { to: address, locale: 'sq', template: 'signInLink', params: { link: 'https://passerelle.example/#t', minutes: 10 } });
  });

  for (const [turn, stop] of STOPS.entries()) {
    const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('worker.fixture.ts', import.meta.url)), database().app, smtp.url], { stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(child);
    await expect.poll(() => smtp.come.length, { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(stop);
    child.kill(turn % 3 === 2 ? 'SIGTERM' : 'SIGKILL');
    await once(child, 'exit');
  }
  const unsent = async (): Promise<unknown[]> => database().orm.em.execute('select from mail where sent_at is null');
  // Otherwise nothing is left for the last one, and the stops have shown nothing.
  expect((await unsent()).length).toBeGreaterThan(0);

  const log = { info: () => undefined, warn: () => undefined };
  const jobs = await startJobs({ url: database().app, orm, log, sweepEvery: 100, jobs: mailJobs(openPost({ url: smtp.url, from: 'no-reply@passerelle.example' })) });
  const hurry = (): Promise<unknown> => database().orm.em.execute('update graphile_worker._private_jobs set run_at = now() where locked_by is null and run_at > now()');
  await expect.poll(async () => {
    await hurry();
    return (await unsent()).length;
  }, { timeout: 60_000, interval: 200 }).toBe(0);
  await jobs.close();

  const received = smtp.come.flatMap(({ mail }) => recipients(mail));
  expect([...new Set(received)].sort()).toEqual(to.sort());
  expect(new Set(smtp.come.map(({ mail }) => mail.messageId)).size).toBe(MAILS);
  expect(received.length - MAILS).toBeLessThanOrEqual(STOPS.length * AT_HAND);
  await orm.close();
  await smtp.close();
});
