/**
 * Ten thousand guesses at the link that somebody waits for, half of them a sign away from it: none is right, and whoever has the link is not
 * kept out by them. A thousand go the whole way, from as many networks as it takes to be let try; the others are looked up as a link is, by its hash.
 */
import { createHash, randomInt } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ask, NO_LIMITS, testServer } from './harness.ts';

const [GUESSES, WHOLE_WAY, LET_TRY, AT_ONCE] = [10_000, 1_000, 25, 4];
/** Those that secrets of links are made of. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const links: SignInLink[] = [];
// As it is served, but for how much one document may ask: a guess is a field of it, and each is counted.
const server = testServer({ sendLink: async (link) => void links.push(link), limits: NO_LIMITS }, { demonstration: false, trustedProxies: ['loopback'] });

const sign = (): string => SIGNS[randomInt(SIGNS.length)]!;
/** The secret with one sign changed. */
function near(secret: string): string {
  const at = randomInt(secret.length);
  const other = secret.slice(0, at) + sign() + secret.slice(at + 1);
  return other === secret ? near(secret) : other;
}
const far = (secret: string): string => Array.from(secret, sign).join('');

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);
/** How many links that wait have one of these secrets. */
async function found(secrets: readonly string[]): Promise<number> {
  const hashes = secrets.map((secret) => `magic-link:${createHash('sha256').update(secret).digest('base64url')}`);
  const [row] = await sql<{ count: number }>('select count(*)::int as count from sign_in_verification where identifier in (select json_array_elements_text(?::json))', [JSON.stringify(hashes)]);
  return row!.count;
}

/** What comes of guesses that are made from one network: how many are right, and how many are not looked at. */
async function guess(network: string, secrets: readonly string[]): Promise<{ right: number; refused: number }> {
  const fields = secrets.map((secret, n) => `g${n}: confirmSignIn(secret: "${secret}") { isSignedIn }`);
  const { data, errors = [] } = await ask(server(), `mutation { ${fields.join(' ')} }`, {}, { 'x-forwarded-for': network });
  return { right: Object.values(data ?? {}).filter((answer) => (answer as { isSignedIn: boolean } | null)?.isSignedIn).length, refused: errors.length };
}

beforeAll(async () => {
  await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Anna', 'anna@example.org', now(), now())`);
});

test('none of 10,000 guesses is right, and the link opens for whoever has it', { timeout: 120_000 }, async () => {
  await ask(server(), 'mutation { requestSignInLink(email: "anna@example.org") { minutes } }', {}, { 'x-forwarded-for': '203.0.113.1' });
  const { secret } = await vi.waitUntil(() => links[0], { timeout: 20_000 });
  const networks = Array.from({ length: WHOLE_WAY / LET_TRY }, (_, n) => `198.51.${Math.floor(n / 250)}.${n % 250}`);
  const came = { right: 0, refused: 0 };
  for (let start = 0; start < networks.length; start += AT_ONCE) {
    const outcomes = await Promise.all(networks.slice(start, start + AT_ONCE).map((network) => guess(network, Array.from({ length: LET_TRY }, (_, n) => (n % 2 === 0 ? near(secret) : far(secret))))));
    for (const { right, refused } of outcomes) [came.right, came.refused] = [came.right + right, came.refused + refused];
  }
  // All were looked at: it is not the limit that kept them from being right.
  expect(came).toEqual({ right: 0, refused: 0 });
  const others = Array.from({ length: GUESSES - WHOLE_WAY }, (_, n) => (n % 2 === 0 ? near(secret) : far(secret)));
  expect(await found(others)).toBe(0);
  // The control: among as many the right one is found.
  expect(await found([...others, secret])).toBe(1);
  // Whoever goes on from one network is held back there; whoever has the link comes in from theirs.
  expect(await guess(networks[0]!, [near(secret)])).toEqual({ right: 0, refused: 1 });
  expect(await guess('203.0.113.1', [secret])).toEqual({ right: 1, refused: 0 });
});
