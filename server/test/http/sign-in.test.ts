/** Signing in through the whole server: a link by mail, a session, and what ends it. */
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts, type SignInLink } from '../../src/accounts/index.ts';
import { type Answer, ask, get, send, testServer, UNLIMITED } from './harness.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

const ANNA = '019abc00-0000-7000-8000-000000000001';
const BORIS = '019abc00-0000-7000-8000-000000000002';
const VIEWER = '{ viewer { name email locale memberships { role country { code } } sessions { id isCurrent } } }';

async function sql(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server().database.owner });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

const request = (email: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email }, headers);
const confirm = (secret: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(server(), 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret }, headers);
const isSignedIn = (answer: Answer): unknown => (answer.data?.confirmSignIn as { isSignedIn: boolean } | undefined)?.isSignedIn;

/** The secret of the link that is sent to this address. */
async function secretFor(email: string): Promise<string> {
  const before = links.length;
  await request(email);
  await expect.poll(() => links.length).toBe(before + 1);
  return links.at(-1)!.secret;
}

/** These are about links and sessions: as if a key had been shown in each (`keys.test.ts` is about those). */
const keysShown = (): Promise<unknown> => sql(`update sign_in_session set key = 'PASSKEY', key_shown_at = now() where key is null`);

/** The cookie of a new session, as a browser sends it back. */
async function signIn(email = 'anna@example.org'): Promise<{ cookie: string }> {
  const answer = await confirm(await secretFor(email));
  expect(isSignedIn(answer)).toBe(true);
  await keysShown();
  return { cookie: answer.headers.getSetCookie()[0]!.split(';', 1)[0]! };
}

const viewer = async (headers: Record<string, string>): Promise<Record<string, unknown> | null> => (await ask(server(), VIEWER, {}, headers)).data!.viewer as never;

beforeAll(async () => {
  for (const [id, name, email, isVerified] of [[ANNA, 'Anna', 'anna@example.org', true], [BORIS, 'Boris', 'boris@example.org', false]]) {
    await sql(`insert into person (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`, [id, name, email, isVerified]);
  }
  await sql(`insert into member (uuid, person_id, role, country_code, since) values ('019abc00-0000-7000-8000-00000000000a', $1, 'SCAC', 'AL', '2026-01-01')`, [ANNA]);
});

beforeEach(async () => {
  links.length = 0;
  await sql('update person set suspended_at = null, locale = null');
  await sql('delete from sign_in_session');
});

