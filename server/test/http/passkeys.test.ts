/** Passkeys through the whole server, shown by a device that is as honest as it is told to be. */
import { describe, expect, test } from 'vitest';
import type { Browser } from './browser.ts';
import { ANNA, BORIS, code, GUEST, keysWorld, OFFICER } from './keys-world.ts';
import { type Lies, SoftAuthenticator } from './soft-authenticator.ts';

const { links, sql, browser, signedIn } = keysWorld();

describe('a passkey', () => {
  const shownWith = async (lies: Lies): Promise<boolean | undefined> => {
    const { device } = await (await signedIn(OFFICER)).newPasskey();
    const visitor = browser();
    const isShown = await visitor.showPasskey(device.show(await visitor.askForPasskey(), lies));
    expect(await visitor.viewer()).toBe(isShown ? 'Anna' : null);
    expect((await sql('select from sign_in_session')).length).toBe(isShown ? 2 : 1);
    return isShown;
  };

  test('is a whole sign-in: without mail, with both factors at once', async () => {
    expect(await shownWith({})).toBe(true);
    expect((await sql<{ key: string }>('select key from sign_in_session order by created_at desc'))[0]).toEqual({ key: 'PASSKEY' });
    expect(links).toHaveLength(1);
  });

  test('is the second step after a link, for its own person', async () => {
    const { device } = await (await signedIn(OFFICER)).newPasskey();
    const anna = await signedIn(OFFICER);
    const options = await anna.askForPasskey();
    expect((options.allowCredentials as { id: string }[]).map(({ id }) => id)).toEqual([device.id]);
    expect(await anna.showPasskey(device.show(options))).toBe(true);
    expect(await anna.viewer()).toBe('Anna');
  });

  test.each<[string, Lies]>([
    ['from a page of another origin', { origin: 'https://evil.example' }],
    ['from another port of this host', { origin: 'http://localhost:5174' }],
    ['made for another site', { host: 'evil.example' }],
    ['by a device that has not asked who is there', { isVerified: false }],
    ['answering a challenge that we never gave', { challenge: 'A'.repeat(43) }],
    ['said to be another person’s', { handle: Buffer.from(BORIS).toString('base64url') }],
    ['signed by another device', { signer: new SoftAuthenticator() }],
    ['of another ceremony', { type: 'webauthn.create' }],
    ['whose counter stands still', { counter: 1 }],
    ['whose counter goes back', { counter: 0 }],
    ['that nobody has', { id: 'AAAA' }],
  ])('%s signs nobody in', async (_what, lies) => {
    expect(await shownWith(lies)).toBe(false);
  });

  test('is taken once: the same answer again is worth nothing, nor is its challenge', async () => {
    const { device } = await (await signedIn(OFFICER)).newPasskey();
    const [first, second] = [browser(), browser()];
    const options = await first.askForPasskey();
    const response = device.show(options);
    expect(await first.showPasskey(response)).toBe(true);
    expect(await second.showPasskey(response)).toBe(false);
    expect(await second.showPasskey(device.show(options)), 'signed anew').toBe(false);
    expect(await second.viewer()).toBeNull();
  });

  test('is not taken from one session for another, nor from a visitor for a session', async () => {
    const { device } = await (await signedIn(OFFICER)).newPasskey();
    const [here, there, visitor] = [await signedIn(OFFICER), await signedIn(OFFICER), browser()];
    expect(await there.showPasskey(device.show(await here.askForPasskey()))).toBe(false);
    expect(await there.showPasskey(device.show(await visitor.askForPasskey()))).toBe(false);
    expect(await visitor.showPasskey(device.show(await here.askForPasskey()))).toBe(false);
    expect(await here.showPasskey(device.show(await here.askForPasskey())), 'in its own it is').toBe(true);
  });

  test('comes too late after five minutes', async () => {
    const { device } = await (await signedIn(OFFICER)).newPasskey();
    const visitor = browser();
    const options = await visitor.askForPasskey();
    await sql(`update sign_in_verification set expires_at = now() - interval '1 second'`);
    expect(await visitor.showPasskey(device.show(options))).toBe(false);
  });

  test('of somebody else is no second step, and does not sign one over to them', async () => {
    const { device } = await (await signedIn(GUEST)).newPasskey();
    await (await signedIn(OFFICER)).newPasskey();
    const anna = await signedIn(OFFICER);
    expect(await anna.showPasskey(device.show(await anna.askForPasskey()))).toBe(false);
    expect(await anna.viewer()).toBeNull();
  });

  test('of somebody who is suspended opens nothing', async () => {
    const { device } = await (await signedIn(GUEST)).newPasskey();
    const visitor = browser();
    const options = await visitor.askForPasskey();
    await sql('update person set suspended_at = now() where id = ?', [BORIS]);
    const isShown = await visitor.showPasskey(device.show(options));
    await sql('update person set suspended_at = null');
    expect(isShown).toBe(false);
  });

  test.each<[string, Lies]>([
    ['by a page of another origin', { origin: 'https://evil.example' }], ['for another site', { host: 'evil.example' }],
    ['by a device that has not asked who is there', { isVerified: false }], ['for another challenge', { challenge: 'A'.repeat(43) }], ['in another ceremony', { type: 'webauthn.get' }],
  ])('made %s is not kept', async (_what, lies) => {
    const anna = await signedIn(OFFICER);
    expect(await anna.addPasskey('Telephone', new SoftAuthenticator().make(await anna.beginPasskey(), lies))).toEqual({ isAdded: false, recoveryCodes: [] });
    expect(await anna.viewer()).toBeNull();
    expect(await sql('select from passkey')).toEqual([]);
  });

  test('is not kept twice, nor taken over from its owner', async () => {
    const { device } = await (await signedIn(OFFICER)).newPasskey();
    const boris = await signedIn(GUEST);
    expect(await boris.addPasskey('Mine', device.make(await boris.beginPasskey()))).toMatchObject({ isAdded: false });
    expect(await sql<{ owner: string }>('select person_id as owner from passkey')).toEqual([{ owner: ANNA }]);
  });

  test.each([{}, { id: 1 }, { id: null, response: null }, { id: 'x'.repeat(900) }, { response: { clientDataJSON: '{}' } }])('that is none is refused: %j', async (response) => {
    const anna = await signedIn(OFFICER);
    expect(await anna.showPasskey(response as never)).toBe(false);
    expect(await anna.addPasskey('x', response as never)).toMatchObject({ isAdded: false });
  });

  test('is renamed and removed by its owner alone', async () => {
    const anna = await signedIn(OFFICER);
    await anna.newPasskey();
    await anna.newPasskey('Key on my desk');
    const mine = async (): Promise<{ id: string; name: string }[]> => ((await anna.ask('{ viewer { passkeys { id name addedAt lastUsedAt } } }')).data!.viewer as { passkeys: { id: string; name: string }[] }).passkeys;
    const [first] = await mine();
    const boris = await signedIn(GUEST);
    const rename = (who: Browser, name: string) => who.act('($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { isDone } }', { id: first!.id, name });
    const code = async (name: string): Promise<string | undefined> => (await anna.ask('mutation ($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { isDone } }', { id: first!.id, name })).code;
    const remove = (who: Browser) => who.act('($id: ID!) { removePasskey(id: $id) { isDone } }', { id: first!.id });
    expect([await rename(boris, 'Taken'), await remove(boris)]).toEqual([{ isDone: false }, { isDone: false }]);
    expect((await boris.ask('query ($id: ID!) { node(id: $id) { id } }', { id: first!.id })).data).toEqual({ node: null });
    expect([await code('Tel. +355 69 234 5678'), await code('Tel. +355 69 234 5678 '.repeat(9)), await code('x'.repeat(61))]).toEqual(['VICTIM_DATA', 'VICTIM_DATA', 'BAD_USER_INPUT']);
    expect(await rename(anna, ' My telephone ')).toEqual({ isDone: true });
    expect((await mine()).map(({ name }) => name)).toEqual(['My telephone', 'Key on my desk']);
    expect(await remove(anna)).toEqual({ isDone: true });
    expect(await mine()).toHaveLength(1);
  });

  test('has a name that tells nothing of anybody, and is one', async () => {
    const anna = await signedIn(OFFICER);
    for (const name of ['', '  ', 'x'.repeat(61)]) expect(await code(anna, 'mutation ($name: String!) { addPasskey(name: $name, response: {}) { isAdded } }', { name })).toBe('BAD_USER_INPUT');
    expect(await code(anna, 'mutation { addPasskey(name: "JMBG 0101990710008", response: {}) { isAdded } }')).toBe('VICTIM_DATA');
  });
});
