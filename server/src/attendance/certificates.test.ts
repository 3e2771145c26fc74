/** Certificates of attendance by the API: for whom, by whom, what they say to whoever has their number, and the file. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { certificatesOf, chooseName, type Held, heldSession, type HeldWanted, issue, nobody, outcomesOf, record, revoke, secretOf, verify } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;
let n = 0;

const OVER = { began: '6 hours', lasts: '5 hours' };
const held = (wanted: Partial<HeldWanted> & { count?: number } = {}): Promise<Held> => heldSession(server(), {
  people: Array.from({ length: wanted.count ?? 1 }, () => ({ email: `certified${(n += 1)}@ngo.example`, name: `Ștefan Ђорђевић ${n}` })), organisation, coordinator: headers.ngoCoordinator, ...OVER, ...wanted,
});
/** Somebody who was at a session that is over. */
async function present(): Promise<{ session: string; one: string }> {
  const { session, registrations: [one] } = await held();
  expect(outcomesOf(await record(server(), headers.scac, { registration: one! }))).toEqual(['DONE']);
  return { session, one: one! };
}

/** Somebody with a certificate, whose name they let be shown or not. */
async function certified(isShown = true): Promise<{ session: string; one: string; id: string; number: string; name: string }> {
  const { session, one } = await present();
  expect(await issue(server(), headers.scac, session, [one])).toEqual(['DONE']);
  const [certificate] = await certificatesOf(server(), one);
  if (isShown) await chooseName(server(), await secretOf(server(), certificate!.name), true);
  return { session, one, ...certificate! };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

describe('a certificate', () => {
  test('is for those who were there, and for nobody else: eighteen of twenty', async () => {
    const { session, registrations } = await held({ count: 20 });
    await record(server(), headers.scac, ...registrations.slice(0, 18).map((registration) => ({ registration })), { registration: registrations[18]!, state: 'ABSENT' });
    expect(await issue(server(), headers.scac, session, registrations)).toEqual([...Array.from({ length: 18 }, () => 'DONE'), 'NOT_PRESENT', 'NOT_PRESENT']);
    const [{ count }] = (await owner<{ count: number }>(server(), 'select count(*)::int as count from certificate where session_uuid = ?', [session])) as [{ count: number }];
    expect(count).toBe(18);
    await expect(owner(server(), `insert into certificate (uuid, number, registration_uuid, session_uuid, name) values (gen_random_uuid(), '0000000000000000', ?, ?, 'N')`, [registrations[19], session])).rejects.toThrow(/for who was there/);
  });

  test('is for those who were there for the share of days that is asked for', async () => {
    const { session, registrations: [all, some, few] } = await held({ count: 3, began: '97 hours', lasts: '96 hours' });
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { attendance { days } } }', { id: `TrainingSession_${session}` }, headers.scac);
    const { days } = (data!.trainingSession as { attendance: { days: string[] } }).attendance;
    const on = (registration: string, count: number) => days.slice(0, count).map((day) => ({ registration, day }));
    await record(server(), headers.scac, ...on(all!, days.length), ...on(some!, days.length - 1), ...on(few!, 1));
    const change = (share: number, who: keyof Headers = 'scac') => ask(server(), 'mutation ($id: ID!, $share: Int!) { changeRequiredShare(session: $id, share: $share) { outcome } }', { id: `TrainingSession_${session}`, share }, headers[who]).then((answer) => answer.code ?? (answer.data!.changeRequiredShare as { outcome: string }).outcome);
    expect(await issue(server(), headers.scac, session, [all!, some!, few!])).toEqual(['DONE', 'NOT_PRESENT', 'NOT_PRESENT']);
    expect([await change(0), await change(101), await change(50, 'ngoCoordinator'), await change(50, 'scacElsewhere'), await change(50, 'visitor')]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'NOT_ALLOWED', 'NOT_ALLOWED', 'UNAUTHENTICATED']);
    expect(await change(60)).toBe('DONE');
    expect(await issue(server(), headers.scac, session, [some!, few!])).toEqual(['DONE', 'NOT_PRESENT']);
  });

  test('is issued once the session is over, once, whoever does it at once, and by those who prepare the session', async () => {
    const { session, registrations: [one] } = await held({ began: '1 hour' });
    await record(server(), headers.scac, { registration: one! });
    expect(await issue(server(), headers.scac, session, [one!])).toEqual(['TOO_EARLY']);
    await owner(server(), `update training_session set ends_at = now() where uuid = ?`, [session]);
    for (const role of ['ngoCoordinator', 'ngoMember', 'scacElsewhere', 'expert', 'authority', 'international', 'translator'] as const) expect([role, await issue(server(), headers[role], session, [one!])]).toEqual([role, ['NOT_ALLOWED']]);
    expect(await issue(server(), headers.visitor, session, [one!])).toBe('UNAUTHENTICATED');
    expect(await Promise.all(Array.from({ length: 6 }, (_, i) => issue(server(), i % 2 ? headers.adviser : headers.scac, session, [one!])))).toEqual(Array.from({ length: 6 }, () => ['DONE']));
    expect(await certificatesOf(server(), one!)).toHaveLength(1);
    expect(await issue(server(), headers.scac, session, [nobody()])).toEqual(['GONE']);
    expect(await issue(server(), headers.scac, nobody(), [one!])).toEqual(['GONE']);
  });

  test('keeps what it certifies: presence is not taken back as long as it counts, and a name that is changed later is not its name', async () => {
    const { one, id, name } = await certified();
    expect(outcomesOf(await record(server(), headers.scac, { registration: one, state: 'ABSENT' }, { registration: one }))).toEqual(['CERTIFIED', 'DONE']);
    await owner(server(), `update participant set name = 'Somebody Else' where uuid = (select participant_uuid from registration where uuid = ?)`, [one]);
    expect(await certificatesOf(server(), one)).toMatchObject([{ name }]);
    await expect(owner(server(), `update certificate set name = 'Somebody Else' where uuid = ?`, [id])).rejects.toThrow(/is not changed/);
    expect(await revoke(server(), headers.scac, id)).toBe('DONE');
    expect(outcomesOf(await record(server(), headers.scac, { registration: one, state: 'ABSENT' }))).toEqual(['DONE']);
  });
});

