/**
 * Mails by a server that refuses some for now and drops the connection after others, and workers that are killed over them:
 * none is lost, few are sent twice, and one that was withdrawn is not sent. Half of them are jobs by themselves, of the others a few are one. `CRASH_ROUNDS` raises how often a worker is killed,
 * and with it how many mails there are: 20 makes 1,000.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { startJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { mailJobs, openPost, queueMail, queueMails } from './index.ts';
import { recipients, type Reply, testSmtp } from './smtp.fixture.ts';

const database = testDatabase('empty');
const children: ChildProcess[] = [];
const KILLS = Number(process.env.CRASH_ROUNDS ?? 1);
const MAILS = KILLS * 50;
const WITHDRAWN = KILLS * 5;
/** Of a hundred mails that come, so many are refused for now, and after so many the connection is dropped. */
const REFUSED = 30;
const DROPPED = 5;
/** How many jobs a worker has at hand. */
const AT_HAND = 2;

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** The same chance in each run. */
function replies(): () => Reply {
  let state = 20_261_125;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const percent = (state >>> 8) % 100;
    if (percent < REFUSED) return 451;
    return percent < REFUSED + DROPPED ? 'drop' : 'take';
  };
}

test(`${MAILS} mails, ${KILLS} kills`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const smtp = await testSmtp({ otherwise: replies() });
  const orm = await MikroORM.init(ormOptions(database().app));
  const to = Array.from({ length: MAILS }, (_, i) => `p${i}@example.org`);
  await orm.em.fork().transactional(async (em) => {
    const mailTo = (address: string) => ({ to: address, locale: 'sq', template: 'signInLink', params: { link: 'https://passerelle.example/#t', minutes: 10 } }) as const;
    const queue = (address: string, key?: string): Promise<string> => queueMail(em, { ...mailTo(address), ...(key && { key }) });
    for (let i = 0; i < WITHDRAWN; i += 1) await queue(`withdrawn${i}@example.org`, `key ${i}`);
    for (const [i, address] of to.slice(0, MAILS / 2).entries()) await queue(address, i < WITHDRAWN ? `key ${i}` : undefined);
    await queueMails(em, to.slice(MAILS / 2).map((address) => mailTo(address)));
  });
  const come = (): number => smtp.come.filter(({ reply }) => reply === 'take').length;
  // What was refused for now is tried again at once, and workers are told that there is something to do.
  const hurry = (): Promise<unknown> => database().orm.em.execute(`
    with due as (update graphile_worker._private_jobs set run_at = now() where locked_by is null and run_at > now() returning id)
    select pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text) from due having count(*) > 0`);

  // The last worker is told to close; those before it are killed.
  for (let stop = 1; stop <= KILLS + 1; stop += 1) {
    const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', fileURLToPath(new URL('worker.fixture.ts', import.meta.url)), database().app, smtp.url], { stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(child);
    await expect.poll(async () => {
      await hurry();
      return come();
    }, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual((MAILS * stop) / (KILLS + 3));
    child.kill(stop > KILLS ? 'SIGTERM' : 'SIGKILL');
    await once(child, 'exit');
  }
  const unsent = async (): Promise<unknown[]> => database().orm.em.execute('select from mail where sent_at is null and failed_at is null');
  // Otherwise nothing is left for the last one, and the kills have shown nothing.
  expect((await unsent()).length).toBeGreaterThan(0);

  const log = { info: () => undefined, warn: () => undefined };
  const jobs = await startJobs({ url: database().app, orm, log, sweepEvery: 100, jobs: mailJobs(openPost({ url: smtp.url, from: 'no-reply@passerelle.example' })) });
  await expect.poll(async () => {
    await hurry();
    return (await unsent()).length;
  }, { timeout: 60_000, interval: 50 }).toBe(0);
  await jobs.close();

  const received = smtp.come.filter(({ reply }) => reply !== 451).flatMap(({ mail }) => recipients(mail));
  const dropped = smtp.come.filter(({ reply }) => reply === 'drop').length;
  const figures = { kills: KILLS, refused: smtp.come.length - received.length, dropped, recipients: new Set(received).size, twice: received.length - MAILS };
  if (process.env.CRASH_ROUNDS) console.log(figures);
  expect([...new Set(received)].sort()).toEqual(to.sort());
  expect(new Set(smtp.come.map(({ mail }) => mail.messageId)).size).toBe(MAILS);
  expect(figures.twice).toBeLessThanOrEqual(dropped + (KILLS + 1) * AT_HAND);
  await orm.close();
  await smtp.close();
});
