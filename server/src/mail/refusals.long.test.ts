/** What becomes of mails when the server that should take them refuses, drops them, says nothing or is not there. */
import { describe, expect, test } from 'vitest';
import { LONG, testMailing } from './mailing.fixture.ts';

const mailing = testMailing();
const { smtp, rows, post, work, hurry, queue, mails, sent } = mailing;

describe('when the server', () => {
  test('refuses for now, the mail is sent later', async () => {
    smtp().next.push(451, 421);
    await queue();
    await work();
    for (const refused of [1, 2]) {
      await expect.poll(async () => (await rows<{ n: number }>(`select attempts as n from graphile_worker._private_jobs where locked_by is null`))[0]?.n, LONG).toBe(refused);
      await hurry();
    }
    await expect.poll(sent, LONG).toBe(1);
    expect(smtp().come.map(({ reply }) => reply)).toEqual([451, 421, 'take']);
    expect(new Set(smtp().come.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  test.each([false, true])('refuses for good (at the recipient: %s), the mail is given up with its code', async (atRecipient) => {
    await mailing.takeSmtp({ atRecipient });
    smtp().next.push(550);
    await queue();
    await work();
    await expect.poll(async () => (await mails())[0]?.failure, LONG).toBe('REFUSED');
    expect(await mails()).toMatchObject([{ answer: 'SMTP_550', text: null, html: null, sent_at: null }]);
    await expect.poll(() => rows('select from graphile_worker._private_jobs'), LONG).toEqual([]);
  });

  test('refuses for now until the last attempt, the mail is given up', async () => {
    smtp().next.push(451);
    await queue();
    await rows('update graphile_worker._private_jobs set max_attempts = 1');
    await work();
    await expect.poll(async () => (await mails())[0], LONG).toMatchObject({ failure: 'EXHAUSTED', answer: 'SMTP_451', text: null });
  });

  test('drops the connection once it has the mail, it is sent again with the same Message-ID', async () => {
    smtp().next.push('drop');
    await queue();
    await work();
    await expect.poll(async () => (await rows<{ last_error: string }>('select last_error from graphile_worker._private_jobs where locked_by is null'))[0]?.last_error, LONG).toMatch(/^E[A-Z]+$/);
    await hurry();
    await expect.poll(sent, LONG).toBe(1);
    expect(smtp().come.map(({ reply }) => reply)).toEqual(['drop', 'take']);
    expect(smtp().come[1]!.mail.messageId).toBe(smtp().come[0]!.mail.messageId);
  });

  test('says nothing for too long, it is left alone and asked again', async () => {
    smtp().next.push('hang');
    await queue();
    await work(post(300));
    await expect.poll(async () => (await rows<{ last_error: string }>('select last_error from graphile_worker._private_jobs where locked_by is null'))[0]?.last_error, LONG).toBe('ETIMEDOUT');
    await hurry();
    await expect.poll(sent, LONG).toBe(1);
  });

  test('is slow, but answers in time, the mail is sent once', async () => {
    smtp().next.push('hang');
    await queue();
    await work();
    await expect.poll(() => smtp().come.length, LONG).toBe(1);
    smtp().release();
    await expect.poll(sent, LONG).toBe(1);
    expect(smtp().come).toHaveLength(1);
  });

  test('is not there, the mail waits', async () => {
    await smtp().close();
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

describe('when there is no room to write that a mail was sent', () => {
  const full = `create function refuse_full() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$`;
  const isTried = (times: number): Promise<unknown> => expect.poll(async () => (await rows<{ n: number }>(`select attempts as n from graphile_worker._private_jobs where locked_by is null`))[0]?.n, LONG).toBe(times);
  /** Has the mail tried three times while a trigger refuses the write, then once more without it. */
  async function tried(trigger: string): Promise<number> {
    await rows(full);
    await rows(trigger);
    await queue();
    await work();
    for (const times of [1, 2, 3]) {
      await isTried(times);
      if (times < 3) await hurry();
    }
    await rows('drop function refuse_full cascade');
    await hurry();
    await expect.poll(sent, LONG).toBe(1);
    return smtp().come.length;
  }

  test('it is not sent, and sent once when there is', async () => {
    expect(await tried('create trigger refused before update of sent_at on mail for each row when (new.sent_at is not null) execute function refuse_full()')).toBe(1);
    expect(await mails()).toMatchObject([{ text: null, html: null, failure: null }]);
  });

  test('but only at the very end, each attempt has sent it, with the same Message-ID', async () => {
    expect(await tried('create constraint trigger refused after update of sent_at on mail deferrable initially deferred for each row when (new.sent_at is not null) execute function refuse_full()')).toBe(4);
    expect(new Set(smtp().come.map(({ mail }) => mail.messageId)).size).toBe(1);
  });
});
