/** Erasing somebody: nothing of them is left, and a backup from before brings nobody back. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { ask, start, type TestServer, UNLIMITED } from '../../test/http/harness.ts';
import { signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { provisionApp } from '../core/database/index.ts';
import { grantJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { dumpOf, type Filled, fillPerson, showKey } from './canaries.fixture.ts';

const links: SignInLink[] = [];
const OPTIONS = { sendLink: async (link: SignInLink) => void links.push(link), signInLimits: UNLIMITED };
const folders: string[] = [];
const databases: { drop: () => Promise<unknown> }[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'passerelle-erasure-'));
  folders.push(made);
  return made;
}

async function database(): Promise<TestDatabase> {
  const made = await copyDatabase('full');
  databases.push(made);
  return made;
}

/** Everything that the server has written into its folder. */
function written(dataFolder: string): string {
  return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).map((name) => join(dataFolder, name))
    .filter((name) => statSync(name).isFile()).map((name) => `${name}\n${readFileSync(name, 'utf8')}`).join('\n');
}

const hits = (text: string, { canaries }: Filled): string[] => canaries.filter((canary) => text.includes(canary));
const erase = (server: TestServer, headers: Record<string, string>) => ask(server, 'mutation { eraseAccount { isErased } }', {}, headers);

afterAll(async () => {
  // A backup still knows the role of what it was made from.
  for (const made of databases.reverse()) await made.drop();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe('somebody who is erased', () => {
  let server: TestServer;
  let one: Filled;
  let two: Filled;
  let dataFolder: string;

  beforeAll(async () => {
    const filled = await database();
    two = await fillPerson(filled.orm.em.fork(), 22);
    one = await fillPerson(filled.orm.em.fork(), 11, two);
    dataFolder = folder();
    server = await start(filled, OPTIONS, { dataFolder });
  });
  afterAll(() => server.close());

  test('leaves nothing in any table, file or log; what is others’ stays', async () => {
    const { em } = server.database.orm;
    expect(one.canaries.length).toBeGreaterThanOrEqual(20);
    const before = await dumpOf(em.fork());
    expect(hits(before, one)).toEqual(one.canaries);
    const own = await signIn(server, links, one.email);
    await showKey(em.fork(), one);
    await ask(server, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email: one.email });
    const answer = await erase(server, own);
    expect(answer.data).toEqual({ eraseAccount: { isErased: true } });
    expect(answer.headers.get('clear-site-data')).toContain('cookies');

    // The link that was asked for is made for nobody.
    await vi.waitUntil(async () => (await em.fork().execute<unknown[]>(`select from graphile_worker.jobs where task_identifier = 'accounts.link'`)).length === 0, { timeout: 5_000 });
    const after = await dumpOf(em.fork());
    expect(hits(after, one)).toEqual([]);
    expect(hits(written(dataFolder), one)).toEqual([]);
    expect(hits(JSON.stringify(server.log), one)).toEqual([]);
    expect(hits(after, two)).toEqual(two.canaries);
    // Their session is over in every process.
    expect((await ask(server, '{ viewer { name } }', {}, own)).data).toEqual({ viewer: null });
  });

  test('leaves it counted that something was done, with nobody named and nothing said', async () => {
    const entries = (await server.database.orm.em.fork().execute(`select by_id, about_id, before, after from audit_entry where part = 'canary-11-audit_entry-part-0' or about_id is null`)) as unknown[];
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every((entry) => (entry as { before: null; after: null; about_id: null }).before === null && (entry as { about_id: null }).about_id === null)).toBe(true);
  });

  test('is known by a mark alone, in the database and in a file', async () => {
    const marks = (await server.database.orm.em.fork().execute('select mark from erased_person')) as { mark: string }[];
    expect(marks).toHaveLength(1);
    expect(marks[0]!.mark).toMatch(/^[\w-]{43}$/);
    expect(readFileSync(join(dataFolder, 'erased-people.txt'), 'utf8').trim()).toMatch(new RegExp(`^${marks[0]!.mark} \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$`));
    expect(statSync(join(dataFolder, 'erased-people.txt')).mode & 0o777).toBe(0o600);
  });

  test('would leave much if deleting somebody did not empty what is said of them elsewhere', async () => {
    const { em } = server.database.orm;
    const three = await fillPerson(em.fork(), 33, two);
    await em.execute('alter table person disable trigger person_emptied');
    await em.execute('delete from person where id = ?', [three.id]);
    await em.execute('alter table person enable trigger person_emptied');
    const left = hits(await dumpOf(em.fork()), three);
    expect(left).toEqual(expect.arrayContaining([three.email, 'canary-33-audit_entry-before-0', 'canary-33-mail-text-0']));
  });

  test('is not erased where the list cannot be written', async () => {
    const { em } = server.database.orm;
    const four = await fillPerson(em.fork(), 44, two);
    const unwritable = folder();
    const broken = await server.beside(OPTIONS, { dataFolder: unwritable });
    const own = await signIn(broken, links, four.email);
    await showKey(em.fork(), four);
    // A folder where the file should be.
    rmSync(join(unwritable, 'erased-people.txt'));
    mkdirSync(join(unwritable, 'erased-people.txt'));
    expect((await erase(broken, own)).code).toBe('INTERNAL_SERVER_ERROR');
    expect(hits(await dumpOf(em.fork()), four)).toEqual(four.canaries);
  });
});

