/** What the environment may say of the operator, and what stops the server instead of being shown. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { readConfig, removedMark, unsaidBy } from './config.ts';

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

describe('what a site owes its readers', () => {
  const ALL = ['OPERATOR_NAME', 'OPERATOR_DIRECTOR', 'OPERATOR_CONTACT', 'OPERATOR_HOST', 'SECURITY_CONTACT'];
  const missing = (environment: Record<string, string>): readonly string[] => unsaidBy(readConfig(environment));

  test('is missed where it is no demonstration, and where a demonstration has an address of its own', () => {
    expect(missing({ DEMONSTRATION: 'no' })).toEqual(ALL);
    expect(missing({ DEMONSTRATION: 'yes', PUBLIC_URL: 'https://passerelle.example' })).toEqual(ALL);
  });

  test('is missed by the name of the variable, and not once it is said', () => {
    const said = { DEMONSTRATION: 'no', OPERATOR_NAME: 'A', OPERATOR_DIRECTOR: 'B', OPERATOR_CONTACT: 'contact@example.org', OPERATOR_HOST: 'C' };
    expect(missing(said)).toEqual(['SECURITY_CONTACT']);
    expect(missing({ ...said, SECURITY_CONTACT: 'security@example.org' })).toEqual([]);
  });

  test('is not missed on the machine of who tries it out or builds it', () => {
    expect(missing({ DEMONSTRATION: 'yes' })).toEqual([]);
    expect(missing({ DEMONSTRATION: 'no', DEVELOPMENT: 'true' })).toEqual([]);
  });
});

describe('the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const isOn = (environment: Record<string, string> = {}): boolean => readConfig({ DATA_FOLDER: folder, ...environment }).demonstration;
  const elsewhere = { DATABASE_URL: 'postgresql://passerelle@db.example/passerelle' };

  test('is on by itself on our own cluster alone, and elsewhere where it is asked for', () => {
    expect([isOn(), isOn({ DEMONSTRATION: 'no' }), isOn(elsewhere), isOn({ ...elsewhere, DEMONSTRATION: 'yes' })]).toEqual([true, false, false, true]);
  });

  test('does not come back by itself once it was taken away', () => {
    writeFileSync(removedMark(folder), '');
    expect([isOn(), isOn({ DEMONSTRATION: 'yes' })]).toEqual([false, true]);
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

describe('the provider of agents', () => {
  const whole = { OIDC_ISSUER: 'https://auth.example.org/api/v2', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };

  test('is none until it is said, whatever else is', () => {
    expect(readConfig({ OIDC_CLIENT_ID: 'id', OIDC_ALGORITHM: 'ES256' }).agentProvider).toBeUndefined();
  });

  test('is what is said of it, as careful as can be where nothing is', () => {
    expect(readConfig(whole).agentProvider).toEqual({
      issuer: 'https://auth.example.org/api/v2', clientId: 'id', clientSecret: 'secret', algorithm: 'RS256', guaranteesEmail: false, secondFactor: ['eidas2', 'eidas3'],
    });
    expect(readConfig({ ...whole, OIDC_ALGORITHM: 'ES256', OIDC_GUARANTEES_EMAIL: 'true', OIDC_SECOND_FACTOR: 'eidas3, gold' }).agentProvider).toMatchObject({
      algorithm: 'ES256', guaranteesEmail: true, secondFactor: ['eidas3', 'gold'],
    });
    expect(readConfig({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:4326/api/v2' }).agentProvider).toBeDefined();
  });

  test.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('does not know a site without %s', (name) => {
    expect(refusal({ ...whole, [name]: '' })).toContain(name);
  });

  test.each(['http://auth.example.org', 'auth.example.org', 'https://auth.example.org/?x', 'https://me@auth.example.org', 'http://localhost.example.org', 'ftp://localhost'])('is not at %j', (value) => {
    expect(refusal({ ...whole, OIDC_ISSUER: value })).toContain('OIDC_ISSUER');
  });

  test.each(['none', 'HS256', 'PS256', 'rs256'])('does not sign by %s', (value) => {
    expect(refusal({ ...whole, OIDC_ALGORITHM: value })).toContain('OIDC_ALGORITHM');
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
