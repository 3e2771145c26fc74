import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, ROLES, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let app: pg.Client;

interface Entry {
  readonly action: string;
  readonly subject: string;
  readonly by: { email: string } | null;
  readonly about: { email: string } | null;
  readonly part: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const sql = (text: string, values: unknown[] = []): Promise<unknown> => server().database.orm.em.fork().execute(text, values);

/** What the adviser reads, the latest first. */
async function trail(filter = ''): Promise<Entry[]> {
  const { data } = await ask(server(), `{ auditEntries(first: 100${filter}) { nodes { action subject by { email } about { email } part before after } } }`, {}, headers.adviser);
  return (data!.auditEntries as { nodes: Entry[] }).nodes;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  app = new pg.Client({ connectionString: server().database.app });
  await app.connect();
});

afterAll(() => app.end());

beforeEach(async () => void (await sql('delete from audit_entry')));

describe('the trail', () => {
  test('tells who chose another language, with before and after', async () => {
    await ask(server(), 'mutation { chooseLocale(locale: "el") { locale } }', {}, headers.scac);
    await ask(server(), 'mutation { chooseLocale(locale: "uk") { locale } }', {}, headers.scac);
    const entry = { action: 'CHANGED', subject: 'PERSON', by: { email: PEOPLE.scac }, about: { email: PEOPLE.scac }, part: 'locale' };
    expect(await trail()).toEqual([{ ...entry, before: 'el', after: 'uk' }, { ...entry, before: null, after: 'el' }]);
  });

  test('tells who signed in and out', async () => {
    await ask(server(), 'mutation { signOut { ended } }', {}, await signIn(server(), links, PEOPLE.expert));
    const [out] = await trail();
    expect(out).toMatchObject({ action: 'REMOVED', subject: 'SESSION', by: { email: PEOPLE.expert }, about: { email: PEOPLE.expert } });
    expect(await trail(', filter: { actions: [ADDED], subjects: [SESSION] }')).toMatchObject([{ by: { email: PEOPLE.expert }, about: { email: PEOPLE.expert } }]);
  });

  test('tells what nobody did through this service: the database writes it', async () => {
    await sql(`update member set role = 'SSI' from person p where p.id = person_id and p.email = ?`, [PEOPLE.scacElsewhere]);
    expect(await trail()).toEqual([{ action: 'CHANGED', subject: 'MEMBER', by: null, about: { email: PEOPLE.scacElsewhere }, part: 'role', before: 'SCAC', after: 'SSI' }]);
  });

  test('outlives the account that it is about, and does not keep its name', async () => {
    await sql(`insert into person (id, name, email, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000ff', 'Gone', 'gone@example.org', now(), now())`);
    await sql(`delete from person where email = 'gone@example.org'`);
    expect(await trail()).toMatchObject([{ action: 'REMOVED', subject: 'PERSON', about: null }, { action: 'ADDED', subject: 'PERSON', about: null }]);
    expect(JSON.stringify(await sql('select * from audit_entry'))).not.toMatch(/Gone|gone@/);
  });

  test.each(ROLES.filter((role) => !ADVISERS.includes(role)))('is not read by %s, nor counted', async (role) => {
    await ask(server(), 'mutation { chooseLocale(locale: "el") { locale } }', {}, headers.adviser);
    const { data } = await ask(server(), '{ auditEntries { totalCount nodes { id } } }', {}, headers[role]);
    expect(data).toEqual({ auditEntries: { totalCount: 0, nodes: [] } });
  });
});