describe('the last adviser', () => {
  test('is not erased, until somebody else is one', async () => {
    const full = await database();
    const server = await start(full, OPTIONS, { dataFolder: folder() });
    const [{ id }] = await full.orm.em.execute<[{ id: string }]>(`update person set is_demonstration = false where email = 'adviser@passerelle.example' returning id`);
    const adviser = await signIn(server, links, 'adviser@passerelle.example');
    await showKey(full.orm.em.fork(), { id });
    expect((await ask(server, '{ myData { isLastAdviser } }', {}, adviser)).data).toEqual({ myData: { isLastAdviser: true } });
    expect((await erase(server, adviser)).data).toEqual({ eraseAccount: { isErased: false } });
    expect((await ask(server, '{ viewer { email } }', {}, adviser)).data).toEqual({ viewer: { email: 'adviser@passerelle.example' } });
    await full.orm.em.execute(`insert into member (uuid, person_id, role, since) select gen_random_uuid(), id, 'ADVISER', current_date from person where email = 'assistant@passerelle.example'`);
    expect((await erase(server, adviser)).data).toEqual({ eraseAccount: { isErased: true } });
    await server.close();
  });
});

/** The database as it is now, as another: what a backup holds. */
async function backup(of: TestDatabase): Promise<TestDatabase> {
  const { superuser } = inject('databases');
  const from = new URL(of.owner).pathname.slice(1);
  const name = `${from}_backup${databases.length}`;
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [from]);
  const { rows } = await client.query<{ owner: string }>('select pg_get_userbyid(datdba) as owner from pg_database where datname = $1', [from]);
  await client.query(`create database "${name}" template "${from}" owner "${rows[0]!.owner}"`);
  const owner = of.owner.replace(`/${from}`, `/${name}`);
  const app = await provisionApp(owner);
  await grantJobs({ owner, app });
  const orm = await MikroORM.init(ormOptions(owner));
  databases.push({ drop: async () => {
    await orm.close();
    await client.query(`drop database if exists "${name}" with (force)`);
    await client.query(`drop role if exists "${name}_app"`);
    await client.end();
  } });
  return { owner, app, orm };
}

describe('a backup from before', () => {
  test('that is restored brings nobody back; without the list it would', async () => {
    const source = await database();
    const one = await fillPerson(source.orm.em.fork(), 55);
    const two = await fillPerson(source.orm.em.fork(), 66);
    const dataFolder = folder();
    const [kept, control] = [await backup(source), await backup(source)];

    const server = await start(source, OPTIONS, { dataFolder });
    const own = await signIn(server, links, one.email);
    await showKey(source.orm.em.fork(), one);
    expect((await erase(server, own)).data).toEqual({ eraseAccount: { isErased: true } });
    await server.close();

    // The backup takes the place of the database; the list beside it is what it was.
    const restored = await start(kept, OPTIONS, { dataFolder });
    const dump = await dumpOf(kept.orm.em.fork());
    expect(hits(dump, one)).toEqual([]);
    expect(hits(dump, two)).toEqual(two.canaries);
    expect(restored.log.some(({ msg }) => msg.includes('erased again'))).toBe(true);
    expect(hits(JSON.stringify(restored.log), one)).toEqual([]);
    await restored.close();

    const forgetful = await start(control, OPTIONS, { dataFolder: folder() });
    expect(hits(await dumpOf(control.orm.em.fork()), one)).toEqual(one.canaries);
    await forgetful.close();

    // The list learns what only the database still says, and passes over what is torn.
    const list = join(dataFolder, 'erased-people.txt');
    rmSync(list);
    await (await start(kept, OPTIONS, { dataFolder })).close();
    expect(readFileSync(list, 'utf8').trim().split('\n')).toHaveLength(1);
  });
});
