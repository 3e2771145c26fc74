/** Mails on a real PostgreSQL and a real SMTP server: sent once, in the recipient's language, and what happens when they cannot be. */
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { enqueue, type Jobs, startJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { mailJobs, type MailToQueue, openPost, queueMail, type WayOut } from './index.ts';
import { recipients, type TestSmtp, testSmtp } from './smtp.fixture.ts';

const database = testDatabase('empty');
const LONG = { timeout: 15_000, interval: 20 };
const TOKEN = 'Zm9yLXRlc3RzLW9ubHk';
const LINK = `https://passerelle.example/fr/sign-in#${TOKEN}`;
const SOMEBODY = 'somebody@example.org';

let orm: MikroORM;
let smtp: TestSmtp;
const open: Jobs[] = [];
const logged: string[] = [];

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

const rows = <T extends object>(sql: string): Promise<T[]> => database().orm.em.execute<T[]>(sql);
const post = (patience?: number): WayOut => openPost({ url: smtp.url, from: 'Passerelle <no-reply@passerelle.example>', ...(patience !== undefined && { patience }) });

async function work(way: WayOut = post()): Promise<Jobs> {
  const log = (facts: object, line: string): void => void logged.push(`${line} ${JSON.stringify(facts)}`);
  const jobs = await startJobs({ url: database().app, orm, jobs: mailJobs(way), log: { info: log, warn: log }, patience: 50 });
  open.push(jobs);
  return jobs;
}

/** Has jobs that wait to be tried again tried at once. */
const hurry = (): Promise<unknown> => rows('update graphile_worker._private_jobs set run_at = now() where locked_by is null');

const queue = (changes: Partial<MailToQueue> = {}): Promise<string> => orm.em.fork().transactional((em) =>
  queueMail(em, { to: SOMEBODY, locale: 'fr', template: 'signInLink', params: { link: LINK, minutes: 10 }, ...changes }));

interface Row { recipient: string; subject: string; text: string | null; html: string | null; message_id: string | null; sent_at: Date | null; failure: string | null; answer: string | null }
const mails = (): Promise<Row[]> => rows<Row>('select * from mail order by created_at, uuid');
const sent = async (): Promise<number> => (await mails()).filter(({ sent_at }) => sent_at).length;

describe('a mail', () => {
  test('is sent once it is committed: as text and HTML, in the language of the recipient', async () => {
    const id = await queue();
    expect(smtp.come).toEqual([]);
    await work();
    await expect.poll(sent, LONG).toBe(1);
    const [{ mail, raw }] = smtp.come as [TestSmtp['come'][0]];
    expect(smtp.come).toHaveLength(1);
    expect(recipients(mail)).toEqual([SOMEBODY]);
    expect(mail.subject).toBe('Votre lien de connexion à Passerelle');
    expect(mail.messageId).toBe(`<${id}@passerelle.example>`);
    expect(mail.text).toContain(LINK);
    expect(mail.text).toContain('Le lien est valable 10 minutes');
    expect(mail.html).toContain(`href="${LINK}"`);
    expect(mail.html).toContain('<html lang="fr"');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('content-language')).toBe('fr');
    expect(mail.from?.text).toBe('"Passerelle" <no-reply@passerelle.example>');
    expect(raw).not.toMatch(/^x-mailer/im);
  });

  test('is not when its transaction is rolled back', async () => {
    await expect(orm.em.fork().transactional(async (em) => {
      await queueMail(em, { to: SOMEBODY, locale: 'fr', template: 'signInLink', params: { link: LINK, minutes: 10 } });
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    expect(await mails()).toEqual([]);
    expect(await rows('select from graphile_worker._private_jobs')).toEqual([]);
  });

  test('that waits gives its place to a later one with the same key, and keeps no secret', async () => {
    await queue({ key: 'one', params: { link: `${LINK}1`, minutes: 10 } });
    await queue({ key: 'one', params: { link: `${LINK}2`, minutes: 10 } });
    await queue({ key: 'two', params: { link: `${LINK}3`, minutes: 10 } });
    expect(await mails()).toMatchObject([{ failure: 'REPLACED', text: null, html: null }, { failure: null }, { failure: null }]);
    await work();
    await expect.poll(sent, LONG).toBe(2);
    expect(smtp.come.map(({ mail }) => new RegExp(`${LINK}(\\d)`).exec(mail.text ?? '')?.[1]).sort()).toEqual(['2', '3']);
  });

  test('is sent once by two workers, of many that come at once', async () => {
    await work();
    await work();
    const to = Array.from({ length: 40 }, (_, i) => `p${i}@example.org`);
    await Promise.all(to.map((address) => queue({ to: address })));
    await expect.poll(sent, LONG).toBe(40);
    expect(smtp.come.flatMap(({ mail }) => recipients(mail)).sort()).toEqual(to.sort());
  });
});

test('a mail that is being sent is sent by nobody else, even where its job is done twice', async () => {
  smtp.next.push('hang');
  const id = await queue();
  await orm.em.fork().transactional((em) => enqueue(em, 'mail.send', { id }));
  await work();
  await expect.poll(() => smtp.come.length, LONG).toBe(1);
  await expect.poll(() => rows('select last_error from graphile_worker._private_jobs where last_error is not null'), LONG).toEqual([{ last_error: '55P03' }]);
  smtp.release();
  await expect.poll(sent, LONG).toBe(1);
  await hurry();
  await expect.poll(() => rows('select from graphile_worker._private_jobs'), LONG).toEqual([]);
  expect(smtp.come).toHaveLength(1);
});

describe('when the server', () => {
  test('refuses for now, the mail is sent later', async () => {
    smtp.next.push(451, 421);
    await queue();
    await work();
    for (const refused of [1, 2]) {
      await expect.poll(async () => (await rows<{ n: number }>(`select attempts as n from graphile_worker._private_jobs where locked_by is null`))[0]?.n, LONG).toBe(refused);
      await hurry();
    }
    await expect.poll(sent, LONG).toBe(1);
    expect(smtp.come.map(({ reply }) => reply)).toEqual([451, 421, 'take']);
    expect(new Set(smtp.come.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  test.each([false, true])('refuses for good (at the recipient: %s), the mail is given up with its code', async (atRecipient) => {
    await smtp.close();
    smtp = await testSmtp({ atRecipient });
    smtp.next.push(550);
    await queue();
    await work();
    await expect.poll(async () => (await mails())[0]?.failure, LONG).toBe('REFUSED');
    expect(await mails()).toMatchObject([{ answer: 'SMTP_550', text: null, html: null, sent_at: null }]);
    await expect.poll(() => rows('select from graphile_worker._private_jobs'), LONG).toEqual([]);
  });

  test('refuses for now until the last attempt, the mail is given up', async () => {
    smtp.next.push(451);
    await queue();
    await rows('update graphile_worker._private_jobs set max_attempts = 1');
    await work();
    await expect.poll(async () => (await mails())[0], LONG).toMatchObject({ failure: 'EXHAUSTED', answer: 'SMTP_451', text: null });
  });

  test('drops the connection once it has the mail, it is sent again with the same Message-ID', async () => {
    smtp.next.push('drop');
    await queue();
    await work();
    await expect.poll(async () => (await rows<{ last_error: string }>('select last_error from graphile_worker._private_jobs where locked_by is null'))[0]?.last_error, LONG).toMatch(/^E[A-Z]+$/);
    await hurry();
    await expect.poll(sent, LONG).toBe(1);
    expect(smtp.come.map(({ reply }) => reply)).toEqual(['drop', 'take']);
    expect(smtp.come[1]!.mail.messageId).toBe(smtp.come[0]!.mail.messageId);
  });

  test('says nothing for too long, it is left alone and asked again', async () => {
    smtp.next.push('hang');
    await queue();
    await work(post(300));
    await expect.poll(async () => (await rows<{ last_error: string }>('select last_error from graphile_worker._private_jobs where locked_by is null'))[0]?.last_error, LONG).toBe('ETIMEDOUT');
    await hurry();
    await expect.poll(sent, LONG).toBe(1);
  });

  test('is slow, but answers in time, the mail is sent once', async () => {
    smtp.next.push('hang');
    await queue();
    await work();
    await expect.poll(() => smtp.come.length, LONG).toBe(1);
    smtp.release();
    await expect.poll(sent, LONG).toBe(1);
    expect(smtp.come).toHaveLength(1);
  });

  test('is not there, the mail waits', async () => {
    await smtp.close();
    await queue();
    await work();
    await expect.poll(async () => (await rows<{ last_error: string }>('select last_error from graphile_worker._private_jobs where locked_by is null'))[0]?.last_error, LONG).toMatch(/^(ECONNREFUSED|ESOCKET|ECONNECTION)$/);
    expect(await mails()).toMatchObject([{ sent_at: null, failure: null }]);
  });
});

test('without a server, and outside a demonstration, a mail is given up at once and keeps no secret', async () => {
  await queue();
  await work('none');
  await expect.poll(async () => (await mails())[0], LONG).toMatchObject({ failure: 'NO_SERVER', text: null, html: null });
});

describe('the secret of a link', () => {
  const everywhere = async (): Promise<string> => JSON.stringify([await mails(), await rows('select payload, last_error, key from graphile_worker._private_jobs'), logged]);

  test('is in the table until the mail is sent, and then nowhere', async () => {
    await queue();
    expect(await everywhere()).toContain(TOKEN);
    await work();
    await expect.poll(sent, LONG).toBe(1);
    expect(await everywhere()).not.toContain(TOKEN);
    expect(await mails()).toMatchObject([{ subject: 'Votre lien de connexion à Passerelle', recipient: SOMEBODY, text: null, html: null }]);
  });

  test('and the address are in no job and no line of the log, whatever the server says', async () => {
    smtp.next.push(451, 'drop', 550);
    await queue();
    const jobs = JSON.stringify(await rows('select * from graphile_worker._private_jobs'));
    await work();
    await expect.poll(async () => {
      await hurry();
      return (await mails())[0]?.failure;
    }, { timeout: 15_000, interval: 200 }).toBe('REFUSED');
    expect(logged.length).toBeGreaterThanOrEqual(2);
    for (const canary of [TOKEN, SOMEBODY, 'example.org', 'no mail for']) {
      expect(logged.join('\n')).not.toContain(canary);
      expect(jobs).not.toContain(canary);
    }
  });

  test('is erased before it is ten minutes old where the mail could not be sent, which then expires', async () => {
    await queue();
    await queue();
    await rows(`update mail set erase_at = erase_at - interval '9 minutes' where uuid = (select min(uuid::text)::uuid from mail)`);
    await rows(`update graphile_worker._private_jobs set run_at = now() + interval '1 day'`);
    await work();
    await rows(`select from graphile_worker.add_job('mail.erase')`);
    await expect.poll(async () => (await mails()).map(({ text }) => text === null), LONG).toEqual([true, false]);
    await hurry();
    await expect.poll(async () => (await mails()).map(({ failure, sent_at }) => failure ?? (sent_at && 'sent')), LONG).toEqual(['EXPIRED', 'sent']);
    expect(smtp.come).toHaveLength(1);
  });

  test('is not sent when it is too old, even if it has not been erased', async () => {
    await queue();
    await rows(`update mail set erase_at = now() - interval '1 second'`);
    await work();
    await expect.poll(async () => (await mails())[0], LONG).toMatchObject({ failure: 'EXPIRED', text: null });
    expect(smtp.come).toEqual([]);
  });
});

test('a mail is forgotten after thirty days, and not before', async () => {
  await queue({ to: 'old@example.org' });
  await queue({ to: 'young@example.org' });
  await rows(`update mail set created_at = now() - case recipient when 'old@example.org' then interval '30 days 1 minute' else interval '29 days' end`);
  await work('local');
  await rows(`select from graphile_worker.add_job('mail.forget')`);
  await expect.poll(async () => (await mails()).map(({ recipient }) => recipient), LONG).toEqual(['young@example.org']);
});

describe('a header', () => {
  const injection = 'somebody@example.org\r\nBcc: everybody@example.org';

  test.each([injection, 'Somebody <somebody@example.org>', 'one@example.org, two@example.org', 'somebody', 'a@b@c', `${'a'.repeat(250)}@example.org`, 'a b@example.org', 'a@example.org\0'])('cannot be made of an address: %j', async (to) => {
    await expect(queue({ to })).rejects.toThrow('one address');
  });

  test('cannot be put into the table by other ways', async () => {
    await queue();
    await expect(rows(`update mail set recipient = 'a@example.org' || chr(13) || chr(10) || 'Bcc: b@example.org'`)).rejects.toThrow('mail_recipient');
    await expect(rows(`update mail set subject = 'a' || chr(10) || 'Bcc: b@example.org'`)).rejects.toThrow('mail_subject');
    await rows(`update mail set subject = 'Bcc: b@example.org'`);
  });

  test('cannot be made of a subject', async () => {
    const { send } = openPost({ url: smtp.url, from: 'no-reply@passerelle.example' });
    await send({ to: SOMEBODY, locale: 'fr', messageId: '<1@passerelle.example>', subject: 'Name\r\nBcc: everybody@example.org\r\n\r\nHello', text: 'text', html: '<p>text</p>' });
    const [{ mail }] = smtp.come as [TestSmtp['come'][0]];
    expect(mail.subject).toBe('Name Bcc: everybody@example.org Hello');
    expect(mail.bcc).toBeUndefined();
    expect(mail.text?.trim()).toBe('text');
  });
});