describe('the trail of one person', () => {
  const keyOf = async (role: keyof typeof PEOPLE): Promise<string> => ((await sql('select id from person where email = ?', [PEOPLE[role]])) as [{ id: string }])[0].id;
  const acts = async (): Promise<void> => {
    await sql(`update member set since = '2026-01-02' from person p where p.id = person_id and p.email = ?`, [PEOPLE.expert]);
    await sql('delete from audit_entry');
    for (const [role, locale] of [['scac', 'el'], ['expert', 'uk']] as const) {
      await sql('update person set locale = null where email = ?', [PEOPLE[role]]);
      await sql('delete from audit_entry where by_id is null');
      await ask(server(), `mutation { chooseLocale(locale: "${locale}") { locale } }`, {}, headers[role]);
    }
    await sql(`update member set since = '2026-01-01' from person p where p.id = person_id and p.email = ?`, [PEOPLE.expert]);
  };

  test('has what they did, or what concerns them', async () => {
    await acts();
    const [scac, expert] = [await keyOf('scac'), await keyOf('expert')];
    const parts = async (filter: string): Promise<unknown[]> => (await trail(`, filter: { ${filter} }`)).map(({ by, about, part }) => [by?.email, about?.email, part]);
    expect(await parts(`by: "${scac}"`)).toEqual([[PEOPLE.scac, PEOPLE.scac, 'locale']]);
    expect(await parts(`by: "${expert}"`)).toEqual([[PEOPLE.expert, PEOPLE.expert, 'locale']]);
    // What the service did is by nobody, and concerns somebody all the same.
    expect(await parts(`about: "${expert}"`)).toEqual([[undefined, PEOPLE.expert, 'since'], [PEOPLE.expert, PEOPLE.expert, 'locale']]);
    expect(await parts(`by: "${scac}", about: "${expert}"`)).toEqual([]);
    expect(await parts(`about: "${expert}", subjects: [MEMBER]`)).toEqual([[undefined, PEOPLE.expert, 'since']]);
  });

  test('is asked for by what an entry says of them', async () => {
    await acts();
    const { data } = await ask(server(), '{ auditEntries { nodes { byKey aboutKey part } } }', {}, headers.adviser);
    const [scac, expert] = [await keyOf('scac'), await keyOf('expert')];
    expect(data).toEqual({ auditEntries: { nodes: [{ byKey: null, aboutKey: expert, part: 'since' }, { byKey: expert, aboutKey: expert, part: 'locale' }, { byKey: scac, aboutKey: scac, part: 'locale' }] } });
  });

  test('is the adviser’s alone: not even one’s own is counted for anybody else', async () => {
    await acts();
    const key = await keyOf('expert');
    for (const role of ROLES) {
      const { data } = await ask(server(), `{ by: auditEntries(filter: { by: "${key}" }) { totalCount } about: auditEntries(filter: { about: "${key}" }) { totalCount } }`, {}, headers[role]);
      expect(data, role).toEqual(ADVISERS.includes(role) ? { by: { totalCount: 1 }, about: { totalCount: 2 } } : { by: { totalCount: 0 }, about: { totalCount: 0 } });
    }
  });
});

describe('the application', () => {
  test.each([
    ['adds nothing', `insert into audit_entry (action, subject) values ('ADDED', 'PERSON')`, /row-level security/],
    ['changes nothing', `update audit_entry set action = 'ADDED'`, 0],
    ['removes nothing', 'delete from audit_entry', 0],
  ])('%s, whoever asks', async (_what, statement, outcome) => {
    await ask(server(), 'mutation { chooseLocale(locale: "fr") { locale } }', {}, headers.adviser);
    await ask(server(), 'mutation { chooseLocale(locale: "en") { locale } }', {}, headers.adviser);
    const [{ id }] = (await sql('select id from person where email = ?', [PEOPLE.adviser])) as [{ id: string }];
    await app.query(`select set_config('passerelle.person', $1, false), set_config('passerelle.purpose', 'sign-in', false)`, [id]);
    expect((await app.query('select from audit_entry')).rowCount).toBeGreaterThan(0);
    if (outcome instanceof RegExp) await expect(app.query(statement)).rejects.toThrow(outcome);
    else expect((await app.query(statement)).rowCount).toBe(outcome);
  });

  test('has forgotten what is more than a year old', async () => {
    await sql(`insert into audit_entry (action, subject, at) values ('ADDED', 'PERSON', now() - interval '366 days'), ('ADDED', 'MEMBER', now() - interval '364 days')`);
    await app.query('select forget_audit()');
    expect((await sql('select subject from audit_entry')) as unknown[]).toEqual([{ subject: 'MEMBER' }]);
  });

  test('could, were it not for the rules of the table', async () => {
    await sql('alter table audit_entry disable row level security');
    expect((await app.query(`insert into audit_entry (action, subject) values ('ADDED', 'PERSON')`)).rowCount).toBe(1);
    await sql('alter table audit_entry enable row level security');
  });
});
