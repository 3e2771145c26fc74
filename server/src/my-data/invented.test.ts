/** Invented people read what is kept about them and do nothing about it: it would be done to everybody who signs in as them. */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => server().database.orm.em.fork().execute<Row[]>(text, values);
let guest: Record<string, string>;
let id: string;

const ACTS = {
  correctName: 'correctName(name: "Somebody else") { name }',
  requestAddress: 'requestAddress(email: "guest@example.org") { minutes }',
  confirmAddress: 'confirmAddress(secret: "x") { isConfirmed }',
  makeDataRequest: 'makeDataRequest(kind: RESTRICT, text: "All of it") { isMade }',
  eraseAccount: 'eraseAccount { isErased }',
};

beforeAll(async () => {
  guest = await signIn(server(), links, PEOPLE.expert);
  [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.expert])) as [{ id: string }];
});

/** All that could be done to them. */
const state = (): Promise<unknown[]> => sql(`
  select p.name, p.email, (select count(*) from address_change where person_id = p.id) as addresses, (select count(*) from data_request where person_id = p.id) as requests,
    (select count(*) from mail where person_id = p.id) as mails from person p where p.id = ?`, [id]);

describe('an invented person', () => {
  test.each(Object.entries(ACTS))('is refused %s, and nothing is done', async (_name, act) => {
    const before = await state();
    expect((await ask(server(), `mutation { ${act} }`, {}, guest)).code).toBe('INVENTED_PERSON');
    expect(await state()).toEqual(before);
  });

  test('reads all that is kept about them, on the page and as a file, and is told that they can do no more', async () => {
    const { data } = await ask(server(), '{ myData { isReadOnly tables { name rows { values } } } }', {}, guest);
    const { isReadOnly, tables } = data!.myData as { isReadOnly: boolean; tables: { name: string; rows: { values: string[] }[] }[] };
    expect(isReadOnly).toBe(true);
    expect(tables.find(({ name }) => name === 'person')!.rows[0]!.values).toContain(PEOPLE.expert);
    expect((await send(server(), '/my-data.json', { headers: guest })).status).toBe(200);
  });
});

test('control: the same person, if they were real, does all of it', async () => {
  await sql('update person set is_demonstration = false where id = ?', [id]);
  expect((await ask(server(), '{ myData { isReadOnly } }', {}, guest)).data).toEqual({ myData: { isReadOnly: false } });
  for (const act of Object.values(ACTS).filter((one) => !one.startsWith('erase'))) expect((await ask(server(), `mutation { ${act} }`, {}, guest)).code).toBeUndefined();
  expect(await state()).toEqual([{ name: 'Somebody else', email: PEOPLE.expert, addresses: '1', requests: '1', mails: '1' }]);
  await sql('delete from data_request where person_id = ?', [id]);
  await sql('delete from address_change where person_id = ?', [id]);
  await sql('update person set is_demonstration = true where id = ?', [id]);
});

describe('the database', () => {
  const STATEMENTS: Readonly<Record<string, string>> = {
    name: `update person set name = 'Somebody else' where id = acting_person()`,
    request: `insert into data_request (uuid, person_id, kind, text, due_on) values (gen_random_uuid(), acting_person(), 'OBJECT', 'x', current_date)`,
    address: `insert into address_change (person_id, email, secret_hash) values (acting_person(), 'guest@example.org', 'x')`,
    erasure: `select where erase_me('mark')`,
  };

  /** How many rows each changes, as the application's role for somebody's own data, or the code with which it is refused. */
  async function tried(): Promise<Record<string, number | string>> {
    const found: Record<string, number | string> = {};
    for (const [name, statement] of Object.entries(STATEMENTS)) {
      const client = new pg.Client({ connectionString: server().database.app });
      await client.connect();
      await client.query('begin');
      await client.query(`select set_config('passerelle.person', $1, true), set_config('passerelle.purpose', 'my-data', true)`, [id]);
      found[name] = await client.query(statement).then(({ rowCount }) => rowCount!, (error: pg.DatabaseError) => error.code!);
      await client.query('rollback');
      await client.end();
    }
    return found;
  }

  test('refuses it too, whatever asks it', async () => {
    expect(await tried()).toEqual({ name: 0, request: '42501', address: '42501', erasure: 0 });
  });

  test('control: and does it for somebody real', async () => {
    await sql('update person set is_demonstration = false where id = ?', [id]);
    expect(await tried()).toEqual({ name: 1, request: 1, address: 1, erasure: 1 });
    await sql('update person set is_demonstration = true where id = ?', [id]);
  });
});
