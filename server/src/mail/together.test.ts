/** Mails that are queued together are a job for a few of them: each is sent once, whatever becomes of the others. */
import { expect, test } from 'vitest';
import { type AnyMail, queueMails } from './index.ts';
import { LINK, LONG, testMailing } from './mailing.fixture.ts';
import { recipients } from './smtp.fixture.ts';

const mailing = testMailing();
const { orm, smtp, rows, work, hurry, mails, sent, logged } = mailing;

const to = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}@example.org`);
const mailTo = (address: string): AnyMail => ({ to: address, locale: 'fr', template: 'signInLink', params: { link: LINK, minutes: 10 } });
const queueTogether = (addresses: readonly string[]): Promise<void> => orm().em.fork().transactional((em) => queueMails(em, addresses.map(mailTo)));
const jobs = (): Promise<{ attempts: number; last_error: string | null }[]> => rows('select attempts, last_error from graphile_worker._private_jobs order by id');
const taken = (): string[] => smtp().come.filter(({ reply }) => reply === 'take').flatMap(({ mail }) => recipients(mail)).sort();

test('four are one job, and ten are three', async () => {
  await queueTogether(to(4));
  expect(await jobs()).toHaveLength(1);
  await queueTogether(to(10));
  expect(await jobs()).toHaveLength(4);
  await work();
  await expect.poll(sent, LONG).toBe(14);
  await expect.poll(jobs, LONG).toEqual([]);
  expect(taken()).toEqual([...to(4), ...to(10)].sort());
});

test('one that is refused for now keeps nothing back, and is alone when it is tried again', async () => {
  smtp().next.push('take', 451);
  await queueTogether(to(4));
  await work();
  await expect.poll(async () => [await sent(), await jobs()], LONG).toEqual([3, [{ attempts: 1, last_error: 'SMTP_451' }]]);
  expect(smtp().come).toHaveLength(4);
  await hurry();
  await expect.poll(sent, LONG).toBe(4);
  await expect.poll(jobs, LONG).toEqual([]);
  expect([smtp().come.length, taken()]).toEqual([5, to(4)]);
  expect(logged.filter((line) => line.startsWith('A job failed')).length).toBe(1);
});

test('one that is refused for good is given up alone', async () => {
  smtp().next.push(550);
  await queueTogether(to(3));
  await work();
  await expect.poll(jobs, LONG).toEqual([]);
  expect((await mails()).map(({ failure }) => failure).sort()).toEqual(['REFUSED', null, null]);
  expect(taken()).toHaveLength(2);
});

test('those that are not begun when the worker closes are sent after that, and those that were are not sent again', async () => {
  smtp().next.push('take', 'hang');
  await queueTogether(to(4));
  const worker = await work();
  await expect.poll(() => smtp().come.length, LONG).toBe(2);
  await worker.close();
  expect([await sent(), await jobs()]).toEqual([1, [{ attempts: 1, last_error: 'CLOSING' }]]);
  smtp().release();
  await expect.poll(sent, LONG).toBe(2);
  await hurry();
  await work();
  await expect.poll(sent, LONG).toBe(4);
  await expect.poll(jobs, LONG).toEqual([]);
  expect(smtp().come.flatMap(({ mail }) => recipients(mail)).sort()).toEqual(to(4));
});
