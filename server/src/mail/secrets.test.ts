/** The secret of a link is kept until its mail is sent or too old, and told to nobody. */
import { describe, expect, test } from 'vitest';
import { LONG, SOMEBODY, testMailing, TOKEN } from './mailing.fixture.ts';

const { smtp, logged, rows, work, hurry, queue, mails, sent } = testMailing();

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
    smtp().next.push(451, 'drop', 550);
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
    expect(smtp().come).toHaveLength(1);
  });

  test('is not sent when it is too old, even if it has not been erased', async () => {
    await queue();
    await rows(`update mail set erase_at = now() - interval '1 second'`);
    await work();
    await expect.poll(async () => (await mails())[0], LONG).toMatchObject({ failure: 'EXPIRED', text: null });
    expect(smtp().come).toEqual([]);
  });
});
