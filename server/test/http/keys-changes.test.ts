/** Keys that go, by their person and by the operator, and who is told of it. */
import { describe, expect, test } from 'vitest';
import { resetKeys } from '../../src/keys/index.ts';
import type { Browser } from './browser.ts';
import { ask } from './harness.ts';
import { ANNA, BORIS, GUEST, keysWorld, OFFICER, secondStep } from './keys-world.ts';

const { server, links, sql, browser, signedIn } = keysWorld();

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
});

describe('whoever has lost everything, or has lost control of it,', () => {
  const reset = (email: string): Promise<void> => resetKeys(server().database.orm.em.fork(), email);
  const HELD = ['passkey', 'authenticator', 'recovery_codes', 'sign_in_account', 'sign_in_session', 'address_change', 'calendar_link'];
  const held = async (person: string): Promise<string[]> => {
    const counts = await Promise.all(HELD.map(async (table) => ({ table, rows: await sql(`select from "${table}" where person_id = ?`, [person]) })));
    return counts.filter(({ rows }) => rows.length > 0).map(({ table }) => table);
  };

  /** Somebody who has all that one can sign in with, a link and a change of address that wait, and an address of their calendar. */
  async function filled(email: string, person: string): Promise<Browser> {
    const somebody = await signedIn(email);
    await somebody.newAuthenticator();
    await somebody.newPasskey();
    await sql(`insert into sign_in_account (id, account_id, provider_id, person_id, created_at, updated_at) values (gen_random_uuid(), ?, 'https://provider.example', ?, now(), now())`, [email, person]);
    await sql(`insert into address_change (person_id, email, secret_hash) values (?, ?, 'x')`, [person, `new-${email}`]);
    await sql(`insert into calendar_link (uuid, person_id, locale, secret_hash) values (gen_random_uuid(), ?, 'el', ?)`, [person, email]);
    await ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
    await expect.poll(async () => (await sql('select from sign_in_verification where value like ?', [`%${email}%`])).length).toBe(1);
    return somebody;
  }

  test('loses each thing that opens something to whoever has its secret', async () => {
    const tables = await sql<{ name: string }>(`
      select distinct s.table_name as name from information_schema.columns s join information_schema.columns p using (table_schema, table_name)
      where table_schema = 'public' and s.column_name in ('secret_hash', 'token', 'secret', 'public_key', 'hashes') and p.column_name = 'person_id' order by 1`);
    expect(tables.map(({ name }) => name).filter((name) => !HELD.includes(name))).toEqual([]);
    // The control: there are such tables.
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['address_change', 'calendar_link', 'passkey', 'sign_in_session']));
  });

  test('has nothing left to sign in with but their mail, is signed out everywhere and told; nobody else is', async () => {
    const [anna, boris] = [await filled(OFFICER, ANNA), await filled(GUEST, BORIS)];
    expect([await held(ANNA), await held(BORIS)]).toEqual([HELD, HELD]);
    await reset(OFFICER.toUpperCase());
    expect([await held(ANNA), await held(BORIS)]).toEqual([[], HELD]);
    expect([await anna.viewer(), await boris.viewer()]).toEqual([null, 'Boris']);
    const left = (email: string): Promise<unknown[]> => sql('select from sign_in_verification where value like ?', [`%${email}%`]);
    expect([await left(OFFICER), (await left(GUEST)).length]).toEqual([[], 1]);
    expect(await sql(`select recipient from mail where template = 'keysChanged' and created_at = (select max(created_at) from mail)`)).toEqual([{ recipient: OFFICER }]);
  });

  test('finds it in the trail, as done by nobody who has an account', async () => {
    await filled(OFFICER, ANNA);
    await sql('delete from audit_entry');
    await reset(OFFICER);
    const trail = await sql<{ line: string }>(`select distinct concat_ws(' ', action, subject, by_id is null, about_id = ?) as line from audit_entry order by 1`, [ANNA]);
    expect(trail.map(({ line }) => line)).toEqual(['AUTHENTICATOR', 'CALENDAR_LINK', 'IDENTITY', 'PASSKEY', 'RECOVERY_CODES', 'SESSION'].map((subject) => `REMOVED ${subject} t t`));
  });

  test('begins anew with a link, and sets up a key where one must be had', async () => {
    await filled(OFFICER, ANNA);
    await reset(OFFICER);
    const again = browser();
    expect(await again.link(links, OFFICER)).toBe(true);
    expect(await secondStep(again)).toMatchObject({ hasPasskeys: false, recoveryCodes: 0 });
    expect((await again.newPasskey()).added).toMatchObject({ isAdded: true });
  });

  test('must be somebody', async () => {
    await expect(reset('nobody@example.org')).rejects.toThrow('Nobody has the address');
  });
});
