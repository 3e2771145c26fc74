/** The whole server sends mails, and closes without leaving one half sent. */
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueMail } from '../src/mail/index.ts';
import { recipients, type TestSmtp, testSmtp } from '../src/mail/smtp.fixture.ts';
import { ormOptions } from '../src/orm.ts';
import { copyDatabase } from './database.ts';
import { start, type TestServer } from './http/harness.ts';

let database: Awaited<ReturnType<typeof copyDatabase>>;
let smtp: TestSmtp;
let server: TestServer;
let orm: MikroORM;

beforeAll(async () => {
  database = await copyDatabase('empty');
  smtp = await testSmtp();
  server = await start(database, {}, { demonstration: false, smtpUrl: smtp.url, mailFrom: 'Passerelle <no-reply@passerelle.example>' });
  orm = await MikroORM.init(ormOptions(database.app));
});
afterAll(async () => {
  await orm.close();
  await smtp.close();
  await database.drop();
});

test('a mail that is queued while the server runs is sent, and its address and secret are told to nobody else', async () => {
  const queue = (to: string): Promise<string> => orm.em.fork().transactional((em) =>
    queueMail(em, { to, locale: 'el', template: 'signInLink', params: { link: 'https://passerelle.example/el/sign-in#c2VjcmV0', minutes: 1 } }));
  await queue('first@example.org');
  await expect.poll(() => smtp.come.flatMap(({ mail }) => recipients(mail)), { timeout: 10_000 }).toEqual(['first@example.org']);
  // The server closes while it has one at hand: it waits for the answer.
  smtp.next.push('hang');
  await queue('second@example.org');
  await expect.poll(() => smtp.come.length, { timeout: 10_000 }).toBe(2);
  const closed = server.close();
  smtp.release();
  await closed;
  expect(await database.orm.em.execute('select recipient, sent_at is not null as sent, text from mail order by created_at')).toEqual([
    { recipient: 'first@example.org', sent: true, text: null }, { recipient: 'second@example.org', sent: true, text: null },
  ]);
  expect(server.log.map(({ msg }) => msg).join()).not.toContain('SMTP_URL is not set');
  expect(JSON.stringify(server.log)).not.toMatch(/example\.org|c2VjcmV0/);
});
