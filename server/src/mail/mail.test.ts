/** Mails on a real PostgreSQL and a real SMTP server: sent once, in the recipient's language. */
import { describe, expect, test } from 'vitest';
import { enqueue } from '../core/jobs/index.ts';
import { queueMail } from './index.ts';
import { LINK, LONG, SOMEBODY, testMailing } from './mailing.fixture.ts';
import { recipients, type TestSmtp } from './smtp.fixture.ts';

const { orm, smtp, rows, work, hurry, queue, mails, sent } = testMailing();

describe('a mail', () => {
  test('is sent once it is committed: as text and HTML, in the language of the recipient', async () => {
    const id = await queue();
    expect(smtp().come).toEqual([]);
    await work();
    await expect.poll(sent, LONG).toBe(1);
    const [{ mail, raw }] = smtp().come as [TestSmtp['come'][0]];
    expect(smtp().come).toHaveLength(1);
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
    await expect(orm().em.fork().transactional(async (em) => {
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
    expect(smtp().come.map(({ mail }) => new RegExp(`${LINK}(\\d)`).exec(mail.text ?? '')?.[1]).sort()).toEqual(['2', '3']);
  });

  test('is sent once by two workers, of many that come at once', async () => {
    await work();
    await work();
    const to = Array.from({ length: 40 }, (_, i) => `p${i}@example.org`);
    await Promise.all(to.map((address) => queue({ to: address })));
    await expect.poll(sent, LONG).toBe(40);
    expect(smtp().come.flatMap(({ mail }) => recipients(mail)).sort()).toEqual(to.sort());
  });
});

test('a mail that is being sent is sent by nobody else, even where its job is done twice', async () => {
  smtp().next.push('hang');
  const id = await queue();
  await orm().em.fork().transactional((em) => enqueue(em, 'mail.send', { id }));
  await work();
  await expect.poll(() => smtp().come.length, LONG).toBe(1);
  await expect.poll(() => rows('select last_error from graphile_worker._private_jobs where last_error is not null'), LONG).toEqual([{ last_error: '55P03' }]);
  smtp().release();
  await expect.poll(sent, LONG).toBe(1);
  await hurry();
  await expect.poll(() => rows('select from graphile_worker._private_jobs'), LONG).toEqual([]);
  expect(smtp().come).toHaveLength(1);
});

test('a mail is forgotten after thirty days, and not before', async () => {
  await queue({ to: 'old@example.org' });
  await queue({ to: 'young@example.org' });
  await rows(`update mail set created_at = now() - case recipient when 'old@example.org' then interval '30 days 1 minute' else interval '29 days' end`);
  await work('local');
  await rows(`select from graphile_worker.add_job('mail.forget')`);
  await expect.poll(async () => (await mails()).map(({ recipient }) => recipient), LONG).toEqual(['young@example.org']);
});