describe('a link', () => {
  test('signs in once, for the person and as what they are', async () => {
    const secret = await secretFor('Anna@Example.org');
    const first = await confirm(secret);
    expect(isSignedIn(first)).toBe(true);
    const cookie = first.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^passerelle=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    await keysShown();
    expect(await viewer({ cookie: cookie.split(';', 1)[0]! })).toMatchObject({
      name: 'Anna', email: 'anna@example.org', locale: null, memberships: [{ role: 'SCAC', country: { code: 'AL' } }], sessions: [{ isCurrent: true }],
    });
    const second = await confirm(secret);
    expect(isSignedIn(second)).toBe(false);
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  test('is used by one of twenty who come at once', async () => {
    const secret = await secretFor('anna@example.org');
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(secret)));
    expect(answers.filter(isSignedIn)).toHaveLength(1);
  });

  test('is not used up by a scanner that follows every address with GET and HEAD', async () => {
    const secret = await secretFor('anna@example.org');
    const query = `mutation { confirmSignIn(secret: "${secret}") { isSignedIn } }`;
    for (const method of ['GET', 'HEAD', 'GET', 'GET']) {
      expect((await send(server(), `/graphql?${new URLSearchParams({ query }).toString()}`, { method })).status).not.toBe(200);
    }
    expect(isSignedIn(await confirm(secret))).toBe(true);
  });

  test('is kept as a hash only, for ten minutes', async () => {
    const secret = await secretFor('anna@example.org');
    const { rows } = await sql(`select identifier || value as kept, extract(epoch from expires_at - created_at) as lasts from sign_in_verification order by created_at desc limit 1`);
    expect((rows[0] as { kept: string }).kept).not.toContain(secret);
    expect(Number((rows[0] as { lasts: number }).lasts)).toBeCloseTo(600, 0);
    expect(secret).toMatch(/^[A-Za-z]{32}$/);
  });

  test('shows that the mail of its address arrives', async () => {
    await sql('update person set email_verified = false where id = $1', [BORIS]);
    const headers = await signIn('boris@example.org');
    expect(await viewer(headers)).toMatchObject({ name: 'Boris' });
    expect((await sql('select email_verified as verified from person where id = $1', [BORIS])).rows).toEqual([{ verified: true }]);
  });

  test('that is too old does not sign in', async () => {
    const secret = await secretFor('anna@example.org');
    await sql(`update sign_in_verification set expires_at = now() - interval '1 second'`);
    expect(isSignedIn(await confirm(secret))).toBe(false);
  });

  test.each(['', 'x', '\0', 'a'.repeat(32), '../../x', '" or true --'])('cannot be guessed: %j', async (secret) => {
    const answer = await confirm(secret);
    expect(isSignedIn(answer)).not.toBe(true);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.code).not.toBe('INTERNAL_SERVER_ERROR');
  });

  test('two at once are two links, and each works for its own person', async () => {
    const [anna, boris] = [await secretFor('anna@example.org'), await secretFor('boris@example.org')];
    const cookie = (await confirm(boris)).headers.getSetCookie()[0]!.split(';', 1)[0]!;
    expect(await viewer({ cookie })).toMatchObject({ name: 'Boris', memberships: [] });
    expect(isSignedIn(await confirm(anna))).toBe(true);
  });

  test('is sent in the language of the person, else in that of the request', async () => {
    await secretFor('anna@example.org');
    expect(links.at(-1)).toMatchObject({ to: 'anna@example.org', locale: 'fr' });
    await sql(`update person set locale = 'sq' where id = $1`, [ANNA]);
    await secretFor('anna@example.org');
    expect(links.at(-1)!.locale).toBe('sq');
  });
});

describe('asking for a link', () => {
  test('is answered the same for an address that nobody has, which gets none and no account', async () => {
    const [known, unknown] = [await request('anna@example.org'), await request('nobody@example.org')];
    expect(unknown.text).toBe(known.text);
    expect(unknown.status).toBe(known.status);
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
    await expect.poll(() => links.length).toBe(1);
    await secretFor('boris@example.org');
    expect(links.map(({ to }) => to)).toEqual(['anna@example.org', 'boris@example.org']);
    expect((await sql(`select from person where email = 'nobody@example.org'`)).rowCount).toBe(0);
  });

  test('does not wait for the link, so that its time says nothing', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = await server().beside({ sendLink: () => held });
    const answer = await ask(slow, 'mutation { requestSignInLink(email: "anna@example.org") { minutes } }');
    expect(answer.data).toEqual({ requestSignInLink: { minutes: 10 } });
    release();
  });

  test('for somebody who is suspended sends nothing', async () => {
    await sql('update person set suspended_at = now() where id = $1', [ANNA]);
    await request('anna@example.org');
    await secretFor('boris@example.org');
    expect(links.map(({ to }) => to)).toEqual(['boris@example.org']);
  });

  test('leaves neither the address nor the link in the log, even when it cannot be sent', async () => {
    const real = await server().beside({ signInLimits: UNLIMITED });
    const ask1 = () => ask(real, 'mutation { requestSignInLink(email: "anna@example.org") { minutes } }');
    await sql('alter table mail rename to mail_away');
    await ask1();
    await expect.poll(() => real.log.length).toBeGreaterThan(0);
    await expect.poll(() => real.log.some(({ msg }) => msg === 'A link to sign in with could not be sent')).toBe(true);
    await sql('alter table mail_away rename to mail');
    await ask1();
    const text = async (): Promise<string> => ((await sql('select text from mail')).rows[0] as { text: string } | undefined)?.text ?? '';
    await expect.poll(text).toContain('/fr/sign-in/confirm#');
    const secret = /#([A-Za-z]{32})/.exec(await text())![1]!;
    expect(isSignedIn(await confirm(secret))).toBe(true);
    expect(JSON.stringify(real.log)).not.toMatch(new RegExp(`anna@|${secret}|confirm#`));
  });

  test('refuses what is no address', async () => {
    expect((await request('anna')).code).toBe('BAD_USER_INPUT');
  });
});

