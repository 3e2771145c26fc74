/** What the environment may say of the operator, and what stops the server instead of being shown. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from './config.ts';

// The checker of the environment takes hold of console.error when it is loaded.
const said = vi.hoisted(() => {
  const lines: string[] = [];
  console.error = (text: unknown) => void lines.push(String(text));
  return lines;
});

afterEach(() => vi.restoreAllMocks());

/** The reasons for which the server does not start. */
function refusal(environment: Record<string, string>): string {
  said.length = 0;
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('stopped');
  });
  expect(() => readConfig(environment)).toThrow('stopped');
  return said.join('\n');
}

describe('the operator', () => {
  test('who says nothing is nobody, and empty words say nothing', () => {
    const nobody = { name: null, director: null, contact: null, host: null, securityContact: null };
    expect(readConfig({})).toMatchObject({ publicUrl: undefined, operator: nobody });
    expect(readConfig({ OPERATOR_NAME: '', OPERATOR_CONTACT: '', PUBLIC_URL: '' })).toMatchObject({ publicUrl: undefined, operator: nobody });
  });

  test('may be written to by mail or on a page', () => {
    expect(readConfig({ OPERATOR_CONTACT: 'contact@example.org', SECURITY_CONTACT: 'https://example.org/security' }).operator).toMatchObject({
      contact: 'mailto:contact@example.org', securityContact: 'https://example.org/security',
    });
    expect(readConfig({ OPERATOR_CONTACT: 'mailto:a@example.org' }).operator.contact).toBe('mailto:a@example.org');
  });

  test.each([
    'javascript:alert(1)', 'http://example.org', 'example.org', 'a@b@c', 'https://', 'a@example.org\r\nPolicy: x', 'https://example.org/a b',
    'data:text/html,x',
  ])('cannot be written to at %j', (value) => {
    expect(refusal({ OPERATOR_CONTACT: value })).toContain('OPERATOR_CONTACT');
    expect(refusal({ SECURITY_CONTACT: value })).toContain('SECURITY_CONTACT');
  });
});

describe('the public address', () => {
  test('is an origin, with or without the slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://example.org/' }).publicUrl).toBe('https://example.org');
    expect(readConfig({ PUBLIC_URL: 'http://localhost:4000' }).publicUrl).toBe('http://localhost:4000');
  });

  test.each(['example.org', 'ftp://example.org', 'https://example.org/site', 'https://user:secret@example.org', 'https://example.org/?x=1', 'https://example.org/#x'])('is not %j', (value) => {
    expect(refusal({ PUBLIC_URL: value })).toContain('PUBLIC_URL');
  });
});

describe('mail', () => {
  test('is sent by the server that is said, as who is said', () => {
    expect(readConfig({ SMTP_URL: 'smtps://me:secret@mail.example.org:465', MAIL_FROM: 'Passerelle <no-reply@example.org>' })).toMatchObject({
      smtpUrl: 'smtps://me:secret@mail.example.org:465', mailFrom: 'Passerelle <no-reply@example.org>',
    });
    expect(readConfig({})).toMatchObject({ smtpUrl: undefined, mailFrom: undefined });
  });

  test.each([
    [{ SMTP_URL: 'mail.example.org' }, /SMTP_URL.+smtp/s], [{ SMTP_URL: 'https://mail.example.org' }, /SMTP_URL.+smtp/s], [{ SMTP_URL: 'smtp://mail.example.org' }, /MAIL_FROM/],
    [{ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Passerelle' }, /MAIL_FROM.+address/s], [{ MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }, /MAIL_FROM.+address/s],
    [{ MAIL_FROM: 'Name\n <a@example.org>' }, /MAIL_FROM.+address/s],
  ])('stops the server where it cannot be sent so: %j', (environment, reason) => {
    expect(refusal(environment as Record<string, string>)).toMatch(reason);
  });
});
