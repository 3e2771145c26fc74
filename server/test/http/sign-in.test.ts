/** Signing in through the whole server: a link by mail, and who is told what of it. */
import { describe, expect, test } from 'vitest';
import { copyDatabase } from '../database.ts';
import { ask, send, start, UNLIMITED } from './harness.ts';
import { ANNA, BORIS, isSignedIn, PATIENCE, signInWorld } from './sign-in-world.ts';

const { server, links, sql, request, confirm, secretFor, keysShown, signIn, viewer } = signInWorld();

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
    await expect.poll(() => links.length, PATIENCE).toBe(1);
    await secretFor('boris@example.org');
    expect(links.map(({ to }) => to)).toEqual(['anna@example.org', 'boris@example.org']);
    expect((await sql(`select from person where email = 'nobody@example.org'`)).rowCount).toBe(0);
  });

  test('does not wait for the link, so that its time says nothing', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = await server().beside({ sendLink: (link) => held.then(() => void links.push(link)) });
    const answer = await ask(slow, 'mutation { requestSignInLink(email: "anna@example.org") { minutes } }');
    expect(answer.data).toEqual({ requestSignInLink: { minutes: 10 } });
    release();
    await expect.poll(() => links.length, PATIENCE).toBe(1);
  });

  test('for somebody who is suspended sends nothing', async () => {
    await sql('update person set suspended_at = now() where id = $1', [ANNA]);
    await request('anna@example.org');
    await secretFor('boris@example.org');
    expect(links.map(({ to }) => to)).toEqual(['boris@example.org']);
  });

  test('leaves neither the address nor the link in the log, even when it cannot be sent', async () => {
    // A database of its own: any server of the same one may make the link.
    const apart = await copyDatabase('full');
    const own = (text: string): Promise<{ text?: string }[]> => apart.orm.em.fork().execute(text);
    const real = await start(apart, { signInLimits: UNLIMITED });
    try {
      await own('alter table mail rename to mail_away');
      await ask(real, 'mutation { requestSignInLink(email: "adviser@passerelle.example") { minutes } }');
      await expect.poll(() => real.log.some(({ msg }) => msg === 'A job failed and is tried again'), PATIENCE).toBe(true);
      // It is not lost: once it can be sent, it is.
      await own('alter table mail_away rename to mail');
      const text = async (): Promise<string> => (await own('select text from mail'))[0]?.text ?? '';
      await expect.poll(text, PATIENCE).toContain('/fr/sign-in/confirm#');
      const secret = /#([A-Za-z]{32})/.exec(await text())![1]!;
      expect(isSignedIn(await ask(real, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret }))).toBe(true);
      expect(JSON.stringify(real.log)).not.toMatch(new RegExp(`adviser@|${secret}|confirm#`));
    } finally {
      await real.close();
      await apart.drop();
    }
  });

  test('longer ago than a link lasts, as in a backup, makes none', async () => {
    const asked = (minutes: number) => sql(`with asked as (insert into link_request (id, person_id, locale, asked_at) values (gen_random_uuid(), $1, 'fr', now() - make_interval(mins => $2)) returning id)
      select graphile_worker.add_job('accounts.link', json_build_object('id', id)) from asked`, [ANNA, minutes]);
    const left = async () => (await sql(`select from graphile_worker.jobs where task_identifier = 'accounts.link'`)).rowCount;
    await asked(11);
    await expect.poll(left, PATIENCE).toBe(0);
    expect(links).toEqual([]);
    // The control: nine minutes ago is not too long.
    await asked(9);
    await expect.poll(() => links.map(({ to }) => to), PATIENCE).toEqual(['anna@example.org']);
    // Of neither is anything kept.
    await expect.poll(async () => (await sql('select from link_request')).rowCount, PATIENCE).toBe(0);
  });

  test('refuses what is no address', async () => {
    expect((await request('anna')).code).toBe('BAD_USER_INPUT');
  });
});
