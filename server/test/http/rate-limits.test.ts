/** How often the API may be asked: by whom, from where, for what, by two processes, and while the database is away. */
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ApiLimits } from '../../src/core/limits/index.ts';
import { openProxy, type Proxy } from './proxy.ts';
import { PEOPLE, signIn } from '../permissions/roles.ts';
import { type Answer, ask, get, post, send, type TestServer, testServer, TRUSTED, UNLIMITED } from './harness.ts';

const VISITORS = 4;
const MEMBERS = 8;
const QUERY = '{ themes { code } }';
const ID = createHash('sha256').update(TRUSTED).digest('hex');

const links: SignInLink[] = [];
const OPTIONS = { sendLink: async (link: SignInLink): Promise<void> => void links.push(link), signInLimits: UNLIMITED, documents: { [ID]: TRUSTED } };
/** The first server counts widely, so that what is tried at the others is not held up by it. */
const server = testServer(OPTIONS);
let adviser: Record<string, string>;
let scac: Record<string, string>;
let narrow: TestServer;

const statuses = async (count: number, request: () => Promise<Answer>): Promise<number[]> => {
  const found: number[] = [];
  for (let n = 0; n < count; n += 1) found.push((await request()).status);
  return found;
};
const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status);
const beside = (changes = {}): Promise<TestServer> => server().beside(OPTIONS, { visitorLimit: VISITORS, memberLimit: MEMBERS, ...changes });

/** A network that nobody has come from yet, as the proxy before the servers says. */
let last = 0;
const network = (): Record<string, string> => ({ 'x-forwarded-for': `198.51.100.${(last += 1)}` });
let from: Record<string, string>;

beforeAll(async () => {
  adviser = await signIn(server(), links, PEOPLE.adviser);
  scac = await signIn(server(), links, PEOPLE.scac);
  narrow = await beside({ trustedProxies: ['loopback'] });
});
beforeEach(() => {
  from = network();
});

describe('a visitor', () => {
  test('is refused once they have asked too often, with when to ask again, and may then', async () => {
    expect(await statuses(VISITORS, () => ask(narrow, QUERY, {}, from))).toEqual(times(VISITORS, 200));
    const refused = await ask(narrow, QUERY, {}, from);
    expect({ status: refused.status, code: refused.code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect(refused.errors![0]!.extensions.params).toEqual({ seconds: Number(refused.headers.get('retry-after')) });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(290);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(300);
    await server().database.orm.em.fork().execute('update rate_limit set expire = 1');
    // Another one: a process remembers by itself who has used theirs up.
    expect((await ask(await beside({ trustedProxies: ['loopback'] }), QUERY, {}, from)).status).toBe(200);
  });

  test('asks as often as the pages do by GET, whatever else was asked', async () => {
    await statuses(VISITORS + 1, () => ask(narrow, QUERY, {}, from));
    const forms: Readonly<Record<string, string>>[] = [{ documentId: ID }, { extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: ID } }) }, { documentId: ID, query: TRUSTED }];
    for (const parameters of forms) expect(await statuses(VISITORS * 2, () => get(narrow, parameters, from))).toEqual(times(VISITORS * 2, 200));
  });

  test.each<[string, (at: TestServer) => Promise<Answer>]>([
    ['a document of their own by GET', (at) => get(at, { query: QUERY }, from)],
    ['a document of their own beside words that look like ours', (at) => get(at, { query: QUERY, extensions: JSON.stringify({ other: { persistedQuery: { version: 1, sha256Hash: ID } }, sha256Hash: ID }) }, from)],
    ['a document of ours by POST', (at) => post(at, JSON.stringify({ documentId: ID }), from)],
    ['a challenge', (at) => get(at, { query: '{ proofChallenge { challenge } }' }, from)],
    ['a document that is not valid', (at) => ask(at, '{ nothing }', {}, from)],
    ['a document that is none', (at) => ask(at, '}{', {}, from)],
    ['a document that there is not', (at) => get(at, { documentId: 'x' }, from)],
    ['the head of an answer', (at) => send(at, `/graphql?query=${encodeURIComponent(QUERY)}`, { method: 'HEAD', headers: from })],
  ])('is refused %s, too', async (what, request) => {
    const before = (await request(narrow)).status;
    expect(before).not.toBe(429);
    const found = await statuses(VISITORS + 1, () => request(narrow));
    if (what === 'a challenge') expect(found).toContain(429);
    else expect(found).toEqual([...times(VISITORS - 1, before), 429, 429]);
  });

  test('is the same whatever headers say of where they come from, without a proxy that is trusted', async () => {
    const direct = await beside();
    let n = 0;
    const name = (): string => ['x-forwarded-for', 'forwarded', 'x-real-ip', 'client-ip', 'cf-connecting-ip', 'true-client-ip'][n % 6]!;
    const request = (): Promise<Answer> => ask(direct, QUERY, {}, { [name()]: name() === 'forwarded' ? `for=203.0.113.${(n += 1)}` : `203.0.113.${(n += 1)}` });
    expect(await statuses(VISITORS + 6, request)).toEqual([...times(VISITORS, 200), ...times(6, 429)]);
  });

  test('is another by the address that a trusted proxy saw, or the first 64 bits of one', async () => {
    const at = (address: string) => () => ask(narrow, QUERY, {}, { 'x-forwarded-for': address });
    expect(await statuses(VISITORS + 1, at('192.0.2.1'))).toEqual([...times(VISITORS, 200), 429]);
    expect(await statuses(1, at('192.0.2.2'))).toEqual([200]);
    expect(await statuses(VISITORS, at('2001:db8:0:1::1'))).toEqual(times(VISITORS, 200));
    expect(await statuses(1, at('2001:db8:0:1:ffff::2'))).toEqual([429]);
    expect(await statuses(1, at('2001:db8:0:2::1'))).toEqual([200]);
    // What somebody has put before the address that the proxy saw.
    expect(await statuses(1, at('203.0.113.9, 192.0.2.1'))).toEqual([429]);
  });
});

