/** A session: whose it is, what ends it, and what is answered in it. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Accounts } from '../../src/accounts/index.ts';
import { type Answer, ask, get } from './harness.ts';
import { ANNA, BORIS, isSignedIn, signInWorld, VIEWER } from './sign-in-world.ts';

const { server, sql, confirm, secretFor, signIn, viewer } = signInWorld();

describe('a session', () => {
  test('ends when its person is suspended: with the next request', async () => {
    const headers = await signIn();
    expect(await viewer(headers)).toMatchObject({ name: 'Anna' });
    await sql('update person set suspended_at = now() where id = $1', [ANNA]);
    expect(await viewer(headers)).toBeNull();
  });

  describe.each([['its person', 'person', 'id'], ['a role of theirs', 'member', 'person_id']])('is over for good when %s is suspended', (_what, table, key) => {
    const suspend = (at: string): Promise<unknown> => sql(`update ${table} set suspended_at = ${at} where ${key} = $1`, [ANNA]);
    const lifted = async (): Promise<void> => void (await suspend('now()'), await suspend('null'));
    /** What is kept of Anna by which somebody could come in. */
    const held = async (): Promise<unknown> => (await sql(`select (select count(*)::int from sign_in_session where person_id = p.id) as sessions, (select count(*)::int from sign_in_verification where value like '%anna@example.org%') as links,
      (select count(*)::int from link_request where person_id = p.id) as asked, (select count(*)::int from address_change where person_id = p.id) as addresses, (select count(*)::int from calendar_link where person_id = p.id) as calendars from person p where id = $1`, [ANNA])).rows[0];

    test('it does not come back when that is lifted, nor does a link that was sent before, or an address that waits', async () => {
      const headers = await signIn();
      const boris = await signIn('boris@example.org');
      const secret = await secretFor('anna@example.org');
      await sql(`insert into address_change (person_id, email, secret_hash) values ($1, 'other@example.org', 'x')`, [ANNA]);
      await sql(`insert into calendar_link (uuid, person_id, locale, secret_hash) values (gen_random_uuid(), $1, 'fr', 'x')`, [ANNA]);
      await sql(`insert into link_request (id, person_id, locale) values (gen_random_uuid(), $1, 'fr')`, [ANNA]);
      await lifted();
      expect(await held()).toEqual({ sessions: 0, links: 0, asked: 0, addresses: 0, calendars: 0 });
      expect([await viewer(headers), isSignedIn(await confirm(secret))]).toEqual([null, false]);
      expect(await viewer(boris)).toMatchObject({ name: 'Boris' });
    });

    test('it is the trigger that ends them: without it they live on', async () => {
      const headers = await signIn();
      await sql(`alter table ${table} disable trigger ${table}_signed_out`);
      await lifted();
      await sql(`alter table ${table} enable trigger ${table}_signed_out`);
      expect(await viewer(headers)).toMatchObject({ name: 'Anna' });
    });
  });

  test('gives what the memberships of the day give: with the next request', async () => {
    const headers = await signIn();
    const names = async (): Promise<number> => {
      const { data } = await ask(server(), '{ experts(first: 100) { nodes { name } } }', {}, headers);
      return (data!.experts as { nodes: { name: string | null }[] }).nodes.filter(({ name }) => name !== null).length;
    };
    const asOfficer = await names();
    await sql('update member set until = current_date - 1 where person_id = $1', [ANNA]);
    const asNobody = await names();
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
    // With it ends what opens the list that a check-in page has kept in this browser.
    expect(out.headers.getSetCookie().at(-1)).toBe('kept-key=; Path=/; Max-Age=0; SameSite=Strict');
  });

  test('begins without what was kept in the browser for whoever else was signed in there before', async () => {
    const { headers: given } = await confirm(await secretFor('anna@example.org'));
    expect(given.getSetCookie().map((cookie) => cookie.split(';', 1)[0]!.replace(/=.+/, '=…'))).toEqual(['passerelle=…', 'draft-key=', 'kept-key=']);
  });

  describe('and the key of what somebody was typing in this browser', () => {
    const [KEY, OTHER] = ['k'.repeat(43), 'o'.repeat(43)];
    const draftOf = (address: string, key = KEY): string => `draft-key=${key}.${createHash('sha256').update(`${key} ${address}`).digest('base64url')}`;
    const ends = ({ headers: given }: Answer): boolean => given.getSetCookie().some((cookie) => cookie.startsWith('draft-key=;'));
    const inAs = async (address: string, cookie: string): Promise<Answer> => {
      const answer = await confirm(await secretFor(address), { cookie });
      expect(isSignedIn(answer)).toBe(true);
      return answer;
    };

    test('goes on for the same person who signs in anew, whatever has become of their session', async () => {
      expect(ends(await inAs('anna@example.org', draftOf('anna@example.org')))).toBe(false);
      expect(ends(await inAs('anna@example.org', `${(await signIn()).cookie}; ${draftOf('anna@example.org')}`))).toBe(false);
    });

    test('ends where anybody else signs in, over the session of who typed it or without one', async () => {
      expect(ends(await inAs('boris@example.org', draftOf('anna@example.org')))).toBe(true);
      expect(ends(await inAs('boris@example.org', `${(await signIn()).cookie}; ${draftOf('anna@example.org')}`))).toBe(true);
    });

    test('ends where it does not say whose it is, says two things, or has the mark of another key', async () => {
      const [mine, theirs] = [draftOf('anna@example.org'), draftOf('boris@example.org')];
      for (const cookie of [`draft-key=${KEY}`, `draft-key=${KEY}.`, `${mine}; ${theirs}`, `${theirs}; ${mine}`, mine.replace(KEY, OTHER), `${mine}.${KEY}`]) expect([cookie, ends(await inAs('anna@example.org', cookie))]).toEqual([cookie, true]);
    });

    test('ends when its person signs out', async () => {
      const { cookie } = await signIn();
      expect(ends(await ask(server(), 'mutation { signOut { ended } }', {}, { cookie: `${cookie}; ${draftOf('anna@example.org')}` }))).toBe(true);
    });
  });

  test('ends with its time, and is gone then', async () => {
    const headers = await signIn();
    expect(await viewer(headers)).not.toBeNull();
    await sql(`update sign_in_session set expires_at = now() - interval '1 second'`);
    expect(await viewer(headers)).toBeNull();
    expect((await sql('select from sign_in_session')).rowCount).toBe(0);
  });

  test('is nobody’s whose cookie was signed by somebody else, also once the right one was seen', async () => {
    const { cookie } = await signIn();
    expect(await viewer({ cookie })).not.toBeNull();
    const signature = decodeURIComponent(cookie).slice(-44);
    const forged = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect(await viewer({ cookie: cookie.replace(encodeURIComponent(signature), encodeURIComponent(forged)) })).toBeNull();
    expect(await viewer({ cookie: cookie.replace(/\.[^.]*$/, '') })).toBeNull();
    expect(await viewer({ cookie })).not.toBeNull();
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
    const accounts = new Accounts({ databaseUrl: server().database.app, secret: 'x'.repeat(32), origin: 'http://localhost', sendLink: async () => undefined });
    await accounts.forget();
    await accounts.close();
    const left = await sql(`select (select count(*)::int from sign_in_session) as sessions, (select count(*)::int from sign_in_verification where identifier = 'old') as links, (select count(*)::int from rate_limit where key = 'old') as attempts`);
    expect(left.rows).toEqual([{ sessions: 1, links: 0, attempts: 0 }]);
    expect(await viewer(headers)).not.toBeNull();
  });
});
