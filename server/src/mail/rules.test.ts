/** Who reaches mails, asked of the database itself: without any code of ours between. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { openReadPool } from '../core/database/index.ts';

const database = testDatabase('empty');
let app: pg.Client;

const insert = (to: string, key: string | null = null): string =>
  `insert into mail (uuid, recipient, locale, template, subject, text, html, key) values (gen_random_uuid(), '${to}', 'fr', 'signInLink', 'Subject', 'Text', '<p>Text</p>', ${key ? `'${key}'` : 'null'})`;

/** How many rows a statement reaches, in a transaction with these settings. */
async function reached(statement: string, settings: Readonly<Record<string, string>> = {}): Promise<number> {
  await app.query('begin');
  for (const [name, value] of Object.entries(settings)) await app.query('select set_config($1, $2, true)', [name, value]);
  try {
    return (await app.query(statement)).rowCount ?? 0;
  } finally {
    await app.query('rollback');
  }
}

const MAILER = { 'passerelle.purpose': 'mail' };
const STATEMENTS = ['select from mail', 'select recipient, text from mail for update', `update mail set text = 'Other'`, `update mail set recipient = 'other@example.org'`, 'delete from mail'];

beforeAll(async () => {
  app = new pg.Client({ connectionString: database().app });
  await app.connect();
});
afterAll(() => app.end());
beforeEach(async () => {
  await database().orm.em.execute('delete from mail');
  for (const to of ['anna@diplomatie.gouv.fr', 'boris@ngo.org.rs', 'invented@passerelle.example']) await database().orm.em.execute(insert(to));
});

describe('mails', () => {
  test.each(STATEMENTS)('are reached by nobody who does not send them: %s', async (statement) => {
    const others: Readonly<Record<string, string>>[] = [{}, { 'passerelle.purpose': 'sign-in' }, { 'passerelle.purpose': '' }, { 'passerelle.purpose': 'Mail' }, { 'passerelle.person': '019abc00-0000-7000-8000-000000000001' }];
    for (const settings of others) expect(await reached(statement, settings)).toBe(0);
  });

  test.each(STATEMENTS)('are reached by who sends them: %s', async (statement) => {
    expect(await reached(statement, MAILER)).toBe(3);
  });

  test.each(STATEMENTS)('would be reached by everybody, were it not for the rules of the table: %s', async (statement) => {
    await database().orm.em.execute('alter table mail disable row level security');
    expect(await reached(statement)).toBe(3);
    await database().orm.em.execute('alter table mail enable row level security');
  });

  test('are added by everybody, who does not see them afterwards', async () => {
    expect(await reached(insert('claire@example.org'))).toBe(1);
    await app.query('begin');
    await app.query(insert('claire@example.org'));
    expect((await app.query('select from mail')).rowCount).toBe(0);
    await app.query('rollback');
  });

  test('that wait under a key are taken out by who adds another, and are not seen by that either', async () => {
    await database().orm.em.execute(insert('claire@example.org', 'one key'));
    await database().orm.em.execute(insert('claire@example.org', 'other key'));
    await app.query(`select replace_mails('one key')`);
    expect(await database().orm.em.execute('select key, failure from mail where key is not null order by key')).toEqual([{ key: 'one key', failure: 'REPLACED' }, { key: 'other key', failure: null }]);
  });

  test('to addresses that nobody can have are what the mailbox sees, on the connections that read', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    const read = (table: string): Promise<string> => pool.run({ text: `select coalesce(string_agg(recipient, ','), '') from ${table}`, values: [] });
    expect(await read('unreachable_mail')).toBe('invented@passerelle.example');
    expect(await read('mail')).toBe('');
    await pool.close();
  });
});
