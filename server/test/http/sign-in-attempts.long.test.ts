/** How often somebody may try to sign in, wherever they come from. */
import { beforeEach, describe, expect, test } from 'vitest';
import { copyDatabase } from '../database.ts';
import { ask, start } from './harness.ts';
import { PATIENCE, signInWorld } from './sign-in-world.ts';

const { server, links, sql } = signInWorld();

describe('attempts', () => {
  const limited = (changes = {}) => server().beside({ sendLink: async (link) => void links.push(link) }, { demonstration: false, ...changes });
  const ask5 = async (to: { address: string }, email: string, headers: Record<string, string> = {}) =>
    ask(to, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email }, headers);
  beforeEach(async () => {
    // Those who asked before are counted until their links are made.
    await expect.poll(async () => (await sql('select from link_request')).rowCount, PATIENCE).toBe(0);
    await sql('delete from rate_limit');
  });

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
    expect(rows.length).toBe(3);
    expect(JSON.stringify(rows)).not.toMatch(/nobody|127\.0\.0\.1/);
  });
});

test('for one address from many networks are twenty in half an hour, by all processes together, and where its person has lately signed in they come all the same; nobody is told', { timeout: 120_000 }, async () => {
  // A database of its own: any server of the same one may make the link.
  const apart = await copyDatabase('full');
  const owner = (text: string): Promise<{ left: number }[]> => apart.orm.em.fork().execute(text);
  const sent: string[] = [];
  const config = { demonstration: false, trustedProxies: ['loopback'] };
  const first = await start(apart, { sendLink: async ({ secret }) => void sent.push(secret) }, config);
  try {
    const second = await first.beside({}, config);
    await owner(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Anna', 'anna@example.org', now(), now())`);
    const from = (network: string): Record<string, string> => ({ 'x-forwarded-for': network });
    const asks = (at: typeof first, network: string) => ask(at, 'mutation { requestSignInLink(email: "Anna@example.org") { minutes } }', {}, from(network));
    const made = (): Promise<unknown> => expect.poll(async () => (await owner(`select count(*)::int as left from link_request`))[0]!.left, PATIENCE).toBe(0);
    const [HOME, AWAY] = ['203.0.113.1', '192.0.2.9'];
    const answers = [await asks(first, HOME)];
    await made();
    expect((await ask(first, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret: sent[0] }, from(HOME))).data).toEqual({ confirmSignIn: { isSignedIn: true } });
    for (let n = 0; n < 25; n += 1) answers.push(await asks(n % 2 === 0 ? first : second, `198.51.100.${Math.floor(n / 5)}`));
    await made();
    await expect.poll(() => sent.length, PATIENCE).toBe(20);
    // Elsewhere nothing comes any more; at home it does, whichever process is asked.
    answers.push(await asks(second, AWAY));
    await made();
    await expect.poll(() => sent.length, PATIENCE).toBe(20);
    answers.push(await asks(second, HOME));
    await made();
    await expect.poll(() => sent.length, PATIENCE).toBe(21);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    // The control: where nobody is known to come from there, they would be kept out.
    await owner('delete from sign_in_network');
    await asks(first, HOME);
    await made();
    expect(sent).toHaveLength(21);
    expect(JSON.stringify(await owner('select * from sign_in_network union all select person_id, network, asked_at from link_request'))).not.toMatch(/203\.0\.113|anna/);
  } finally {
    await first.close();
    await apart.drop();
  }
});
