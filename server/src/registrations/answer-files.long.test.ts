/** Files as answers: who brings them, with whom they end up, and who reads them; over HTTP and by the API. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { pdf, photograph } from '../core/files/files.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { save, told } from '../questions/world.fixture.ts';
import { askingForFiles, atOnce, bring, fetchFile, storedOf, withFile } from './answer-files.fixture.ts';
import { cameOf, registerWith } from './answers.fixture.ts';
import { idOf, owner } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
let headers: Headers;
let organisation: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `files${(n += 1)}@ngo.example`;
const personOf = async (role: keyof typeof PEOPLE): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role]]))[0]!.id;
const asking = (questions: Readonly<Record<string, object>>, wanted = {}) => askingForFiles(server(), headers.adviser, questions, { inDays: 40 + (n += 1), ...wanted });
const one = async (session: string, email: string, answers: readonly object[], who: Headers[Role] = headers.ngoCoordinator) => cameOf(await registerWith(server(), who, { session, organisation, people: { [email]: answers as never } }));

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

describe('a file', () => {
  test('is brought by those who register people or themselves, to a question that asks for one, and by nobody else', async () => {
    const { asked } = await asking({ file: {}, text: { kind: 'TEXT' } });
    for (const role of ['ngoCoordinator', 'ngoMember', 'authority', 'international', 'expert'] as const) expect(await bring(server(), headers[role], asked.file!.id), role).toMatchObject({ status: 201, outcome: 'DONE' });
    for (const role of ['adviser', 'assistant', 'scac', 'ssi', 'translator'] as const) expect(await bring(server(), headers[role], asked.file!.id), role).toMatchObject({ status: 403, outcome: 'NOT_ALLOWED' });
    expect(await bring(server(), {}, asked.file!.id)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    for (const question of [asked.text!.id, `FormQuestion_${randomUUID()}`]) expect(await bring(server(), headers.ngoCoordinator, question)).toMatchObject({ status: 404, outcome: 'GONE' });
  });

  test('is sent by pages of this site alone', async () => {
    const { asked } = await asking({ file: {} });
    const strange: readonly Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site', origin: 'https://example.org' }, { 'content-type': 'multipart/form-data; boundary=x' }, { 'x-answer-file': '' }];
    for (const more of strange) {
      expect(await bring(server(), headers.ngoCoordinator, asked.file!.id, { more })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    }
  });

  test('that is not taken is stored nowhere, and says why', async () => {
    const { asked } = await asking({ file: {} });
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) });
    const tried = [];
    for (const file of [Buffer.from('MZ'), Buffer.alloc(5_000_001), pdf(['<< /S /JavaScript >>']), pdf(['<< /Filter /Standard /V 1 >>'], '/Encrypt 4 0 R'), endless]) tried.push(await bring(server(), headers.ngoCoordinator, asked.file!.id, { file }));
    tried.push(await bring(server(), headers.ngoCoordinator, asked.file!.id, { name: '\u202E\u200B' }));
    expect(tried.map(({ status, outcome }) => `${status} ${outcome!}`)).toEqual(['415 UNSUPPORTED', '413 TOO_LARGE', '400 ACTIVE', '400 LOCKED', '413 TOO_LARGE', '400 TITLE']);
    for (const { key } of tried) expect(await storedOf(server(), key)).toEqual([0, 0]);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id, { name: 'Ana, 17 ans, +355 69 234 5678' })).toMatchObject({ status: 400, code: 'VICTIM_DATA' });
  });

  test('is brought to a question and a session as long as these take any', async () => {
    const { session, asked } = await asking({ file: {} });
    await sql('update form_question set closed_at = now() where session_uuid = ?', [session]);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id)).toMatchObject({ status: 409, outcome: 'TOO_LATE' });
    await sql('update form_question set closed_at = null where session_uuid = ?', [session]);
    expect((await bring(server(), headers.ngoCoordinator, asked.file!.id)).outcome).toBe('DONE');
    await sql(`update training_session set stage = 'CLOSED' where uuid = ?`, [session]);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id)).toMatchObject({ status: 409, outcome: 'TOO_LATE' });
  });

  test('that is brought twice under its key is there once; another one under it, and anybody else’s, is not said to be taken', async () => {
    const { asked } = await asking({ file: {} });
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id, { key })).toMatchObject({ status: 201, outcome: 'DONE' });
    expect(await storedOf(server(), key)).toEqual([1, 1]);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id, { key, file: await photograph('png') })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await bring(server(), headers.ngoMember, asked.file!.id, { key })).toMatchObject({ status: 404, outcome: 'GONE' });
  });

  test('finds no room where a person has brought all that may wait, where those of one organisation or all together have theirs, and on a full disk', async () => {
    const { asked } = await asking({ file: {} });
    const waiting = (count: number, size: number, email: string = PEOPLE.international) => sql(`insert into answer_file (uuid, question_uuid, name, kind, size, brought_by_id, sign_in_id)
      select gen_random_uuid(), ?, 'x', 'PDF', ?, s.person_id, s.id from (select s.* from sign_in_session s join person p on p.id = s.person_id where p.email = ? limit 1) s, generate_series(1, ?)`, [asked.file!.id.split('_')[1], size, email, count]);
    const clear = () => sql('delete from answer_file where question_uuid = ?', [asked.file!.id.split('_')[1]]);
    await waiting(60, 1);
    expect(await bring(server(), headers.international, asked.file!.id)).toMatchObject({ status: 409, outcome: 'TOO_MANY' });
    await clear();
    await waiting(2, 74_999_990);
    expect(await bring(server(), headers.international, asked.file!.id)).toMatchObject({ status: 409, outcome: 'TOO_MANY' });
    // With those of their organisation: others are not kept from bringing theirs.
    await waiting(1, 200_000_000, PEOPLE.ngoMember);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id)).toMatchObject({ status: 507, outcome: 'FULL' });
    await clear();
    await waiting(1, 900_000_000);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id)).toMatchObject({ outcome: 'DONE' });
    // With whomever it waits.
    await waiting(1, 200_000_000);
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id)).toMatchObject({ status: 507, outcome: 'FULL' });
    await clear();
    await sql(`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$`);
    await sql('create trigger full_disk before insert on answer_file_content for each row execute function full_disk()');
    const { key, status, outcome } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    await sql('drop trigger full_disk on answer_file_content');
    expect([status, outcome, await storedOf(server(), key)]).toEqual([507, 'FULL', [0, 0]]);
  });
});

test('a form asks for three files at most', async () => {
  const { session } = await asking({ a: {}, b: {}, c: {} });
  expect(told(await save(server(), headers.adviser, session, { kind: 'FILE', label: 'd' }))).toBe('INVALID KIND TOO_LONG');
});

describe('somebody is registered', () => {
  test('with a file where one must be brought, and not without; where it depends on another answer, when that is so', async () => {
    const { session, asked } = await asking({ yes: { kind: 'YES_NO' } });
    const { session: now, key: question } = await save(server(), headers.adviser, session, { kind: 'FILE', label: 'then', isRequired: true, condition: { question: asked.yes!.key, answer: 'YES' } });
    const then = now!.questions.find(({ key }) => key === question)!;
    const yes = { question: asked.yes!.id, codes: ['YES'] };
    expect(await one(session, address(), [yes])).toBe('INVALID 0 MISSING');
    const { key } = await bring(server(), headers.ngoCoordinator, then.id);
    expect(await one(session, address(), [withFile(then, key)])).toBe('INVALID 0 CHANGED');
    expect(await one(session, address(), [yes, withFile(then, key)])).toBe('DONE');
  });

  test('with a file that they who register have brought, in this session of theirs, to this question, once', async () => {
    const { session, asked } = await asking({ file: {}, other: {} });
    const elsewhere = await asking({ file: {} });
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    const GONE = 'INVALID 0 FILE_GONE';
    // Somebody else of the same organisation, and the same person in another browser.
    expect(await one(session, address(), [withFile(asked.file!, key)], headers.ngoMember)).toBe(GONE);
    expect(await one(session, address(), [withFile(asked.file!, key)], await signIn(server(), links, PEOPLE.ngoCoordinator))).toBe(GONE);
    expect(await one(session, address(), [withFile(asked.other!, key)])).toBe(GONE);
    expect(await one(elsewhere.session, address(), [withFile(elsewhere.asked.file!, key)])).toBe(GONE);
    expect(await one(session, address(), [withFile(asked.file!, randomUUID())])).toBe(GONE);
    const both = Object.fromEntries([address(), address()].map((email) => [email, [withFile(asked.file!, key)]]));
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation, people: both }))).toBe('INVALID 1 FILE_GONE');
    expect(await sql('select from registration where session_uuid = any(?::uuid[])', [`{${session},${elsewhere.session}}`])).toEqual([]);
    expect(await one(session, address(), [withFile(asked.file!, key)])).toBe('DONE');
    expect(await one(session, address(), [withFile(asked.file!, key)])).toBe(GONE);
  });

  test('in another browser once the file is of that session: it is the session that it was refused for', async () => {
    const { session, asked } = await asking({ file: {} });
    const [browser, { key }] = [await signIn(server(), links, PEOPLE.ngoCoordinator), await bring(server(), headers.ngoCoordinator, asked.file!.id)];
    expect(await one(session, address(), [withFile(asked.file!, key)], browser)).toBe('INVALID 0 FILE_GONE');
    // The control.
    await sql('update answer_file set sign_in_id = (select id from sign_in_session where person_id = brought_by_id order by created_at desc limit 1) where uuid = ?', [key]);
    expect(await one(session, address(), [withFile(asked.file!, key)], browser)).toBe('DONE');
  });

  test('one of two at once with the same file: the other is told that it is gone', { timeout: 60_000 }, async () => {
    expect(await atOnce(server(), { adviser: headers.adviser, coordinator: headers.ngoCoordinator, organisation })).toEqual(['DONE', 'INVALID 0 FILE_GONE']);
  });

  test('once, with their file, when the same is sent again', async () => {
    const { session, asked } = await asking({ file: {} });
    const [email, submission, { key }] = [address(), randomUUID(), await bring(server(), headers.ngoCoordinator, asked.file!.id)];
    const send = () => registerWith(server(), headers.ngoCoordinator, { session, organisation, submission, people: { [email]: [withFile(asked.file!, key)] } });
    expect([cameOf(await send()), cameOf(await send())]).toEqual(['DONE', 'DONE']);
    expect(await storedOf(server(), key)).toEqual([1, 1]);
  });

  test('with a file that was brought before the words of its question changed', async () => {
    const { session, asked } = await asking({ file: {} });
    expect(await one(session, address(), [withFile(asked.file!, (await bring(server(), headers.ngoCoordinator, asked.file!.id)).key)])).toBe('DONE');
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    const { session: now } = await save(server(), headers.adviser, session, { key: asked.file!.key, version: 1, kind: 'FILE', label: 'anew' });
    expect((await bring(server(), headers.ngoCoordinator, asked.file!.id)).outcome).toBe('DONE');
    expect(await one(session, address(), [withFile(now!.questions[0]!, key)])).toBe('DONE');
    expect(await sql('select question_uuid as question from answer_file where uuid = ?', [key])).toEqual([{ question: now!.questions[0]!.id.split('_')[1] }]);
  });
});

describe('a file that is part of an answer', () => {
  const READERS: readonly Role[] = ['adviser', 'assistant', 'scacElsewhere', 'ngoCoordinator'];
  const answerOf = async (role: Role, id: string) => ((await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on Registration { answers { file { id name kind size } } } } }', { id: `Registration_${id}` }, headers[role])).data!.node as { answers: { file: object | null }[] } | null)?.answers.map(({ file }) => file);

  test('is for those who read the answer, by whatever way it is asked for; as long as it waits it is for who has brought it', async () => {
    const { session, asked } = await asking({ file: {} });
    const [email, { key }] = [address(), await bring(server(), headers.ngoCoordinator, asked.file!.id, { file: await photograph('jpeg'), name: 'Слика' })];
    const seen = async (role: Role): Promise<unknown[]> => [(await fetchFile(server(), headers[role], key)).status, (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `AnswerFile_${key}` }, headers[role])).data!.node !== null];
    for (const role of ROLES) expect(await seen(role), role).toEqual([role === 'ngoCoordinator' ? 200 : 404, false]);
    expect(await one(session, email, [withFile(asked.file!, key)])).toBe('DONE');
    for (const role of ROLES) expect(await seen(role), role).toEqual(READERS.includes(role) ? [200, true] : [404, false]);
    const id = await idOf(server(), session, email);
    const file = { id: `AnswerFile_${key}`, name: 'Слика', kind: 'JPEG', size: expect.any(Number) as number };
    expect([await answerOf('adviser', id), await answerOf('ngoCoordinator', id), await answerOf('ngoMember', id), await answerOf('expert', id)]).toEqual([[file], [file], [], undefined]);
    expect(Buffer.from(await (await fetchFile(server(), headers.adviser, key)).arrayBuffer()).includes('Somebody')).toBe(false);
  });

  test('is saved and never shown, as what it is', async () => {
    const { session, asked } = await asking({ file: {} });
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id, { name: 'a\u202Egpj.exe / <b>' });
    expect(await one(session, address(), [withFile(asked.file!, key)])).toBe('DONE');
    const response = await fetchFile(server(), headers.adviser, key);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control', 'cross-origin-resource-policy'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('agpj.exe b.pdf')}`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('is kept from others by the rules of its tables, whoever asks in SQL; without them it is not', async () => {
    const { session, asked } = await asking({ file: {} });
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    const waiting = (await bring(server(), headers.ngoCoordinator, asked.file!.id)).key;
    expect(await one(session, address(), [withFile(asked.file!, key)])).toBe('DONE');
    const rows = (role: keyof typeof PEOPLE | null, file: string): Promise<number> => within(role, async (client) =>
      (await client.query('select from answer_file where uuid = $1', [file])).rowCount! + (await client.query('select from answer_file_content where file_uuid = $1', [file])).rowCount!);
    for (const role of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) expect([await rows(role, key), await rows(role, waiting)], role).toEqual([READERS.includes(role) ? 2 : 0, role === 'ngoCoordinator' ? 2 : 0]);
    expect(await rows(null, key)).toBe(0);
    // The control.
    for (const table of ['answer_file', 'answer_file_content']) await sql(`alter table ${table} disable row level security`);
    const without = await rows('expert', key);
    for (const table of ['answer_file', 'answer_file_content']) await sql(`alter table ${table} enable row level security`);
    expect(without).toBe(2);
  });

  test('is not put there, taken from an answer or changed in SQL by whoever may not', async () => {
    const { session, asked } = await asking({ file: {} });
    const [email, { key }] = [address(), await bring(server(), headers.ngoCoordinator, asked.file!.id)];
    const waiting = (await bring(server(), headers.ngoCoordinator, asked.file!.id)).key;
    expect(await one(session, email, [withFile(asked.file!, key)])).toBe('DONE');
    const change = (role: keyof typeof PEOPLE, statement: string): Promise<number | string> => within(role, (client) => client.query(statement).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));
    const attach = `update answer_file set registration_uuid = '${await idOf(server(), session, email)}', email = '${email}', brought_by_id = null, sign_in_id = null where uuid = '${waiting}'`;
    for (const role of ['ngoMember', 'adviser', 'expert'] as const) {
      expect(await change(role, attach), role).toBe(0);
      expect(await change(role, `insert into answer_file (uuid, question_uuid, name, kind, size, brought_by_id, sign_in_id) values (gen_random_uuid(), '${asked.file!.id.split('_')[1]}', 'x', 'PDF', 1, acting_person(), (select id from sign_in_session where person_id = acting_person() limit 1))`), role).toBe(role === 'adviser' ? '42501' : 1);
    }
    for (const role of ['ngoCoordinator', 'adviser'] as const) {
      expect(await change(role, `update answer_file set name = 'x' where uuid = '${key}'`), role).toBe(0);
      expect(await change(role, `delete from answer_file where uuid = '${key}'`), role).toBe(0);
    }
    expect(await change('ngoCoordinator', `update answer_file set name = 'x' where uuid = '${waiting}'`)).toBe('42501');
    expect(await change('ngoCoordinator', `delete from answer_file where uuid = '${waiting}'`)).toBe(1);
  });
});

/** Does something in the database as somebody, and undoes it. */
const within = async <T>(role: keyof typeof PEOPLE | null, work: (client: pg.Client) => Promise<T>): Promise<T> => asPerson(role && (await personOf(role)), work);
