/** Keys through the whole server, and what attackers try with them; passkeys have a file of their own. */
import { describe, expect, test } from 'vitest';
import { resetKeys } from '../../src/keys/index.ts';
import { Browser } from './browser.ts';
import { ask, UNLIMITED } from './harness.ts';
import { ANNA, BORIS, GUEST, keysWorld, OFFICER } from './keys-world.ts';
import { codeOf } from './soft-authenticator.ts';

const { server, links, sql, browser, signedIn } = keysWorld();
const INVENTED = 'scac.rs@passerelle.example';

const stepUp = async (who: Browser): Promise<unknown> => (await who.ask('{ secondStep { isDue isFresh isRequired hasPasskeys hasAuthenticator recoveryCodes } }')).data!.secondStep;
const later = (minutes: number): Promise<unknown> => sql(`update sign_in_session set key_shown_at = key_shown_at - ? * interval '1 minute', created_at = created_at - ? * interval '1 minute'`, [minutes, minutes]);
const code = async (who: Browser, document: string, variables = {}): Promise<string | undefined> => (await who.ask(document, variables)).code;

describe('the second step', () => {
  test('is due for whoever must have a key, until one is set up; not for others', async () => {
    const [anna, boris] = [browser(), browser()];
    expect([await anna.link(links, OFFICER), await boris.link(links, GUEST)]).toEqual([true, false]);
    expect([await anna.viewer(), await boris.viewer()]).toEqual([null, 'Boris']);
    expect(await stepUp(anna)).toEqual({ isDue: true, isFresh: true, isRequired: true, hasPasskeys: false, hasAuthenticator: false, recoveryCodes: 0 });
    const { added } = await anna.newAuthenticator();
    expect(added).toMatchObject({ isAdded: true });
    expect(await anna.viewer()).toBe('Anna');
    expect(await stepUp(anna)).toEqual({ isDue: false, isFresh: true, isRequired: true, hasPasskeys: false, hasAuthenticator: true, recoveryCodes: 10 });
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
    expect(await code(guest, 'mutation { beginPasskey { options } }')).toBe('BAD_USER_INPUT');
    expect(await code(guest, 'mutation { beginAuthenticator { secret } }')).toBe('BAD_USER_INPUT');
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

describe('an application that makes codes', () => {
  test.each(['000000', '12345', 'abcdef', '', ' ', '1234567', '٠٠٠٠٠٠', '-00001', '1e5'])('does not make %j', async (wrong) => {
    const anna = await signedIn(OFFICER);
    const secret = await anna.beginAuthenticator();
    if ([-1, 0, 1].some((step) => codeOf(secret, step) === wrong)) return;
    expect(await anna.addAuthenticator(wrong)).toEqual({ isAdded: false, recoveryCodes: [] });
    expect(await anna.viewer()).toBeNull();
    expect(await anna.addAuthenticator(codeOf(secret))).toMatchObject({ isAdded: true });
  });

  test('has each code used once, and none before it', async () => {
    const anna = await signedIn(OFFICER);
    const { secret } = await anna.newAuthenticator();
    const shown = async (halfMinutes: number): Promise<boolean | undefined> => (await signedIn(OFFICER)).showCode(codeOf(secret, halfMinutes));
    expect(await shown(-1), 'the code of the set-up').toBe(false);
    expect(await shown(0)).toBe(true);
    expect(await shown(0), 'replayed').toBe(false);
    expect(await shown(1)).toBe(true);
    expect(await shown(0), 'an earlier one').toBe(false);
    expect(await shown(5), 'of another time').toBe(false);
    await sql('update authenticator set last_step = 0');
    expect(await shown(0), 'it is the step that refuses it').toBe(true);
  });

  test('has a code used by one of ten who come at once', async () => {
    const { secret } = await (await signedIn(OFFICER)).newAuthenticator();
    const tries = [];
    for (let n = 0; n < 10; n += 1) tries.push(await signedIn(OFFICER));
    const answers = await Promise.all(tries.map((each) => each.showCode(codeOf(secret))));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('is nothing for another person', async () => {
    const { secret } = await (await signedIn(OFFICER)).newAuthenticator();
    const boris = await signedIn(GUEST);
    expect(await boris.showCode(codeOf(secret))).toBe(false);
    await boris.newAuthenticator();
    const again = await signedIn(GUEST);
    expect(await again.showCode(codeOf(secret))).toBe(false);
    expect(await again.viewer()).toBeNull();
  });

  test('has its secret kept so that the database alone cannot make a code, and no other row can use it', async () => {
    const { secret } = await (await signedIn(OFFICER)).newAuthenticator();
    const kept = JSON.stringify([await sql('select * from authenticator'), await sql('select * from sign_in_verification'), await sql('select * from mail')]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString('base64'));
    // Put into somebody else's row it opens nothing.
    await (await signedIn(GUEST)).newAuthenticator();
    await sql('update authenticator set secret = (select secret from authenticator where person_id = ?), last_step = 0 where person_id = ?', [ANNA, BORIS]);
    const boris = await signedIn(GUEST);
    expect(await boris.showCode(codeOf(secret))).not.toBe(true);
    expect(await boris.viewer()).toBeNull();
  });

  test('is another one after it was set up anew: codes of the first are worth nothing', async () => {
    const anna = await signedIn(OFFICER);
    const first = await anna.newAuthenticator();
    const second = await anna.newAuthenticator();
    expect(second.added).toEqual({ isAdded: true, recoveryCodes: [] });
    const again = await signedIn(OFFICER);
    expect([await again.showCode(codeOf(first.secret)), await again.showCode(codeOf(second.secret))]).toEqual([false, true]);
  });

  test('has to be confirmed within ten minutes, in the session that asked for it', async () => {
    const anna = await signedIn(OFFICER);
    const secret = await anna.beginAuthenticator();
    const elsewhere = await signedIn(OFFICER);
    expect(await elsewhere.addAuthenticator(codeOf(secret))).toMatchObject({ isAdded: false });
    await sql(`update sign_in_verification set expires_at = now() - interval '1 second'`);
    expect(await anna.addAuthenticator(codeOf(secret))).toMatchObject({ isAdded: false });
  });
});

describe('the last key of somebody who must have one', () => {
  const removeAuthenticator = (who: Browser) => who.act<{ isDone: boolean }>('{ removeAuthenticator { isDone } }');

  test('cannot be removed; with another it can', async () => {
    const anna = await signedIn(OFFICER);
    await anna.newAuthenticator();
    expect(await removeAuthenticator(anna)).toEqual({ isDone: false });
    await anna.newPasskey();
    expect(await removeAuthenticator(anna)).toEqual({ isDone: true });
    expect(await sql('select from recovery_codes')).toHaveLength(1);
  });

  test('that is another’s device is worth nothing once it is removed, nor is a session that began with it', async () => {
    const [here, there, visitor] = [await signedIn(OFFICER), browser(), browser()];
    await here.newAuthenticator();
    const { device } = await here.newPasskey();
    expect(await there.showPasskey(device.show(await there.askForPasskey()))).toBe(true);
    const asked = await visitor.askForPasskey();
    expect([await here.viewer(), await there.viewer()]).toEqual(['Anna', 'Anna']);
    const [{ uuid }] = (await sql<{ uuid: string }>('select uuid from passkey')) as [{ uuid: string }];
    expect(await here.act('($id: ID!) { removePasskey(id: $id) { isDone } }', { id: `Passkey_${uuid}` })).toEqual({ isDone: true });
    expect([await here.viewer(), await there.viewer()]).toEqual(['Anna', null]);
    expect(await visitor.showPasskey(device.show(asked))).toBe(false);
  });

  test('of two that go at once stays', async () => {
    const anna = await signedIn(OFFICER);
    await anna.newAuthenticator();
    await anna.newPasskey();
    const [{ uuid }] = (await sql<{ uuid: string }>('select uuid from passkey')) as [{ uuid: string }];
    const answers = await Promise.all([removeAuthenticator(anna), anna.act<{ isDone: boolean }>('($id: ID!) { removePasskey(id: $id) { isDone } }', { id: `Passkey_${uuid}` })]);
    expect(answers.map((answer) => answer!.isDone).sort()).toEqual([false, true]);
  });

  test('goes where nobody asked for one, and the recovery codes with it', async () => {
    const boris = await signedIn(GUEST);
    await boris.newAuthenticator();
    expect(await removeAuthenticator(boris)).toEqual({ isDone: true });
    expect([await sql('select from authenticator'), await sql('select from recovery_codes')]).toEqual([[], []]);
    expect(await (await signedIn(GUEST)).viewer()).toBe('Boris');
  });
});

describe('a recovery code', () => {
  test('is one of ten, given once, kept as a hash, and used once, however it is typed', async () => {
    const anna = await signedIn(OFFICER);
    const { added } = await anna.newAuthenticator();
    const codes = added!.recoveryCodes;
    expect(new Set(codes).size).toBe(10);
    for (const each of codes) expect(each).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(JSON.stringify(await sql('select * from recovery_codes'))).not.toMatch(new RegExp(codes.join('|')));
    const again = await signedIn(OFFICER);
    expect(await again.showRecoveryCode('0000-0000-0000-0000')).toBe(false);
    expect(await again.showRecoveryCode(` ${codes[3]!.toLowerCase().replaceAll('-', ' ')} `)).toBe(true);
    expect(await stepUp(again)).toMatchObject({ isDue: false, recoveryCodes: 9 });
    expect(await (await signedIn(OFFICER)).showRecoveryCode(codes[3]!), 'a second time').toBe(false);
    expect(await (await signedIn(OFFICER)).showRecoveryCode(codes[4]!), 'another').toBe(true);
  });

  test('is used by one of ten who come at once', async () => {
    const { added } = await (await signedIn(OFFICER)).newAuthenticator();
    const tries = [];
    for (let n = 0; n < 10; n += 1) tries.push(await signedIn(OFFICER));
    const answers = await Promise.all(tries.map((each) => each.showRecoveryCode(added!.recoveryCodes[0]!)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('of another person, or of a set before, opens nothing', async () => {
    const { added } = await (await signedIn(OFFICER)).newAuthenticator();
    const boris = await signedIn(GUEST);
    await boris.newAuthenticator();
    expect(await (await signedIn(GUEST)).showRecoveryCode(added!.recoveryCodes[0]!)).toBe(false);
    const anna = await signedIn(OFFICER);
    await anna.showRecoveryCode(added!.recoveryCodes[1]!);
    const { recoveryCodes } = (await anna.act<{ recoveryCodes: string[] }>('{ renewRecoveryCodes { recoveryCodes } }'))!;
    expect(recoveryCodes).toHaveLength(10);
    expect(await (await signedIn(OFFICER)).showRecoveryCode(added!.recoveryCodes[2]!)).toBe(false);
    expect(await (await signedIn(OFFICER)).showRecoveryCode(recoveryCodes[0]!)).toBe(true);
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

describe('guessing', () => {
  test('of codes is limited for each person, in all processes, and keeps nobody from a passkey', async () => {
    const anna = await signedIn(OFFICER);
    const { secret } = await anna.newAuthenticator();
    const { device } = await anna.newPasskey();
    await sql('delete from rate_limit');
    const limited = await server().beside({ sendLink: async (link) => void links.push(link), signInLimits: { ...UNLIMITED, codePerPerson: { points: 5, seconds: 900 } } });
    const tries = new Browser(limited);
    await tries.link(links, OFFICER);
    for (const wrong of ['000000', '111111', 'x']) await tries.showCode(wrong);
    for (const wrong of ['a', 'b']) await tries.showRecoveryCode(wrong);
    const refused = await tries.ask('mutation ($code: String!) { showCode(code: $code) { isShown } }', { code: codeOf(secret) });
    expect({ status: refused.status, code: refused.code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect(refused.errors![0]!.extensions.params!.seconds).toBeGreaterThan(14 * 60);
    const elsewhere = new Browser(limited);
    await elsewhere.link(links, OFFICER);
    expect(await elsewhere.showCode(codeOf(secret)), 'from another session').toBeUndefined();
    expect(await elsewhere.showPasskey(device.show(await elsewhere.askForPasskey()))).toBe(true);
    await sql('delete from rate_limit');
    expect(await tries.showCode(codeOf(secret)), 'it was the limit').toBe(true);
  });

  test('and asking are limited for each network', async () => {
    await sql('delete from rate_limit');
    const limited = await server().beside({ signInLimits: { ...UNLIMITED, keyPerNetwork: { points: 5, seconds: 300 } } });
    const visitor = new Browser(limited);
    for (let n = 0; n < 5; n += 1) await visitor.askForPasskey();
    expect(await code(visitor, 'mutation { showPasskey(response: {}) { isShown } }')).toBe('RATE_LIMITED');
    expect(await code(visitor, 'mutation { askForPasskey { options } }')).toBe('RATE_LIMITED');
  });
});

describe('whoever has a key', () => {
  const mails = async (): Promise<string[]> => (await sql<{ text: string; locale: string }>(`select text, locale from mail where template = 'keysChanged' order by created_at, uuid`)).map(({ text, locale }) => `${locale} ${text}`);

  test('is told by mail, in their language, of each that comes, goes or is used up; not of names', async () => {
    const anna = await signedIn(OFFICER);
    const { added } = await anna.newAuthenticator();
    await anna.newPasskey('Secret name');
    await (await signedIn(OFFICER)).showRecoveryCode(added!.recoveryCodes[0]!);
    await anna.act('{ removeAuthenticator { isDone } }');
    const told = await mails();
    expect(told).toHaveLength(4);
    expect(new Set(told).size).toBe(4);
    for (const mail of told) expect(mail).toMatch(/^el /);
    expect(told.join()).not.toMatch(new RegExp(`Secret name|${added!.recoveryCodes.join('|')}`));
  });

  test('is not told where nothing came of it', async () => {
    const anna = await signedIn(OFFICER);
    await anna.beginAuthenticator();
    await anna.addAuthenticator('x');
    expect(await mails()).toEqual([]);
  });

  test('finds it in the trail: what came, changed, was used and went, as their own doing', async () => {
    const anna = await signedIn(OFFICER);
    const { added } = await anna.newAuthenticator();
    await anna.newPasskey('Telephone');
    const [{ uuid }] = (await sql<{ uuid: string }>('select uuid from passkey')) as [{ uuid: string }];
    await anna.act('($id: ID!) { renamePasskey(id: $id, name: "Desk") { isDone } }', { id: `Passkey_${uuid}` });
    await (await signedIn(OFFICER)).showRecoveryCode(added!.recoveryCodes[0]!);
    await anna.act('{ removeAuthenticator { isDone } }');
    const trail = await sql<{ line: string }>(`
      select concat_ws(' ', action, subject, part, case when part = 'name' then before || ' ' || after end, by_id = about_id) as line
      from audit_entry where subject not in ('SESSION', 'PERSON') order by at, subject`);
    expect(trail.map(({ line }) => line)).toEqual([
      'ADDED AUTHENTICATOR t', 'ADDED RECOVERY_CODES t', 'ADDED PASSKEY t', 'CHANGED PASSKEY name Telephone Desk t', 'CHANGED RECOVERY_CODES used_at t', 'REMOVED AUTHENTICATOR t',
    ]);
  });

  test('who has lost them all gets none back but from the operator, and is told', async () => {
    const anna = await signedIn(OFFICER);
    await anna.newPasskey();
    await resetKeys(server().database.orm.em.fork(), OFFICER.toUpperCase());
    expect(await anna.viewer()).toBeNull();
    const again = browser();
    expect(await again.link(links, OFFICER)).toBe(true);
    expect(await stepUp(again)).toMatchObject({ hasPasskeys: false, recoveryCodes: 0 });
    expect((await again.newPasskey()).added).toMatchObject({ isAdded: true });
    expect(await mails()).toHaveLength(3);
    await expect(resetKeys(server().database.orm.em.fork(), 'nobody@example.org')).rejects.toThrow('Nobody has the address');
  });
});