describe('a session', () => {
  test('ends when its person is suspended: with the next request', async () => {
    const headers = await signIn();
    expect(await viewer(headers)).toMatchObject({ name: 'Anna' });
    await sql('update person set suspended_at = now() where id = $1', [ANNA]);
    expect(await viewer(headers)).toBeNull();
  });

  test('gives what the memberships of the day give: with the next request', async () => {
    const headers = await signIn();
    const names = async (): Promise<number> => {
      const { data } = await ask(server(), '{ experts(first: 100) { nodes { name } } }', {}, headers);
      return (data!.experts as { nodes: { name: string | null }[] }).nodes.filter(({ name }) => name !== null).length;
    };
    const asOfficer = await names();
    await sql('update member set suspended_at = now() where person_id = $1', [ANNA]);
    const asNobody = await names();
    await sql('update member set suspended_at = null, until = current_date - 1 where person_id = $1', [ANNA]);
    expect(await names()).toBe(asNobody);
    await sql('update member set until = null where person_id = $1', [ANNA]);
    expect(await names()).toBe(asOfficer);
    expect(asOfficer).toBeGreaterThan(asNobody);
  });

  test.each([['unused for half an hour', 'last_seen_at', 31], ['twelve hours old', 'created_at', 12 * 60 + 1]])('of an officer ends when it is %s', async (_what, column, minutes) => {
    const headers = await signIn();
    await sql(`update sign_in_session set ${column} = now() - $1 * interval '1 minute'`, [minutes - 2]);
    expect(await viewer(headers)).not.toBeNull();
    await sql(`update sign_in_session set ${column} = now() - $1 * interval '1 minute'`, [minutes]);
    expect(await viewer(headers)).toBeNull();
    expect((await sql('select from sign_in_session')).rowCount).toBe(0);
  });

  test('ends when one signs out, and its cookie is worth nothing then', async () => {
    const headers = await signIn();
    const out = await ask(server(), 'mutation { signOut { ended } }', {}, headers);
    expect(out.data).toEqual({ signOut: { ended: 1 } });
    expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies"');
    expect(out.headers.getSetCookie()[0]).toMatch(/^passerelle=; Max-Age=0/);
    expect(await viewer(headers)).toBeNull();
  });

  test('of another browser can be ended, one or all; nobody else’s can', async () => {
    const [here, there, elsewhere] = [await signIn(), await signIn(), await signIn()];
    const boris = await signIn('boris@example.org');
    const sessions = async (headers: Record<string, string>) => (await viewer(headers))!.sessions as { id: string; isCurrent: boolean }[];
    const current = async (headers: Record<string, string>) => (await sessions(headers)).find(({ isCurrent }) => isCurrent)!.id;
    expect(await sessions(here)).toHaveLength(3);
    const end = (id: string) => ask(server(), 'mutation ($id: ID!) { endSession(id: $id) { ended } }', { id }, here);
    const foreign = await end(await current(boris));
    expect(foreign.data).toEqual({ endSession: { ended: 0 } });
    expect((await end('SignInSession_019abc00-0000-7000-8000-00000000dead')).text).toBe(foreign.text);
    expect((await end(await current(there))).data).toEqual({ endSession: { ended: 1 } });
    expect(await viewer(there)).toBeNull();
    expect((await ask(server(), 'mutation { endOtherSessions { ended } }', {}, here)).data).toEqual({ endOtherSessions: { ended: 1 } });
    expect([await viewer(elsewhere), await viewer(boris)]).toMatchObject([null, { name: 'Boris' }]);
  });

  test('is found by its id by its own person only: another’s is as one that is not there', async () => {
    const [anna, boris] = [await signIn(), await signIn('boris@example.org')];
    const [{ id }] = (await viewer(boris))!.sessions as [{ id: string }];
    const node = (key: string, headers: Record<string, string>) => ask(server(), 'query ($id: ID!) { node(id: $id) { id ... on SignInSession { userAgent isCurrent } } }', { id: key }, headers);
    expect((await node(id, boris)).data!.node).toMatchObject({ id, isCurrent: true });
    const absent = await node('SignInSession_019abc00-0000-7000-8000-00000000dead', anna);
    for (const headers of [anna, {}]) expect((await node(id, headers)).text).toBe(absent.text);
  });

  test('is another one at each signing in: a cookie that was there before is not taken over', async () => {
    const before = await signIn();
    const secret = await secretFor('anna@example.org');
    const after = (await confirm(secret, before)).headers.getSetCookie()[0]!.split(';', 1)[0];
    expect(after).not.toBe(before.cookie);
  });

  test.each(['passerelle=', 'passerelle=x', 'passerelle=x.y', 'passerelle=%00', `passerelle=${'a'.repeat(4000)}`])('is not made up: %s', async (cookie) => {
    expect(await viewer({ cookie })).toBeNull();
  });

  test('is known to another process at the same database', async () => {
    const headers = await signIn();
    const other = await server().beside();
    expect((await ask(other, VIEWER, {}, headers)).data!.viewer).toMatchObject({ name: 'Anna' });
  });
});

