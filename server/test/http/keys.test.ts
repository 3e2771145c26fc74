/** The second step through the whole server, and what needs that one has just shown that it is them. */
import { describe, expect, test } from 'vitest';
import type { Browser } from './browser.ts';
import { ask } from './harness.ts';
import { BORIS, code, GUEST, keysWorld, OFFICER, secondStep } from './keys-world.ts';
import { codeOf } from './soft-authenticator.ts';

const { server, links, sql, browser, signedIn } = keysWorld();
const INVENTED = 'scac.rs@passerelle.example';
const later = (minutes: number): Promise<unknown> => sql(`update sign_in_session set key_shown_at = key_shown_at - ? * interval '1 minute', created_at = created_at - ? * interval '1 minute'`, [minutes, minutes]);

describe('the second step', () => {
  test('is due for whoever must have a key, until one is set up; not for others', async () => {
    const [anna, boris] = [browser(), browser()];
    expect([await anna.link(links, OFFICER), await boris.link(links, GUEST)]).toEqual([true, false]);
    expect([await anna.viewer(), await boris.viewer()]).toEqual([null, 'Boris']);
    expect(await secondStep(anna)).toEqual({ isDue: true, isFresh: true, isRequired: true, hasPasskeys: false, hasAuthenticator: false, recoveryCodes: 0 });
    const { added } = await anna.newAuthenticator();
    expect(added).toMatchObject({ isAdded: true });
    expect(await anna.viewer()).toBe('Anna');
    expect(await secondStep(anna)).toEqual({ isDue: false, isFresh: true, isRequired: true, hasPasskeys: false, hasAuthenticator: true, recoveryCodes: 10 });
  });

  test('is due at each sign-in for whoever has a key, also where nobody asked for one', async () => {
    const boris = await signedIn(GUEST);
    const { secret } = await boris.newAuthenticator();
    expect(await boris.viewer()).toBe('Boris');
    const again = browser();
    expect(await again.link(links, GUEST)).toBe(true);
    expect(await again.viewer()).toBeNull();
    expect(await again.showCode(codeOf(secret))).toBe(true);
    expect(await again.viewer()).toBe('Boris');
  });

  test('closes the other sessions of whoever sets up a first key: they show it there too', async () => {
    const [here, there] = [await signedIn(GUEST), await signedIn(GUEST)];
    await here.newAuthenticator();
    expect([await here.viewer(), await there.viewer()]).toEqual(['Boris', null]);
  });

  test('comes with the role: with the next request', async () => {
    const boris = await signedIn(GUEST);
    expect(await boris.viewer()).toBe('Boris');
    await sql(`insert into member (uuid, person_id, role, since) values ('019abc00-0000-7000-8000-00000000000b', ?, 'TRANSLATOR', '2026-01-01')`, [BORIS]);
    expect(await boris.viewer()).toBeNull();
    await sql('delete from member where person_id = ?', [BORIS]);
    expect(await boris.viewer()).toBe('Boris');
  });

  test('is not asked of the invented, who cannot set up a key either', async () => {
    const guest = browser();
    expect(await guest.link(links, INVENTED)).toBe(false);
    expect(await guest.viewer()).not.toBeNull();
    expect(await code(guest, 'mutation { beginPasskey { options } }')).toBe('INVENTED_PERSON');
    expect(await code(guest, 'mutation { beginAuthenticator { secret } }')).toBe('INVENTED_PERSON');
  });

  test('makes the session another one: its cookie and its id are new, and those before are worth nothing', async () => {
    const anna = await signedIn(OFFICER);
    const [[before], cookie] = [await sql<{ id: string; token: string }>('select id, token from sign_in_session'), anna.cookie];
    await anna.newAuthenticator();
    const after = await sql<{ id: string; token: string; key: string }>('select id, token, key from sign_in_session');
    expect(after).toHaveLength(1);
    expect(after[0]!.key).toBe('AUTHENTICATOR');
    expect([after[0]!.id === before!.id, after[0]!.token === before!.token, anna.cookie === cookie]).toEqual([false, false, false]);
    expect((await ask(server(), '{ viewer { name } secondStep { isDue } }', {}, { cookie })).data).toEqual({ viewer: null, secondStep: null });
  });

  test('is ended by signing out, before it is done too', async () => {
    const anna = await signedIn(OFFICER);
    const { headers } = anna;
    await anna.ask('mutation { signOut { ended } }');
    expect(await sql('select from sign_in_session')).toEqual([]);
    expect((await ask(server(), '{ secondStep { isDue } }', {}, headers)).data).toEqual({ secondStep: null });
  });

  test('by link again takes the place of the session that was there', async () => {
    const boris = await signedIn(GUEST);
    await boris.link(links, GUEST);
    expect(await sql('select from sign_in_session')).toHaveLength(1);
    expect(await boris.viewer()).toBe('Boris');
  });
});

describe('what needs that one has just shown that it is them', () => {
  const begin = (who: Browser): Promise<string | undefined> => code(who, 'mutation { beginPasskey { options } }');

  test('is done for ten minutes after a key, and asked for again then', async () => {
    const anna = await signedIn(OFFICER);
    const { secret } = await anna.newAuthenticator();
    await later(9);
    expect(await begin(anna)).toBeUndefined();
    await later(2);
    const refused = await anna.ask('mutation { beginPasskey { options } }');
    expect({ status: refused.status, code: refused.code }).toEqual({ status: 403, code: 'STEP_UP_REQUIRED' });
    expect(await code(anna, 'mutation { removeAuthenticator { isDone } }')).toBe('STEP_UP_REQUIRED');
    expect(await code(anna, 'mutation { renewRecoveryCodes { recoveryCodes } }')).toBe('STEP_UP_REQUIRED');
    expect(await anna.viewer(), 'everything else goes on').toBe('Anna');
    expect(await anna.showCode(codeOf(secret))).toBe(true);
    expect(await begin(anna)).toBeUndefined();
  });

  test('is done after a fresh link by whoever has no key; by whoever has one it is not enough', async () => {
    const boris = await signedIn(GUEST);
    await later(11);
    expect(await begin(boris)).toBe('STEP_UP_REQUIRED');
    await boris.link(links, GUEST);
    expect(await begin(boris)).toBeUndefined();
    await boris.newPasskey();
    await later(11);
    expect(await begin(boris)).toBe('STEP_UP_REQUIRED');
  });

  test('is refused to a visitor, and to whoever has a key that they have not shown yet', async () => {
    expect(await begin(browser())).toBe('UNAUTHENTICATED');
    await (await signedIn(OFFICER)).newAuthenticator();
    const anna = await signedIn(OFFICER);
    expect(await begin(anna)).toBe('UNAUTHENTICATED');
    expect(await code(anna, 'mutation { removeAuthenticator { isDone } }')).toBe('UNAUTHENTICATED');
    expect(await code(anna, 'mutation { renewRecoveryCodes { recoveryCodes } }')).toBe('UNAUTHENTICATED');
  });
});
