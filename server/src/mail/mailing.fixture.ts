/** Mails for the tests of a file: queued in a database of their own, sent by workers to an SMTP server, all gone after each test. */
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type Jobs, startJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { mailJobs, type MailToQueue, openPost, queueMail, type WayOut } from './index.ts';
import { type TestSmtp, testSmtp } from './smtp.fixture.ts';

/** For what comes by itself, on a machine that does other things too; in milliseconds. */
export const LONG = { timeout: 15_000, interval: 20 };
export const TOKEN = 'Zm9yLXRlc3RzLW9ubHk';
export const LINK = `https://passerelle.example/fr/sign-in#${TOKEN}`;
export const SOMEBODY = 'somebody@example.org';

interface Row { recipient: string; subject: string; text: string | null; html: string | null; message_id: string | null; sent_at: Date | null; failure: string | null; answer: string | null }

export interface Mailing {
  /** Connected as the application's role. */
  readonly orm: () => MikroORM;
  readonly smtp: () => TestSmtp;
  /** Puts another SMTP server in the place of the one there is. */
  readonly takeSmtp: (options: Parameters<typeof testSmtp>[0]) => Promise<void>;
  /** What the workers have logged. */
  readonly logged: readonly string[];
  /** Asks the database as its owner. */
  readonly rows: <T extends object>(sql: string) => Promise<T[]>;
  /** The way to the SMTP server; `patience` in milliseconds. */
  readonly post: (patience?: number) => WayOut;
  /** Starts a worker. */
  readonly work: (way?: WayOut) => Promise<Jobs>;
  /** Has jobs that wait to be tried again tried at once. */
  readonly hurry: () => Promise<unknown>;
  /** Queues a mail to somebody; gives its id. */
  readonly queue: (changes?: Partial<MailToQueue>) => Promise<string>;
  /** The rows of all mails, oldest first. */
  readonly mails: () => Promise<Row[]>;
  /** How many of them were sent. */
  readonly sent: () => Promise<number>;
}

/** Prepares all of it for a test file. */
export function testMailing(): Mailing {
  const database = testDatabase('empty');
  const open: Jobs[] = [];
  const logged: string[] = [];
  let orm: MikroORM;
  let smtp: TestSmtp;
  const rows: Mailing['rows'] = (sql) => database().orm.em.execute(sql);

  beforeAll(async () => {
    orm = await MikroORM.init(ormOptions(database().app));
    return () => orm.close();
  });
  beforeEach(async () => {
    smtp = await testSmtp();
  });
  afterEach(async () => {
    for (const jobs of open.splice(0)) await jobs.close();
    await smtp.close();
    await rows('delete from mail; delete from graphile_worker._private_jobs');
    logged.length = 0;
  });

  const post: Mailing['post'] = (patience) => openPost({ url: smtp.url, from: 'Passerelle <no-reply@passerelle.example>', ...(patience !== undefined && { patience }) });
  const mails: Mailing['mails'] = () => rows('select * from mail order by created_at, uuid');
  return {
    orm: () => orm,
    smtp: () => smtp,
    takeSmtp: async (options) => {
      await smtp.close();
      smtp = await testSmtp(options);
    },
    logged,
    rows,
    post,
    work: async (way = post()) => {
      const log = (facts: object, line: string): void => void logged.push(`${line} ${JSON.stringify(facts)}`);
      const jobs = await startJobs({ url: database().app, orm, jobs: mailJobs(way), log: { info: log, warn: log }, patience: 50 });
      open.push(jobs);
      return jobs;
    },
    hurry: () => rows('update graphile_worker._private_jobs set run_at = now() where locked_by is null'),
    queue: (changes = {}) => orm.em.fork().transactional((em) => queueMail(em, { to: SOMEBODY, locale: 'fr', template: 'signInLink', params: { link: LINK, minutes: 10 }, ...changes })),
    mails,
    sent: async () => (await mails()).filter(({ sent_at }) => sent_at).length,
  };
}
