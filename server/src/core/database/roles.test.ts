import pg from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { start } from '../../../test/http/harness.ts';
import { refuseFreeRole, refuseWithoutGrants } from './application-role.ts';
import { openReadPool } from './read-pool.ts';
import { provisionApp } from './roles.ts';

const database = testDatabase('empty');
const open: pg.Client[] = [];

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.end()));
});

describe('the application role', () => {
  test('owns nothing, cannot bypass row security and is no superuser', async () => {
    const app = await connect(database().app);
    const { rows } = await app.query<{ owned: number; rolsuper: boolean; rolbypassrls: boolean }>(`
      select (select count(*)::int from pg_class where relowner = r.oid) as owned, rolsuper, rolbypassrls from pg_roles r where rolname = current_user`);
    expect(rows).toEqual([{ owned: 0, rolsuper: false, rolbypassrls: false }]);
  });

  test.each(['create table intruder (id int)', 'drop table country', 'alter table country add column intruder int', 'truncate country', 'create extension citext'])(
    'is refused: %s', async (statement) => {
      const app = await connect(database().app);
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    },
  );

  test('the owner may do what the role is refused', async () => {
    const owner = await connect(database().owner);
    await owner.query('begin; create table intruder (id int); rollback');
  });

  test('reads and writes rows, of later tables too', async () => {
    const owner = await connect(database().owner);
    await owner.query('create table later (id int)');
    const app = await connect(database().app);
    await app.query('insert into later values (1)');
    expect((await app.query('select id from later')).rows).toEqual([{ id: 1 }]);
    await owner.query('drop table later');
  });

  test('is the same when it is made sure of again, by two at once', async () => {
    const [first, second] = await Promise.all([provisionApp(database().owner), provisionApp(database().owner)]);
    expect([first, second]).toEqual([database().app, database().app]);
  });
});

