/** How often somebody may try to sign in, wherever they come from. */
import { beforeEach, describe, expect, test } from 'vitest';
import { ask } from './harness.ts';
import { PATIENCE, signInWorld } from './sign-in-world.ts';

const { server, links, sql } = signInWorld();

describe('attempts', () => {
  const limited = (changes = {}) => server().beside({ sendLink: async (link) => void links.push(link) }, { demonstration: false, ...changes });
  const ask5 = async (to: { address: string }, email: string, headers: Record<string, string> = {}) =>
    ask(to, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email }, headers);
  beforeEach(async () => void (await sql('delete from rate_limit')));

  test('for one address are five in half an hour, in all processes together, whether it is somebody’s or not', async () => {
    const [first, second] = [await limited(), await limited()];
    for (const email of ['anna@example.org', 'nobody@example.org']) {
      for (let n = 0; n < 5; n += 1) expect((await ask5(n % 2 === 0 ? first : second, email)).code).toBeUndefined();
      for (const server of [first, second]) {
        const answer = await ask5(server, email.toUpperCase());
        expect({ status: answer.status, code: answer.code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
        expect(answer.errors![0]!.extensions.params!.seconds).toBeGreaterThan(29 * 60);
      }
    }
    await expect.poll(() => links.length, PATIENCE).toBe(5);
  });

  test('from one network are 25 in five minutes, wherever they say that they come from', async () => {
    const server = await limited();
    for (let n = 0; n < 25; n += 1) expect((await ask5(server, `nobody${n}@example.org`, { 'x-forwarded-for': `203.0.113.${n}` })).code).toBeUndefined();
    expect((await ask5(server, 'another@example.org', { 'x-forwarded-for': '198.51.100.7' })).code).toBe('RATE_LIMITED');
  });

  test('behind a proxy that is trusted are counted where they come from, an IPv6 network as one', async () => {
    const server = await limited({ trustedProxies: ['loopback'] });
    for (let n = 0; n < 25; n += 1) expect((await ask5(server, `nobody${n}@example.org`, { 'x-forwarded-for': `2001:db8:0:1::${n}` })).code).toBeUndefined();
    expect((await ask5(server, 'a@example.org', { 'x-forwarded-for': '2001:db8:0:1:ffff::1' })).code).toBe('RATE_LIMITED');
    expect((await ask5(server, 'b@example.org', { 'x-forwarded-for': '2001:db8:0:2::1' })).code).toBeUndefined();
  });

  test('as an invented person, whose mails everybody reads on the site, are counted by network alone: many may try the same one', async () => {
    const invented = 'adviser@passerelle.example';
    const often = async (at: { address: string }, times: number): Promise<(string | undefined)[]> => {
      const codes: (string | undefined)[] = [];
      for (let n = 0; n < times; n += 1) codes.push((await ask5(at, invented)).code);
      return codes;
    };
    expect(await often(await limited({ demonstration: true }), 26)).toEqual([...Array.from({ length: 25 }, () => undefined), 'RATE_LIMITED']);
    await sql('delete from rate_limit');
    // The control: where mails go to people, their mailbox is protected.
    expect(await often(await limited(), 6)).toEqual([...Array.from({ length: 5 }, () => undefined), 'RATE_LIMITED']);
  });

  test('to guess a link are 25 in five minutes', async () => {
    const server = await limited();
    const guess = () => ask(server, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret: 'a'.repeat(32) });
    for (let n = 0; n < 25; n += 1) expect((await guess()).data).toEqual({ confirmSignIn: { isSignedIn: false } });
    expect((await guess()).code).toBe('RATE_LIMITED');
  });

  test('leave no address behind, of mail or of the network', async () => {
    await ask5(await limited(), 'nobody@example.org');
    const { rows } = await sql('select key from rate_limit');
    expect(rows.length).toBe(4);
    expect(JSON.stringify(rows)).not.toMatch(/nobody|127\.0\.0\.1/);
  });
});