describe('its number', () => {
  test('says to a visitor that it is valid, for which session, and whose it is, however it is written', async () => {
    const { number, name } = await certified();
    const said = { state: 'VALID', name, session: { title: { text: 'A session for tests' } } };
    for (const written of [number, number.toLowerCase(), number.match(/.{4}/g)!.join('-'), ` ${number.match(/.{4}/g)!.join(' ')} `, number.replaceAll('0', 'O').replaceAll('1', 'l')]) expect(await verify(server(), written)).toEqual(said);
  });

  test('says no name where its person has not agreed to it', async () => {
    const { number } = await certified(false);
    expect(await verify(server(), number)).toMatchObject({ state: 'VALID', name: null });
    expect(await verify(server(), number, headers.adviser)).toMatchObject({ name: null });
  });

  test('that is altered in one sign, or is none, says nothing', async () => {
    const { number } = await certified();
    for (const i of [0, 7, 15]) expect(await verify(server(), `${number.slice(0, i)}${number[i] === '5' ? '6' : '5'}${number.slice(i + 1)}`)).toBeNull();
    for (const none of ['', 'x', '%', `${number}0`, number.slice(1)]) expect(await verify(server(), none)).toBeNull();
  });

  test('says at once that it was revoked, and no longer whose it was', async () => {
    const { id, number } = await certified();
    expect(await revoke(server(), headers.adviser, id)).toBe('DONE');
    expect(await verify(server(), number)).toMatchObject({ state: 'REVOKED', name: null });
    expect(await revoke(server(), headers.scac, id)).toBe('DONE');
    const [trail] = await owner<{ count: number }>(server(), `select count(*)::int as count from audit_entry where subject = 'CERTIFICATE' and object = ? and part = 'revoked_at'`, [id]);
    expect(trail).toEqual({ count: 1 });
  });
});

describe('revoking', () => {
  test('is for those who prepare the session, with a reason that names no victim; a new certificate has a number of its own', async () => {
    const { session, one, id, number } = await certified();
    for (const role of ['ngoCoordinator', 'ngoMember'] as const) expect([role, await revoke(server(), headers[role], id)]).toEqual([role, 'NOT_ALLOWED']);
    for (const role of ['scacElsewhere', 'expert', 'authority', 'international', 'translator'] as const) expect([role, await revoke(server(), headers[role], id)]).toEqual([role, 'GONE']);
    expect(await revoke(server(), headers.visitor, id)).toBe('UNAUTHENTICATED');
    expect([await revoke(server(), headers.scac, id, ' '), await revoke(server(), headers.scac, id, 'Call +381 64 123 4567, passport 012345678.')]).toEqual(['BAD_USER_INPUT', 'VICTIM_DATA']);
    expect(await verify(server(), number)).toMatchObject({ state: 'VALID' });
    expect(await revoke(server(), headers.ssi, id)).toBe('DONE');
    expect(await issue(server(), headers.scac, session, [one])).toEqual(['DONE']);
    const [old, fresh] = await certificatesOf(server(), one);
    expect([old!.revoked, fresh!.revoked, old!.number === fresh!.number]).toEqual([true, false, false]);
  });
});