describe('whoever is signed in', () => {
  test('counts for themselves, wherever they are: not with visitors, not with each other', async () => {
    await statuses(VISITORS + 1, () => ask(narrow, QUERY, {}, from));
    expect(await statuses(MEMBERS + 1, () => ask(narrow, QUERY, {}, { ...adviser, ...network() }))).toEqual([...times(MEMBERS, 200), 429]);
    expect(await statuses(1, () => ask(narrow, QUERY, {}, { ...scac, ...from }))).toEqual([200]);
  });

  test('is a visitor with a session that is none', async () => {
    expect(await statuses(VISITORS + 1, () => ask(narrow, QUERY, {}, { cookie: 'passerelle=x.y', ...from }))).toEqual([...times(VISITORS, 200), 429]);
  });
});

describe('a document that does several things', () => {
  const mutation = (count: number): string => `mutation { ${Array.from({ length: count }, (_, n) => `a${n}: signOut { ended }`).join(' ')} }`;

  test('counts each of them, by another name or in a fragment', async () => {
    expect((await ask(narrow, mutation(VISITORS), {}, from)).status).toBe(200);
    expect((await ask(narrow, QUERY, {}, from)).status).toBe(429);
    const nested = 'mutation { ...F ... { b: signOut { ended } } } fragment F on Mutation { c: signOut { ended } ...G } fragment G on Mutation { d: signOut { ended } e: signOut { ended } f: signOut { ended } }';
    expect((await ask(narrow, nested, {}, network())).code).toBe('RATE_LIMITED');
  });

  test('has none of them done when they are too many', async () => {
    const before = links.length;
    const wanted = Array.from({ length: VISITORS + 1 }, (_, n) => `a${n}: requestSignInLink(email: "${PEOPLE.ssi}") { minutes }`).join(' ');
    const { status, code, headers } = await ask(narrow, `mutation { ${wanted} }`, {}, from);
    expect({ status, code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect(headers.get('retry-after')).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(links).toHaveLength(before);
  });

  test('that only reads counts once: what it costs is limited elsewhere', async () => {
    expect((await ask(narrow, `{ ${Array.from({ length: VISITORS * 2 }, (_, n) => `a${n}: themes { code }`).join(' ')} }`, {}, from)).status).toBe(200);
    expect(await statuses(VISITORS - 1, () => ask(narrow, QUERY, {}, from))).toEqual(times(VISITORS - 1, 200));
  });
});

test('a link that was asked for too often says when to ask again', async () => {
  const strict = await server().beside({ ...OPTIONS, signInLimits: { ...UNLIMITED, linkFromNetwork: { points: 1, seconds: 100 } } }, { demonstration: false });
  const request = (): Promise<Answer> => ask(strict, 'mutation { requestSignInLink(email: "once@example.org") { minutes } }');
  expect((await request()).headers.get('retry-after')).toBeNull();
  expect(Number((await request()).headers.get('retry-after'))).toBeGreaterThan(90);
});

test('whoever asks for links for somebody else too often keeps out themselves, and not them', async () => {
  const strict = await server().beside({ ...OPTIONS, signInLimits: { ...UNLIMITED, linkFromNetwork: { points: 2, seconds: 100 }, linkPerAddress: { points: 4, seconds: 100 } } }, { trustedProxies: ['loopback'], demonstration: false });
  const request = async (from: Record<string, string>): Promise<unknown> => (await ask(strict, 'mutation { requestSignInLink(email: "wanted@example.org") { minutes } }', {}, from)).code ?? 'SENT';
  const [stranger, own] = [network(), network()];
  expect([await request(stranger), await request(stranger), await request(stranger)]).toEqual(['SENT', 'SENT', 'RATE_LIMITED']);
  expect([await request(own), await request(own)]).toEqual(['SENT', 'SENT']);
  // However many networks they come from, somebody is not buried in mails: but that is decided later, and told nobody (src/accounts).
  expect(await request(network())).toBe('SENT');
});

describe('while the database is away', () => {
  const open: { close: () => Promise<unknown> }[] = [];
  let proxy: Proxy;

  beforeEach(async () => {
    proxy = await openProxy(server().database.app);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await proxy.close();
  });

  const limits = (): ApiLimits => {
    const made = new ApiLimits({ databaseUrl: proxy.url, secret: 'x', visitors: VISITORS, members: MEMBERS });
    open.push(made);
    return made;
  };
  const outcomes = async (of: ApiLimits, count: number): Promise<string[]> => {
    const found: string[] = [];
    for (let n = 0; n < count; n += 1) found.push(await of.allowanceOf(null, '192.0.2.1').take(1).then(() => 'may', (error: { extensions: { code: string } }) => error.extensions.code));
    return found;
  };
  const all = [...Array.from({ length: VISITORS }, () => 'may'), 'RATE_LIMITED'];

  test('each process counts by itself: nothing is open', async () => {
    const own = limits();
    await proxy.cut();
    expect(await outcomes(own, VISITORS + 1)).toEqual(all);
  });

  test('nobody waits long for it', async () => {
    const own = limits();
    await own.allowanceOf(null, '192.0.2.9').take(1);
    proxy.freeze();
    const begun = Date.now();
    await own.allowanceOf(null, '192.0.2.1').take(1);
    expect(Date.now() - begun).toBeLessThan(2_500);
  });
});
