/** Codes of applications and recovery codes through the whole server: replayed, raced, stolen from the database, guessed. */
import { describe, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { UNLIMITED } from './harness.ts';
import { ANNA, BORIS, code, GUEST, keysWorld, OFFICER, secondStep } from './keys-world.ts';
import { codeOf } from './soft-authenticator.ts';

const { server, links, sql, signedIn } = keysWorld();

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
    const { secret, at } = await anna.newAuthenticator();
    const shown = async (halfMinutes: number): Promise<boolean | undefined> => (await signedIn(OFFICER)).showCode(codeOf(secret, halfMinutes, at));
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
    expect(await secondStep(again)).toMatchObject({ isDue: false, recoveryCodes: 9 });
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
