/** Nobody writes into the headers of a mail by what they say their address or their subject is. */
import { describe, expect, test } from 'vitest';
import { openPost } from './index.ts';
import { SOMEBODY, testMailing } from './mailing.fixture.ts';
import type { TestSmtp } from './smtp.fixture.ts';

const { smtp, rows, queue } = testMailing();

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
    const { send } = openPost({ url: smtp().url, from: 'no-reply@passerelle.example' });
    await send({ to: SOMEBODY, locale: 'fr', messageId: '<1@passerelle.example>', subject: 'Name\r\nBcc: everybody@example.org\r\n\r\nHello', text: 'text', calendar: [], html: '<p>text</p>' });
    const [{ mail }] = smtp().come as [TestSmtp['come'][0]];
    expect(mail.subject).toBe('Name Bcc: everybody@example.org Hello');
    expect(mail.bcc).toBeUndefined();
    expect(mail.text?.trim()).toBe('text');
  });
});