describe('a role that is named to serve requests', () => {
  const made: string[] = [];
  const asAdministrator = async (text: string): Promise<void> => {
    const url = new URL(inject('databases').superuser);
    url.pathname = new URL(database().owner).pathname;
    await (await connect(url.href)).query(text);
  };
  const ownerOfTables = async (): Promise<string> => (await (await connect(database().owner)).query<{ name: string }>('select current_user as name')).rows[0]!.name;

  /** The URL of a role that may log in and has the rights that the README names; `options` are those of `create role`. */
  async function role(name: string, options = ''): Promise<string> {
    const full = `${name}_${process.pid}`;
    made.push(full);
    await asAdministrator(`create role ${full} login password 'only in this test' ${options}`);
    await (await connect(database().owner)).query(`
      grant select, insert, update, delete on all tables in schema public to ${full};
      grant usage on all sequences in schema public to ${full}`);
    const url = new URL(database().owner);
    url.username = full;
    url.password = 'only in this test';
    return url.href;
  }

  /** The same database as `url`, whose login takes the role of that name. */
  const taking = (url: string, name: string): string => {
    const taken = new URL(url);
    taken.searchParams.set('options', `-c role=${name}`);
    return taken.href;
  };

  const asks = async (app: string, isNamed = true): Promise<void> => {
    await refuseFreeRole({ owner: database().owner, app }, isNamed);
    await refuseWithoutGrants({ owner: database().owner, app });
  };

  afterEach(async () => {
    for (const name of made.splice(0).reverse()) await asAdministrator(`drop owned by ${name}; drop role ${name}`);
  });

  test('serves them where it owns nothing and may use what is there', async () => {
    await expect(asks(await role('plain'))).resolves.toBeUndefined();
  });

  test('serves them where it was made from the owner’s', async () => {
    await expect(asks(database().app)).resolves.toBeUndefined();
  });

  test('is refused as the owner', async () => {
    await expect(asks(database().owner)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining('is the one of DATABASE_URL') });
  });

  test.each([['superuser', 'is a superuser'], ['bypassrls', 'has BYPASSRLS']])('is refused with %s', async (option, why) => {
    await expect(asks(await role('free', option))).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining(why) });
    // The same role without it serves them: it is this that is refused.
    await asAdministrator(`alter role ${made[0]!} no${option}`);
    const url = new URL(database().owner);
    [url.username, url.password] = [made[0]!, 'only in this test'];
    await expect(asks(url.href)).resolves.toBeUndefined();
  });

  test.each(['', 'noinherit'])('is refused as a member of the owner, of another member, of one with BYPASSRLS (%j)', async (inheriting) => {
    const app = await role('member', inheriting);
    await role('between');
    await role('bypassing', 'bypassrls');
    const owner = await ownerOfTables();
    const [member, other, free] = made as [string, string, string];
    await asAdministrator(`grant ${owner} to ${member}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining(`is a member of "${owner}"`) });
    await asAdministrator(`revoke ${owner} from ${member}; grant ${other} to ${member}`);
    await expect(asks(app)).resolves.toBeUndefined();
    await asAdministrator(`grant ${owner} to ${other}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining(`is a member of "${owner}"`) });
    await asAdministrator(`revoke ${owner} from ${other}; grant ${free} to ${member}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining('BYPASSRLS') });
  });

  test('is refused with CREATEROLE, its own or another’s, where PostgreSQL lets it take any role by that', async () => {
    const { rows: [version] } = await (await connect(database().owner)).query<{ takesAny: boolean }>(`select current_setting('server_version_num')::int < 160000 as "takesAny"`);
    const refused = { code: 'ROLE_TOO_FREE', message: expect.stringContaining('has CREATEROLE') };
    const answers = (app: string): Promise<void> => version!.takesAny ? expect(asks(app)).rejects.toMatchObject(refused) : expect(asks(app)).resolves.toBeUndefined();
    const creating = await role('creating', 'createrole');
    const member = await role('near', 'noinherit');
    const owner = await ownerOfTables();
    await answers(creating);
    // What the answer foretells: it makes itself a member of the owner, or may not.
    const grants = (await connect(creating)).query(`grant ${owner} to ${made[0]!}`);
    await (version!.takesAny ? expect(grants).resolves.toBeDefined() : expect(grants).rejects.toThrow('permission denied'));
    if (version!.takesAny) await asAdministrator(`revoke ${owner} from ${made[0]!}`);
    await asAdministrator(`grant ${made[0]!} to ${made[1]!}`);
    await answers(member);
    await asAdministrator(`revoke ${made[0]!} from ${made[1]!}; alter role ${made[0]!} nocreaterole`);
    await expect(asks(creating)).resolves.toBeUndefined();
    await expect(asks(member)).resolves.toBeUndefined();
  });

  test('is refused where its login is a superuser or a member of the owner, whatever role it takes, unless we have made it of the owner’s', async () => {
    await role('taken');
    const login = await role('login', 'superuser noinherit');
    const owner = await ownerOfTables();
    await asAdministrator(`grant ${made[0]!} to ${made[1]!}`);
    const app = taking(login, made[0]!);
    expect((await (await connect(app)).query('select current_user as name')).rows).toEqual([{ name: made[0] }]);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringMatching(`^The database role "${made[1]!}", which takes the one that is to serve .* is a superuser`) });
    await asAdministrator(`alter role ${made[1]!} nosuperuser; grant ${owner} to ${made[1]!}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining(`is a member of "${owner}"`) });
    await asAdministrator(`revoke ${owner} from ${made[1]!}; grant ${made[0]!} to ${owner}`);
    await expect(asks(app)).resolves.toBeUndefined();
    const own = taking(database().owner, made[0]!);
    await expect(asks(own)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining('is the one of DATABASE_URL') });
    await expect(asks(own, false)).resolves.toBeUndefined();
  });

  test('needs no right on what belongs to an extension', async () => {
    const app = await role('beside');
    await (await connect(database().owner)).query('create table of_extension (id int)');
    await expect(asks(app)).rejects.toMatchObject({ code: 'GRANTS_MISSING', message: expect.stringContaining('on "of_extension"') });
    await asAdministrator('alter extension plpgsql add table of_extension');
    await expect(asks(app)).resolves.toBeUndefined();
    await asAdministrator('alter extension plpgsql drop table of_extension; drop table of_extension');
  });

  test('is refused where it owns a table, and where it is a member of who does', async () => {
    const app = await role('owning');
    await role('another');
    const [owning, another] = made as [string, string];
    await asAdministrator(`create table strange (id int); alter table strange owner to ${owning}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining('owns "strange"') });
    await asAdministrator(`alter table strange owner to ${another}; grant ${another} to ${owning}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'ROLE_TOO_FREE', message: expect.stringContaining('owns "strange"') });
    await asAdministrator('drop table strange');
    await expect(asks(app)).resolves.toBeUndefined();
  });

  test.each([['insert', 'on person', 'INSERT on "person"'], ['select', 'on training_record', 'SELECT on "training_record"'], ['usage', 'on schema public', 'of its rights']])('is refused without %s %s', async (right, on, said) => {
    const app = await role('poor');
    const from = on.includes('schema') ? 'public' : made[0]!;
    await asAdministrator(`revoke ${right} ${on} from ${from}`);
    await expect(asks(app)).rejects.toMatchObject({ code: 'GRANTS_MISSING', message: expect.stringContaining(said) });
    await asAdministrator(`grant ${right} ${on} to ${from}`);
    await expect(asks(app)).resolves.toBeUndefined();
  });

  test('is refused in another database than the owner’s', async () => {
    const elsewhere = new URL(inject('databases').full);
    const app = new URL(await role('astray'));
    app.pathname = elsewhere.pathname;
    await expect(asks(app.href)).rejects.toMatchObject({ code: 'GRANTS_MISSING' });
  });

  test('stops a server at its start, and one that is held lets it start', async () => {
    await expect(start(database(), {}, { databaseAppUrl: database().owner, demonstration: false })).rejects.toThrow('so that no rule of rows would hold it');
    const serving = await role('serving');
    await asAdministrator(`grant ${made[0]!} to ${await ownerOfTables()}`);
    await expect(start(database(), {}, { databaseAppUrl: taking(database().owner, made[0]!), demonstration: false })).rejects.toThrow('which takes the one that is to serve');
    const server = await start(database(), {}, { databaseAppUrl: serving, demonstration: false });
    await server.close();
  });
});

describe('the connections of the readers', () => {
  test('cannot write', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    const write = pool.run({ text: `insert into country (code, latitude, longitude, time_zone, currency, first_working_day) values ('ZZ', 0, 0, 'UTC', 'EUR', 1) returning code`, values: [] });
    await expect(write).rejects.toThrow(/read-only/);
    await pool.close();
  });

  test('end a statement that runs too long, and say so by a code', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    await expect(pool.run({ text: `select pg_sleep(10)::text`, values: [] })).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
    await pool.close();
  });
});

describe('a connection', () => {
  test('outlives a statement that the database refuses, and not the end of its own process', async () => {
    const pool = openReadPool(database().app, { size: 1, log: () => undefined });
    const backend = (): Promise<string> => pool.run({ text: 'select pg_backend_pid()::text', values: [] });
    const first = await backend();
    await expect(pool.run({ text: 'select $1::date::text', values: ['31 February'] })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(await backend()).toBe(first);
    await pool.run({ text: `select pg_terminate_backend(pg_backend_pid())::text`, values: [] }).catch(() => undefined);
    expect(await backend()).not.toBe(first);
    await pool.close();
  });
});