describe('what somebody is answered who is signed in', () => {
  test('is kept by nobody, and is not what a visitor gets at the same address', async () => {
    const headers = await signIn();
    const own = await get(server(), { query: '{ viewer { name } }', locale: 'fr' }, headers);
    const visitors = await get(server(), { query: '{ viewer { name } }', locale: 'fr' });
    expect([own.headers.get('cache-control'), own.headers.get('etag')]).toEqual(['no-store', null]);
    expect([own.data, visitors.data]).toEqual([{ viewer: { name: 'Anna' } }, { viewer: null }]);
    expect(visitors.headers.get('vary')).toContain('Cookie');
  });

  test('does not come to a page of another site', async () => {
    const headers = await signIn();
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1.evil.example:${server().port}`, `http://evil@127.0.0.1:${server().port}x`]) {
      const answer = await ask(server(), 'mutation { endOtherSessions { ended } }', {}, { ...headers, origin });
      expect({ origin, status: answer.status, code: answer.code }).toEqual({ origin, status: 403, code: 'BAD_REQUEST' });
    }
    expect((await ask(server(), VIEWER, {}, { ...headers, origin: `http://127.0.0.1:${server().port}` })).data!.viewer).not.toBeNull();
  });
});

describe('a person', () => {
  test('chooses the language of their mails; a visitor has none to choose', async () => {
    const headers = await signIn();
    const choose = (given: Record<string, string>) => ask(server(), 'mutation { chooseLocale(locale: "uk") { locale } }', {}, given);
    expect((await choose(headers)).data).toEqual({ chooseLocale: { locale: 'uk' } });
    expect(await viewer(headers)).toMatchObject({ locale: 'uk' });
    expect((await choose({})).code).toBe('UNAUTHENTICATED');
  });
});

describe('what is over', () => {
  test('is forgotten: links, sessions and attempts; nothing else', async () => {
    const headers = await signIn();
    await secretFor('boris@example.org');
    await sql(`insert into sign_in_session (id, person_id, token, expires_at, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000aa', $1, 'old', now() - interval '1 second', now(), now())`, [BORIS]);
    await sql(`insert into sign_in_verification (id, identifier, value, expires_at, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000ab', 'old', 'v', now() - interval '1 second', now(), now())`);
    await sql(`insert into rate_limit (key, points, expire) values ('old', 1, 1)`);
    const accounts = new Accounts({ databaseUrl: server().database.app, secret: 'x'.repeat(32), origin: 'http://localhost', sendLink: async () => undefined, logError: () => undefined });
    await accounts.forget();
    await accounts.close();
    const left = await sql(`select (select count(*)::int from sign_in_session) as sessions, (select count(*)::int from sign_in_verification where identifier = 'old') as links, (select count(*)::int from rate_limit where key = 'old') as attempts`);
    expect(left.rows).toEqual([{ sessions: 1, links: 0, attempts: 0 }]);
    expect(await viewer(headers)).not.toBeNull();
  });
});

describe('attempts', () => {
  const limited = (changes = {}) => server().beside({ sendLink: async (link) => void links.push(link) }, changes);
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
    await expect.poll(() => links.length).toBe(5);
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
