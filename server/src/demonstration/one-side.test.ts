/** A database holds invented people, as whom anybody may sign in, or people whom a mail can reach: never both. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { fillDatabase } from '../prepare.ts';
import { fillDemonstration } from './index.ts';
import { waiting } from '../../test/waiting.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const REAL = 'claire@diplomatie.gouv.fr';
const PERSON = (email: string): string => `insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Somebody', '${email}', now(), now())`;

const on = ({ orm }: TestDatabase) => <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => orm.em.fork().execute<T[]>(text, values);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => on(server().database)<T>(text, values);

describe('in a demonstration', () => {
  /** Columns of an address that are no way in, and why. */
  const OTHERS = ['mail.recipient'];

  test('each column that may hold the address of a person is guarded', async () => {
    const columns = await sql<{ at: string }>(`
      select format('%s.%s', table_name, column_name) as at from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text' and column_name ~ 'e?mail|recipient' and column_name !~ 'visibility' and table_name not in ('organisation', 'hotline') order by 1`);
    const guarded = await sql<{ at: string }>(`select format('%s.email', tgrelid::regclass) as at from pg_trigger where tgfoid = 'refuse_reachable'::regproc and tgenabled = 'O' order by 1`);
    expect(columns.map(({ at }) => at).filter((at) => !OTHERS.includes(at)).sort()).toEqual(guarded.map(({ at }) => at).sort());
    expect(guarded.length).toBeGreaterThanOrEqual(6);
  });

  test.each([
    ['claire@diplomatie.gouv.fr', false], ['claire@example.fr', false], ['claire@ngo.example.rs', false], ['claire@examples', false], ['example@gmail.com', false], ['claire@notexample.org', false],
    ['claire@ngo.example', true], ['claire@example', true], ['claire@example.org', true], ['claire@mail.example.com', true], ['claire@site.test', true], ['claire@none.invalid', true], ['CLAIRE@NGO.EXAMPLE', true],
  ])('whether nobody can have %s is known: %s', async (address, is) => {
    expect(await sql('select is_unreachable(?) as is', [address])).toEqual([{ is }]);
  });

  test('a guest who signs in as the invented adviser can invite nobody real, nor ask in their name', async () => {
    const adviser = await signIn(server(), links, 'adviser@passerelle.example');
    const inviteReal = () => ask(server(), 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome } }', { input: { email: REAL, name: 'Claire', role: 'ASSISTANT', locale: 'fr', submission: randomUUID() } }, adviser);
    const refused = await inviteReal();
    expect(refused.code).toBe('DEMONSTRATION_ADDRESS');
    expect(await sql('select from invitation where email = ?', [REAL])).toEqual([]);
    expect(await sql('select from mail where recipient = ?', [REAL])).toEqual([]);
    // The control: without the rule the invitation goes out.
    await sql('alter table invitation disable trigger invitation_reachable');
    expect((await inviteReal()).data).toEqual({ inviteMember: { outcome: 'SENT' } });
    await sql('delete from invitation where email = ?', [REAL]);
    await sql('alter table invitation enable trigger invitation_reachable');
  });

  test('nobody real gets in by another way, and no address becomes a real one', async () => {
    await expect(sql(PERSON(REAL))).rejects.toThrow('an address that somebody can have');
    await expect(sql(`update person set email = ? where email = 'adviser@passerelle.example'`, [REAL])).rejects.toThrow('an address that somebody can have');
    await expect(sql('update participant set email = ?', [REAL])).rejects.toThrow('an address that somebody can have');
  });

  test('the application cannot say that it is none', async () => {
    const app = new pg.Client({ connectionString: server().database.app });
    await app.connect();
    try {
      expect((await app.query('select from demonstration')).rowCount).toBe(1);
      expect((await app.query('delete from demonstration')).rowCount).toBe(0);
      await expect(app.query('insert into demonstration default values')).rejects.toThrow('row-level security');
    } finally {
      await app.end();
    }
  });
});

describe('where people are whom a mail can reach', () => {
  let real: Awaited<ReturnType<typeof copyDatabase>>;
  const here = <T = Record<string, unknown>>(text: string): Promise<T[]> => on(real)<T>(text);
  beforeAll(async () => {
    real = await copyDatabase('empty');
  });
  afterAll(() => real.drop());

  test('no demonstration begins, and nothing invented is filled in', async () => {
    await here(PERSON(REAL));
    expect(await fillDatabase(real.orm, { demonstration: true })).toMatchObject({ demonstration: 'REFUSED' });
    for (const table of ['demonstration', 'expert', 'training_session', 'invitation']) expect(await here(`select from ${table}`)).toEqual([]);
    await expect(here('insert into demonstration default values')).rejects.toThrow('whom a mail can reach');
    await expect(here('update person set is_demonstration = true')).rejects.toThrow('where there is no demonstration');
    await here('delete from person');
  });

  test('nor where somebody has made something, or only waits to be let in', async () => {
    await here(PERSON('somebody@ngo.example'));
    expect(await fillDemonstration(real.orm.em.fork())).toBe('REFUSED');
    await here('delete from person');
  });

  /** Both at once: the first holds its transaction open until the other waits for it. */
  async function race(first: string, second: string): Promise<boolean> {
    const [one, other] = await Promise.all([real.owner, real.owner].map(async (connectionString) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      return client;
    }));
    try {
      await one!.query('begin');
      await one!.query(first);
      const done = other!.query(second).then(() => true, () => false);
      await vi.waitUntil(async () => (await Promise.race([done.then(() => true), waiting(real).then((n) => n > 0)])), { timeout: 15_000 });
      await one!.query('commit');
      return await done;
    } finally {
      await Promise.all([one!.end(), other!.end()]);
      await here('delete from person');
      await here('delete from demonstration');
    }
  }

  test('of somebody real and a demonstration that come at once, the second is refused', async () => {
    const begin = 'insert into demonstration default values';
    expect(await race(PERSON(REAL), begin)).toBe(false);
    expect(await race(begin, PERSON(REAL))).toBe(false);
    // The control: without the rules both are there.
    await here('alter table person disable trigger person_reachable; alter table demonstration disable trigger demonstration_begins');
    expect([await race(PERSON(REAL), begin), await race(begin, PERSON(REAL))]).toEqual([true, true]);
    await here('alter table person enable trigger person_reachable; alter table demonstration enable trigger demonstration_begins');
  });

  test('a database that was put together of both does not start', async () => {
    await here('alter table demonstration disable trigger demonstration_begins');
    await here(PERSON(REAL));
    await here('insert into demonstration default values');
    await expect(fillDatabase(real.orm, { demonstration: true })).rejects.toThrow('Begin with an empty database');
    await here('delete from person');
    expect(await fillDatabase(real.orm, { demonstration: false })).toMatchObject({ demonstration: 'LEFT' });
  });
});
