/** What changes between the steps of signing in: suspended after the link was sent, signed out while a key is set up. */
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { ask } from './harness.ts';
import { ANNA, BORIS, GUEST, keysWorld, OFFICER } from './keys-world.ts';
import { codeOf } from './soft-authenticator.ts';
import { untilWaiting } from '../waiting.ts';

const { server, links, sql, signedIn } = keysWorld();
const CONFIRM = 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn isSecondStepDue } }';

test('whoever is suspended after their link was sent is not signed in by it, and no session is left', async () => {
  await ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email: GUEST });
  const { secret } = await vi.waitUntil(() => links[0], { timeout: 20_000 });
  await sql('update person set suspended_at = now() where id = ?', [BORIS]);
  const answer = await ask(server(), CONFIRM, { secret });
  expect([answer.data, answer.headers.getSetCookie()]).toEqual([{ confirmSignIn: { isSignedIn: false, isSecondStepDue: false } }, []]);
  expect(await sql('select from sign_in_session')).toEqual([]);
  await sql('update person set suspended_at = null where id = ?', [BORIS]);
});

/** Does something while the row of a person is held by somebody else, who first has `meanwhile` done. */
async function whileHeld<T>(person: string, work: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
  const client = new pg.Client({ connectionString: server().database.owner });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select from person where id = $1 for no key update', [person]);
    const done = work();
    await untilWaiting(server().database);
    await meanwhile();
    await client.query('commit');
    return await done;
  } finally {
    await client.end();
  }
}

test('whoever is signed out while they set up a key leaves no key behind', async () => {
  const anna = await signedIn(OFFICER);
  const secret = await anna.beginAuthenticator();
  const add = () => anna.ask('mutation ($code: String!) { addAuthenticator(code: $code) { isAdded recoveryCodes } }', { code: codeOf(secret) });
  const answer = await whileHeld(ANNA, add, () => sql('delete from sign_in_session'));
  expect([answer.code, answer.headers.getSetCookie()]).toEqual(['UNAUTHENTICATED', []]);
  expect([await sql('select from authenticator'), await sql('select from recovery_codes'), await sql(`select from mail where template = 'keysChanged'`)]).toEqual([[], [], []]);
});

test('and whoever is not has it: it is being signed out that makes the difference', async () => {
  const anna = await signedIn(OFFICER);
  const secret = await anna.beginAuthenticator();
  const add = () => anna.ask('mutation ($code: String!) { addAuthenticator(code: $code) { isAdded } }', { code: codeOf(secret) });
  expect((await whileHeld(ANNA, add, async () => undefined)).data).toEqual({ addAuthenticator: { isAdded: true } });
  expect(await sql('select from authenticator')).toHaveLength(1);
});

test('accepting an invitation while a second step is due ends the session that waited for it', async () => {
  const waiting = await signedIn(OFFICER);
  await sql(`insert into invitation (uuid, name, email, role, organisation_slug, locale, invited_by_id, secret_hash, expires_at)
    select gen_random_uuid(), 'New', 'new@ngo.example', 'NGO_COORDINATOR', o.slug, 'fr', m.person_id, encode(sha256('an invitation'), 'base64'), now() + interval '1 day'
    from organisation o join member m on m.role = 'SCAC' and m.country_code = o.country_code where o.kind = 'NGO' and o.country_code = 'RS' limit 1`);
  await sql(`update invitation set secret_hash = translate(rtrim(secret_hash, '='), '+/', '-_') where email = 'new@ngo.example'`);
  const done = await waiting.act<{ outcome: string; isSignedIn: boolean }>('{ acceptInvitation(secret: "an invitation") { outcome isSignedIn } }');
  expect(done).toEqual({ outcome: 'ACCEPTED', isSignedIn: true });
  expect(await waiting.viewer()).toBe('New');
  expect(await sql('select from sign_in_session')).toHaveLength(1);
  await sql(`delete from person where email = 'new@ngo.example'`);
});
