/** Bringing documents to a session and giving them to those whom they are for, over HTTP. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner, register } from '../registrations/world.fixture.ts';
import { checkFile } from '../core/files/check-file.ts';
import { pdf, photograph } from '../core/files/files.fixture.ts';
import { Outgoing } from '../core/files/give-file.ts';
import { bringDocument, type BroughtDocument, documentIn, type GivenDocument } from './documents.fixture.ts';
import { hang } from './slow-files.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let session: string;

const bring = (role: Role, to: string, given?: GivenDocument): Promise<BroughtDocument> => bringDocument(server().address, headers[role], to, given);
const fetchFile = (role: Role, key: string): Promise<Response> => fetch(`${server().address}/documents/SessionDocument_${key}`, { headers: headers[role] });
const listed = async (role: Role, of: string): Promise<string[]> => {
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { documents { id title { text } locale kind size visibility } } }', { id: `TrainingSession_${of}` }, headers[role]);
  return ((data!.trainingSession as { documents: { id: string }[] } | null)?.documents ?? []).map(({ id }) => id);
};
const stored = (key: string): Promise<{ size: number; kind: string }[]> => owner(server(), 'select size, kind from session_document where uuid = ?', [key]);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 5, country: 'RS' });
  // As where real people are.
  await owner(server(), 'delete from demonstration');
});

describe('a file', () => {
  test('is brought by those who prepare the session, and by nobody else', async () => {
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect((await bring(role, session)).outcome, role).toBe('DONE');
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'expert', 'authority', 'translator'] as const) expect(await bring(role, session), role).toMatchObject({ status: 403, outcome: 'NOT_ALLOWED' });
    expect(await bring('visitor', session)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await bring('adviser', randomUUID())).toMatchObject({ status: 404, outcome: 'GONE' });
  });

  test('is sent by pages of this site alone', async () => {
    const refused = { status: 400, code: 'BAD_REQUEST' };
    expect(await bring('adviser', session, { more: { 'sec-fetch-site': 'cross-site', origin: 'https://example.org' } })).toMatchObject(refused);
    expect(await bring('adviser', session, { more: { 'content-type': 'multipart/form-data; boundary=x' } })).toMatchObject(refused);
    expect(await bring('adviser', session, { more: { 'x-document': '' } })).toMatchObject(refused);
    expect(await bring('adviser', session, { visibility: 'NOBODY' })).toMatchObject(refused);
  });

  test('that is not taken is stored nowhere, and says why', async () => {
    const tried = [await bring('adviser', session, { file: Buffer.from('MZ') }), await bring('adviser', session, { file: Buffer.alloc(10_000_001) }), await bring('adviser', session, { file: pdf(['<< /S /JavaScript >>']) }), await bring('adviser', session, { title: ' ' })];
    expect(tried.map(({ status, outcome }) => `${status} ${outcome!}`)).toEqual(['415 UNSUPPORTED', '413 TOO_LARGE', '400 ACTIVE', '400 TITLE']);
    for (const { key } of tried) expect(await stored(key)).toEqual([]);
    expect(await bring('adviser', session, { title: 'Ana, 17 ans, +355 69 234 5678' })).toMatchObject({ status: 400, code: 'VICTIM_DATA' });
  });

  test('that is too large and does not say how long it is ends as soon as it is', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) });
    const said = encodeURIComponent(JSON.stringify({ key: randomUUID(), title: 'T', locale: 'fr', visibility: 'EVERYBODY' }));
    const response = await fetch(`${server().address}/documents/TrainingSession_${session}`, { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/octet-stream', 'x-document': said, ...headers.adviser } } as RequestInit);
    expect(response.status).toBe(413);
  });

  test('that is brought twice under its key is there once; a full session takes no other', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) expect((await bring('scac', own, { key })).outcome).toBe('DONE');
    expect(await listed('visitor', own)).toEqual([`SessionDocument_${key}`]);
    for (let n = 0; n < 29; n += 1) await documentIn(server(), own);
    expect(await bring('scac', own)).toMatchObject({ status: 409, outcome: 'TOO_MANY' });
    expect((await bring('scac', own, { key })).outcome).toBe('DONE');
  });

  test('that is another one under a key that is there is not said to be taken', async () => {
    const { key } = await bring('adviser', session);
    expect(await bring('adviser', session, { key, file: await photograph('png') })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await bring('adviser', session, { key, visibility: 'TRAINERS' })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect((await stored(key))[0]).toMatchObject({ kind: 'PDF' });
  });

  test('finds no room where its session, or all together, have what they may have', async () => {
    const [own, other] = [await addSession(server(), { places: 5, country: 'RS' }), await addSession(server(), { places: 5, country: 'RS' })];
    await documentIn(server(), own, { size: 99_999_990 });
    expect(await bring('adviser', own)).toMatchObject({ status: 409, outcome: 'TOO_MANY' });
    await documentIn(server(), other, { size: 1_999_000_000 });
    expect(await bring('scac', session)).toMatchObject({ status: 507, outcome: 'FULL' });
    await owner(server(), 'delete from training_session where uuid = any(?::uuid[])', [`{${own},${other}}`]);
    expect((await bring('scac', session)).outcome).toBe('DONE');
  });

  test('takes a place once it is known who brings it, and one of theirs: the next of theirs waits for it, and keeps nobody else out', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    const end = await hang(server().address, headers.adviser, own);
    const came: (string | undefined)[] = [];
    const four = Array.from({ length: 4 }, () => bring('adviser', own).then(({ status, outcome }) => came.push(`${status} ${outcome!}`)));
    // Three wait, and one of the four is told at once that there is no room to.
    await Promise.race(four);
    expect(came).toEqual(['503 BUSY']);
    for (let n = 0; n < 4; n += 1) expect((await bring('authority', own)).outcome).toBe('NOT_ALLOWED');
    expect((await bring('scac', own)).outcome).toBe('DONE');
    expect(came).toEqual(['503 BUSY']);
    await end();
    await Promise.all(four);
    expect(came).toEqual(['503 BUSY', '201 DONE', '201 DONE', '201 DONE']);
  });

  test('finds no room on a full disk: that is said, and nothing is there', async () => {
    await owner(server(), `create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$`);
    await owner(server(), 'create trigger full_disk before insert on session_document_file for each row execute function full_disk()');
    const { key, status, outcome } = await bring('adviser', session);
    await owner(server(), 'drop trigger full_disk on session_document_file');
    expect([status, outcome, await stored(key)]).toEqual([507, 'FULL', []]);
  });

  test('is not brought to a session that was called off or put away', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    await owner(server(), `update training_session set stage = 'ARCHIVED' where uuid = ?`, [own]);
    expect(await bring('adviser', own)).toMatchObject({ status: 409, outcome: 'TOO_LATE' });
  });
});

describe('a document', () => {
  test('is saved and never shown, as what it is and not as what anybody called it', async () => {
    const { key } = await bring('adviser', session, { title: 'Програма "1" / <b>', file: pdf() });
    const response = await fetchFile('visitor', key);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control', 'cross-origin-resource-policy'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('Програма 1 b.pdf')}`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'same-origin',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals((await checkFile(pdf())).bytes)).toBe(true);
    const name = async (title: string): Promise<string> => (await fetchFile('visitor', (await bring('scac', session, { title })).key)).headers.get('content-disposition')!.split("''")[1]!;
    expect([await name('a\u202Egpj.exe\u200B'), await name('...'), await name('/')]).toEqual(['agpj.exe.pdf', 'document.pdf', 'document.pdf']);
    expect((await bring('scac', session, { title: '\u202E\u200B' })).outcome).toBe('TITLE');
  });

  test('comes in slices, whole; who asks only what it is gets nothing of it', async () => {
    const file = pdf([Buffer.concat([Buffer.from('<< /Length 1300000 >>\nstream\n'), randomBytes(1_300_000), Buffer.from('\nendstream')])]);
    const { key } = await bring('adviser', await addSession(server(), { places: 5, country: 'RS' }), { file });
    const size = (await stored(key))[0]!.size;
    const bytes = Buffer.from(await (await fetchFile('visitor', key)).arrayBuffer());
    expect([size > 1_300_000, bytes.length, bytes.equals((await checkFile(file)).bytes)]).toEqual([true, size, true]);
    const head = await fetch(`${server().address}/documents/SessionDocument_${key}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, String(size), 0]);
  });

  test('waits where too many are on their way to one network', () => {
    const outgoing = new Outgoing();
    const begun = Array.from({ length: 8 }, () => outgoing.begin('192.0.2.1'));
    expect([begun.every(Boolean), outgoing.begin('192.0.2.1'), outgoing.begin('192.0.2.2')]).toEqual([true, undefined, expect.any(Function)]);
    begun[0]!();
    expect(outgoing.begin('192.0.2.1')).toBeDefined();
  });

  test('of a demonstration, where anybody may sign in as somebody, is for nobody who has not', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    const { key } = await bring('adviser', own);
    const seen = async (role: Role): Promise<unknown> => [(await fetchFile(role, key)).status, (await listed(role, own)).includes(`SessionDocument_${key}`)];
    expect([await seen('visitor'), await seen('authority')]).toEqual([[200, true], [200, true]]);
    await owner(server(), 'insert into demonstration default values');
    const during = [await seen('visitor'), await seen('authority'), await owner(server(), 'delete from demonstration')].slice(0, 2);
    expect(during).toEqual([[404, false], [200, true]]);
  });

  test('that is a photograph is given without what the camera wrote beside it', async () => {
    const { key } = await bring('adviser', session, { file: await photograph('jpeg') });
    expect(Buffer.from(await (await fetchFile('visitor', key)).arrayBuffer()).includes('Somebody')).toBe(false);
  });

  test('is for everybody, for those with a place, or for the trainers: by whatever way it is asked for', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    const keys: Record<string, string> = {};
    for (const visibility of ['EVERYBODY', 'REGISTERED', 'TRAINERS'] as const) keys[visibility] = (await bring('adviser', own, { visibility })).key;
    const organisation = (await owner<{ slug: string }>(server(), `select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.ngoCoordinator]))[0]!.slug;
    expect((await register(server(), headers.ngoCoordinator, { session: own, organisation, people: [{ email: PEOPLE.international }] })).code).toBeUndefined();
    await owner(server(), `insert into session_trainer (session_uuid, expert_uuid, position) select ?, uuid, 1 from expert where person_id = (select id from person where email = ?)`, [own, PEOPLE.expert]);
    const seenBy: Readonly<Record<string, readonly Role[]>> = {
      EVERYBODY: ROLES, REGISTERED: ['adviser', 'assistant', 'scac', 'ssi', 'expert', 'ngoCoordinator', 'ngoMember', 'international'], TRAINERS: ['adviser', 'assistant', 'scac', 'ssi', 'expert'],
    };
    for (const [visibility, key] of Object.entries(keys)) {
      for (const role of ROLES) {
        const expected = seenBy[visibility]!.includes(role);
        const node = (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `SessionDocument_${key}` }, headers[role])).data!.node;
        expect([(await fetchFile(role, key)).status, (await listed(role, own)).includes(`SessionDocument_${key}`), node !== null], `${visibility} ${role}`).toEqual(expected ? [200, true, true] : [404, false, false]);
      }
    }
    // A trainer whose role rests, or is over, is as anybody else.
    const rule = async (): Promise<unknown> => (await owner<{ may: boolean }>(server(), `select document_is_for((select id from person where email = ?), ?, 'TRAINERS') as may`, [PEOPLE.expert, own]))[0]!.may;
    expect(await rule()).toBe(true);
    for (const change of ['suspended_at = now()', 'suspended_at = null, until = current_date - 1']) {
      await owner(server(), `update member set since = current_date - 9, ${change} where person_id = (select id from person where email = ?)`, [PEOPLE.expert]);
      for (const visibility of ['REGISTERED', 'TRAINERS'] as const) expect([(await fetchFile('expert', keys[visibility]!)).status, (await listed('expert', own)).includes(`SessionDocument_${keys[visibility]!}`)], `${visibility} ${change}`).toEqual([404, false]);
      expect([await rule(), (await fetchFile('expert', keys.EVERYBODY!)).status]).toEqual([false, 200]);
    }
    await owner(server(), 'update member set until = null where person_id = (select id from person where email = ?)', [PEOPLE.expert]);
  });

  test('of a draft is for those alone who prepare it', async () => {
    const draft = await addSession(server(), { places: 5, country: 'RS', stage: 'DRAFT' });
    const { key } = await bring('scac', draft);
    for (const role of ROLES) expect([(await fetchFile(role, key)).status], role).toEqual([['adviser', 'assistant', 'scac', 'ssi'].includes(role) ? 200 : 404]);
  });

  test('is kept from others by the rules of its table, whoever asks it in SQL; without them it is not', async () => {
    const { key } = await bring('adviser', session, { visibility: 'TRAINERS' });
    const client = new pg.Client({ connectionString: server().database.app });
    await client.connect();
    const count = async (): Promise<number> => (await client.query('select from session_document_file where document_uuid = $1', [key])).rowCount!;
    try {
      expect(await count()).toBe(0);
      // The control.
      for (const table of ['session_document', 'session_document_file']) await owner(server(), `alter table ${table} disable row level security`);
      expect(await count()).toBe(1);
    } finally {
      for (const table of ['session_document', 'session_document_file']) await owner(server(), `alter table ${table} enable row level security`);
      await client.end();
    }
  });

  test('goes with its file when it is taken away, which the journal says, and with its session', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    const [first, second] = [await bring('scac', own), await bring('scac', own)];
    const remove = async (role: Role): Promise<unknown> => (await ask(server(), 'mutation ($session: ID!, $id: ID!) { removeSessionDocument(session: $session, id: $id) { outcome } }', { session: `TrainingSession_${own}`, id: `SessionDocument_${first.key}` }, headers[role])).data!.removeSessionDocument;
    expect(await remove('ngoCoordinator')).toEqual({ outcome: 'NOT_ALLOWED' });
    expect([await remove('scac'), await remove('scac')]).toEqual([{ outcome: 'DONE' }, { outcome: 'DONE' }]);
    expect(await owner(server(), 'select action from audit_entry where subject = ? and object = ? order by at, action', ['SESSION_DOCUMENT', own])).toEqual([{ action: 'ADDED' }, { action: 'ADDED' }, { action: 'REMOVED' }]);
    await owner(server(), 'delete from training_session where uuid = ?', [own]);
    expect(await owner(server(), 'select from session_document_file where document_uuid = any(?::uuid[])', [`{${first.key},${second.key}}`])).toEqual([]);
  });
});
