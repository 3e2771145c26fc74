/** Everything that is kept about somebody, as the register has it: all of theirs, nothing of anybody else's. */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { declarations, waysOf } from '../core/personal/index.ts';
import { type Filled, fillPerson, showKey } from './canaries.fixture.ts';

const links: SignInLink[] = [];
const NO_LIMIT = { points: 1e6, seconds: 1 };
const limits = { dataFile: NO_LIMIT, addressChange: NO_LIMIT, addressLink: NO_LIMIT, dataRequest: NO_LIMIT };
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED, ownDataLimits: limits });
let one: Filled;
let two: Filled;
let own: Record<string, string>;

interface File {
  readonly tables: readonly { readonly name: string; readonly columns: readonly { readonly name: string; readonly isShown: boolean }[]; readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
  readonly notSearched: readonly { readonly name: string; readonly reason: string }[];
}

const fileOf = (headers: Record<string, string>): Promise<Answer> => send(server(), '/my-data.json', { headers });
const sql = (text: string, values: unknown[] = []): Promise<unknown[]> => server().database.orm.em.fork().execute(text, values);

beforeAll(async () => {
  two = await fillPerson(server().database.orm.em.fork(), 22);
  one = await fillPerson(server().database.orm.em.fork(), 11, two);
  // What the other did and what was done to them by this one.
  await sql(`insert into audit_entry (by_id, action, subject, about_id, part, before, after) values (?, 'CHANGED', 'PERSON', ?, 'name', 'canary-22-before', 'canary-22-after')`, [one.id, two.id]);
  await sql('update invitation set invited_by_id = ? where accepted_by_id = ?', [one.id, two.id]);
  await sql('update access_request set decided_by_id = ? where email = ?', [one.id, two.email]);
  await sql('update registration set registered_by_id = ?, decided_by_id = ? where email = ?', [one.id, one.id, two.email]);
  await sql('update session_invitation set invited_by_id = ? where email = ?', [one.id, two.email]);
  await sql('update presence set recorded_by_id = ? where email = ?', [one.id, two.email]);
  await sql('update certificate set issued_by_id = ?, revoked_by_id = ? where email = ?', [one.id, one.id, two.email]);
  own = await signIn(server(), links, one.email);
  await showKey(server().database.orm.em.fork(), one);
});

describe('the file of somebody who is filled everywhere', () => {
  test('has a value in every column that the register marks as about persons, in every table that leads to one', async () => {
    const { tables } = JSON.parse((await fileOf(own)).text) as File;
    const due = waysOf(declarations).filter(({ way }) => way?.leads);
    expect(tables.map(({ name }) => name)).toEqual(due.map(({ name }) => name));
    const empty = due.flatMap(({ name, columns }) => columns
      .filter((column) => !tables.find((table) => table.name === name)!.rows.some((row) => row[column.name] !== null && row[column.name] !== undefined))
      .map((column) => `${name}.${column.name}`));
    // Whoever asks is not suspended, and has signed in since they were warned.
    expect(empty).toEqual(['person.suspended_at', 'person.warned_at']);
  });

  test('has all that is said of them, save how they sign in, of which it says that it is kept', async () => {
    const { text } = await fileOf(own);
    const secret = (canary: string): boolean => /token|secret_hash|former_hash|sign_in_verification-identifier|sign_in_account-(?!account_id)|-mail-(text|html)-|passkey-(credential_id|public_key)|authenticator-secret|recovery_codes-hashes|leave_hashes/.test(canary);
    expect(one.canaries.filter((canary) => !secret(canary) && !text.includes(canary))).toEqual([]);
    expect(one.canaries.filter((canary) => secret(canary) && text.includes(canary))).toEqual([]);
    expect(one.canaries.filter((canary) => !secret(canary)).length).toBeGreaterThan(10);
    const session = (JSON.parse(text) as File).tables.find(({ name }) => name === 'sign_in_session')!;
    expect(session.rows[0]!.token).toBe('kept, not shown');
    expect(session.columns.find(({ name }) => name === 'token')!.isShown).toBe(false);
  });

  test('has nothing of anybody else, also where one did something to the other', async () => {
    const { text } = await fileOf(own);
    expect([...two.canaries, 'canary-22-before', 'canary-22-after'].filter((canary) => text.includes(canary))).toEqual([]);
    const mine = (JSON.parse(text) as File).tables.find(({ name }) => name === 'audit_entry')!.rows;
    expect(mine.filter(({ by_id: by, about_id: about }) => by === one.id && about === null)).toMatchObject([{ part: 'name', before: null, after: null }]);
    expect(mine.filter(({ before }) => String(before).includes('canary-11'))).toMatchObject([{ by_id: null, about_id: one.id }]);
  });

  test('says why, on what ground, how long and for whom, and which tables nobody can be found in', async () => {
    const { tables, notSearched } = JSON.parse((await fileOf(own)).text) as File;
    expect(tables.find(({ name }) => name === 'person')!.columns.find(({ name }) => name === 'email')).toMatchObject({
      category: 'CONTACT_DETAILS', purpose: 'RUN_ACCOUNTS', basis: 'PUBLIC_TASK', recipients: ['SELF', 'CHOSEN', 'ADVISER', 'OPERATOR'], retention: [{ period: 'P0D', from: 'ACCOUNT_CLOSED' }, { period: 'P2Y', from: 'LAST_SIGN_IN' }],
    });
    expect(notSearched).toEqual(expect.arrayContaining([{ name: 'listed_expert', reason: 'VIEW' }, { name: 'rate_limit', reason: 'HASHED' }]));
  });

  test('is saved, kept by nobody, and for who is signed in', async () => {
    const { status, headers } = await fileOf(own);
    expect(status).toBe(200);
    expect(Object.fromEntries(['cache-control', 'content-disposition', 'content-type', 'vary'].map((name) => [name, headers.get(name)]))).toEqual({
      'cache-control': 'private, no-store', 'content-disposition': 'attachment; filename="my-data.json"', 'content-type': 'application/json; charset=utf-8', 'vary': expect.stringContaining('Cookie') as string,
    });
    const visitor = await fileOf({});
    expect([visitor.status, visitor.code, visitor.headers.get('cache-control')]).toEqual([401, 'UNAUTHENTICATED', 'private, no-store']);
    expect((await send(server(), '/my-data.json', { method: 'POST', headers: own })).status).toBe(405);
    expect((await fileOf({ ...own, 'sec-fetch-site': 'cross-site' })).code).toBe('BAD_REQUEST');
  });

  test('is given five times a day to each person', { timeout: 60_000 }, async () => {
    const limited = await server().beside({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
    await sql('delete from rate_limit');
    for (let n = 0; n < 5; n += 1) expect((await send(limited, '/my-data.json', { headers: own })).status).toBe(200);
    const sixth = await send(limited, '/my-data.json', { headers: own });
    expect([sixth.status, sixth.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(80_000);
    const other = await signIn(server(), links, PEOPLE.ssi);
    expect((await send(limited, '/my-data.json', { headers: other })).status).toBe(200);
  });
});

describe('the page', () => {
  test('has the same rows as the file', async () => {
    const { data } = await ask(server(), '{ myData { isLastAdviser tables { name columns { name } rows { values } } } }', {}, own);
    const { tables } = JSON.parse((await fileOf(own)).text) as File;
    const page = (data!.myData as { tables: { name: string; rows: { values: (string | null)[] }[] }[] }).tables;
    expect(page.map(({ name, rows }) => [name, rows.length])).toEqual(tables.map(({ name, rows }) => [name, rows.length]));
    expect(JSON.stringify(page)).not.toMatch(/canary-22|kept, not shown/);
  });
});

describe('somebody who has not shown lately that it is them', () => {
  const ALL = '{ myData { tables { name rows { values } } unlinked { name } } }';
  const since = (minutes: number): Promise<unknown> => sql(`update sign_in_session set created_at = now() - make_interval(mins => ?), key_shown_at = now() - make_interval(mins => ?) where person_id = ?`, [minutes, minutes, one.id]);

  test('reads nothing of it by the API either, and is asked to first', async () => {
    await since(11);
    const refused = await ask(server(), ALL, {}, own);
    expect([refused.code, refused.data]).toEqual(['STEP_UP_REQUIRED', { myData: null }]);
    expect(one.canaries.filter((canary) => refused.text.includes(canary))).toEqual([]);
    expect((await ask(server(), '{ myData { unlinked { name } } }', {}, own)).code).toBe('STEP_UP_REQUIRED');
    expect((await ask(server(), '{ myData { isLastAdviser isReadOnly } }', {}, own)).data).toEqual({ myData: { isLastAdviser: false, isReadOnly: false } });
    // The control: nine minutes ago is lately.
    await since(9);
    const read = await ask(server(), ALL, {}, own);
    expect(one.canaries.some((canary) => read.text.includes(canary))).toBe(true);
  });
});

describe('control:', () => {
  test('without the rule of rows, a statement that forgot its condition would give what is another’s', async () => {
    const app = new pg.Client({ connectionString: server().database.app });
    await app.connect();
    await app.query(`select set_config('passerelle.person', $1, false), set_config('passerelle.purpose', 'my-data', false)`, [one.id]);
    const read = async (): Promise<string> => JSON.stringify((await app.query('select t::text from sign_in_account t union all select t::text from audit_entry t union all select t::text from data_request t')).rows);
    expect(await read()).not.toContain('canary-22-sign_in_account');
    await sql('alter table sign_in_account disable row level security');
    expect(await read()).toContain('canary-22-sign_in_account');
    await sql('alter table sign_in_account enable row level security');
    await app.end();
  });

  test('a way that is wrong is found out: somebody else’s rows come', async () => {
    const member = declarations.all.find(({ table }) => typeof table !== 'string' && table.name === 'Mail')! as { about: unknown };
    const right = member.about;
    member.about = 'uuid';
    const { tables } = JSON.parse((await fileOf(own)).text) as File;
    expect(tables.find(({ name }) => name === 'mail')!.rows).toEqual([]);
    member.about = right;
  });
});
