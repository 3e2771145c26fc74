/** Mails that have lost their job are queued again, and sent once. */
import { expect, test } from 'vitest';
import { mailJobs, type WayOut } from './index.ts';
import { LONG, SOMEBODY, testMailing } from './mailing.fixture.ts';

const { orm, smtp, rows, post, work, queue, mails, sent } = testMailing();

/** What the job does that comes each minute. */
const requeue = (way: WayOut = post()): Promise<void> =>
  mailJobs(way).find(({ name }) => name === 'mail.requeue')!.handler({} as never, { em: orm().em.fork(), signal: new AbortController().signal, isLastAttempt: false });
const jobs = () => rows<{ key: string | null }>('select key from graphile_worker._private_jobs');
const later = () => rows(`update mail set created_at = now() - interval '6 minutes'`);

/** A mail without a job. */
async function lost(): Promise<string> {
  const id = await queue();
  await rows('delete from graphile_worker._private_jobs');
  await later();
  return id;
}

test('a mail without a job waits for ever: the control', async () => {
  await lost();
  await work();
  await queue({ to: 'another@example.org' });
  await expect.poll(sent, LONG).toBe(1);
  expect(smtp().come.map(({ mail }) => mail.to)).not.toContain(SOMEBODY);
  await expect.poll(jobs, LONG).toEqual([]);
});

test('a mail without a job is queued again, and sent once, whatever is done twice or at once', async () => {
  const id = await lost();
  await Promise.all([requeue(), requeue(), requeue()]);
  await requeue();
  expect(await jobs()).toEqual([{ key: `mail.send ${id}` }]);
  await work();
  await work();
  await Promise.all([requeue(), requeue()]);
  await expect.poll(sent, LONG).toBe(1);
  await requeue();
  await expect.poll(jobs, LONG).toEqual([]);
  expect(smtp().come).toHaveLength(1);
});

test('a mail whose process was killed in the midst of its last attempt is sent; one that was given up is the adviser’s to try again', async () => {
  await queue();
  await queue({ to: 'given.up@example.org' });
  await later();
  await rows(`update graphile_worker._private_jobs j set attempts = max_attempts, locked_by = 'gone', locked_at = now() from mail m where m.uuid = (j.payload ->> 'id')::uuid and m.recipient = '${SOMEBODY}'`);
  await rows(`update graphile_worker._private_jobs j set attempts = max_attempts, last_error = 'SMTP_451' where locked_by is null`);
  // While its process may be there, it is not touched.
  await requeue();
  expect((await jobs()).filter(({ key }) => key)).toEqual([]);
  await work();
  await expect.poll(() => rows(`select attempts = max_attempts as spent, locked_by from graphile_worker._private_jobs where last_error = 'ABANDONED'`), LONG).toEqual([{ spent: true, locked_by: null }]);
  await requeue();
  await expect.poll(sent, LONG).toBe(1);
  expect((await mails()).map(({ recipient, sent_at }) => [recipient, sent_at !== null])).toEqual([[SOMEBODY, true], ['given.up@example.org', false]]);
});

test('what is sent, given up, new, has a job, or is only kept to be read, is not queued again', async () => {
  const waits = async (): Promise<number> => (await jobs()).length;
  await lost();
  for (const state of [`sent_at = now()`, `failed_at = now(), failure = 'REFUSED'`, `created_at = now() - interval '4 minutes'`]) {
    await rows(`update mail set ${state}`);
    await requeue();
    expect(await waits(), state).toBe(0);
    await rows('update mail set sent_at = null, failed_at = null, failure = null');
    await later();
  }
  await requeue('local');
  expect(await waits()).toBe(0);
  await requeue();
  expect(await waits()).toBe(1);
  await queue();
  await later();
  await requeue();
  expect(await waits()).toBe(2);
});