describe('the file', () => {
  const file = (id: string, who: keyof Headers, languages = 'fr,sr-Cyrl') => fetch(`${server().address}/certificate/Certificate_${id}.pdf?languages=${languages}`, { headers: headers[who] });

  test('is for those who prepare the session and who registers for the organisation, in two languages of the sixteen', async () => {
    const { id, number, name } = await certified();
    for (const role of ['scac', 'ssi', 'adviser', 'assistant', 'ngoCoordinator', 'ngoMember'] as const) {
      const answer = await file(id, role);
      expect([role, answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('content-disposition')]).toEqual([role, 200, 'application/pdf', 'private, no-store', `attachment; filename="passerelle-${number}.pdf"`]);
    }
    for (const role of ['visitor', 'suspended', 'scacElsewhere', 'expert', 'authority', 'international', 'translator'] as const) expect([role, (await file(id, role)).status]).toEqual([role, 404]);
    for (const languages of ['', 'fr', 'fr,fr', 'fr,xx', 'fr,en,sq']) expect([languages, (await file(id, 'scac', languages)).status]).toEqual([languages, 404]);
    const task = getDocument({ data: new Uint8Array(await (await file(id, 'scac')).arrayBuffer()), verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ').replaceAll(/\s+/g, ' ');
    await task.destroy();
    for (const part of [name, 'Attestation de présence', 'Потврда о учешћу', '1 / 1', number.match(/.{4}/g)!.join('-'), `/fr/verify/${number}`]) expect(text).toContain(part);
  });

  test('is no longer there once it is revoked', async () => {
    const { id } = await certified();
    await revoke(server(), headers.scac, id);
    expect((await file(id, 'scac')).status).toBe(404);
    expect((await file(nobody(), 'scac')).status).toBe(404);
  });
});

describe('the link in the mail', () => {
  const own = (secret: string, languages = 'sr-Cyrl,fr', more: Record<string, string> = {}) => fetch(`${server().address}/certificate/own.pdf?languages=${languages}`, { headers: { authorization: `Bearer ${secret}`, ...more } });
  const secretsOf = async (name: string): Promise<string[]> => {
    const mails = await owner<{ text: string; recipient: string }>(server(), `select text, recipient from mail where template = 'registrationCertificate' and text like ? order by created_at`, [`%${name}\n%`]);
    return mails.map(({ text }) => /\/certificate#([\w-]{32})(?![\w-])/.exec(text)![1]!);
  };

  test('is sent to who was there, once, in their language, and gives them their certificate without an account', async () => {
    const { session, one, number, name } = await certified();
    expect(await issue(server(), headers.adviser, session, [one])).toEqual(['DONE']);
    const secrets = await secretsOf(name);
    expect(secrets).toHaveLength(1);
    const answer = await own(secrets[0]!);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', 'private, no-store', `attachment; filename="passerelle-${number}.pdf"`]);
  });

  test('is kept as a hash, stands in no list, and opens nothing but its own', async () => {
    const { id, name } = await certified();
    const [secret] = await secretsOf(name);
    const [row] = await owner<Record<string, string>>(server(), 'select * from certificate where uuid = ?', [id]);
    expect(JSON.stringify(row)).not.toContain(secret);
    for (const wrong of ['', 'x', row!.secret_hash!, `${secret!.slice(0, -1)}${secret!.endsWith('A') ? 'B' : 'A'}`, `${secret!}A`]) expect([wrong, (await own(wrong)).status]).toEqual([wrong, 404]);
    expect((await fetch(`${server().address}/certificate/own.pdf?languages=fr,en`, { headers: headers.scac })).status).toBe(404);
    for (const languages of ['', 'fr', 'fr,fr', 'fr,xx']) expect([languages, (await own(secret!, languages)).status]).toEqual([languages, 404]);
  });

  test('leads to nothing once the certificate is revoked; that of the next one is another', async () => {
    const { session, one, id, name } = await certified();
    const [old] = await secretsOf(name);
    await revoke(server(), headers.scac, id);
    expect((await own(old!)).status).toBe(404);
    expect(await issue(server(), headers.scac, session, [one])).toEqual(['DONE']);
    const [, fresh] = await secretsOf(name);
    expect([fresh === old, (await own(fresh!)).status, (await own(old!)).status]).toEqual([false, 200, 404]);
  });
});
