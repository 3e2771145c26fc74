/** The two roles: an owner that migrates, and an application role that owns nothing and serves the requests. */
import { createHmac } from 'node:crypto';
import pg from 'pg';

export interface DatabaseUrls {
  /** Owns the tables; used by migrations and the reference import only. */
  readonly owner: string;
  /** Serves requests: reads and writes rows, owns nothing, changes no table. */
  readonly app: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Creates the database and its owner in our own cluster, where they are missing. `superuser` is the cluster's URL. */
export async function provisionOwner(superuser: string, database: string): Promise<string> {
  const owner = `${database}_owner`;
  const url = new URL(superuser);
  const password = derivedPassword(decodeURIComponent(url.password), owner);
  await withClient(superuser, async (client) => {
    await client.query(`do $$ begin create role ${quoted(owner)} login createrole; exception when duplicate_object then null; end $$`);
    await client.query(`alter role ${quoted(owner)} login createrole password ${literal(password)}`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${quoted(database)} owner ${quoted(owner)}`);
  });
  return withUser(superuser, owner, password, database);
}

/**
 * Makes sure of the application role of the database at `ownerUrl` and gives the URL to connect as it. Where the owner
 * has a password the role logs in with one derived from it; where it has none (trust, peer), the connection is the
 * owner's and takes the application role at once, as its first setting.
 */
export async function provisionApp(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ database: string; owner: string }>('select current_database() as database, current_user as owner');
    const { database, owner } = rows[0]!;
    const app = `${database}_app`.slice(0, 63);
    const password = url.password === '' ? undefined : derivedPassword(decodeURIComponent(url.password), app);
    // One at a time: PostgreSQL refuses two changes of the same role or grant at once.
    const statements = [
      'select pg_advisory_xact_lock(7266001)',
      `do $$ begin create role ${quoted(app)}; exception when duplicate_object or unique_violation then null; end $$`,
      password === undefined ? `grant ${quoted(app)} to ${quoted(owner)}` : `alter role ${quoted(app)} login password ${literal(password)}`,
      `grant connect on database ${quoted(database)} to ${quoted(app)}`,
      `grant usage on schema public to ${quoted(app)}`,
      `grant select, insert, update, delete on all tables in schema public to ${quoted(app)}`,
      `grant usage on all sequences in schema public to ${quoted(app)}`,
      `alter default privileges for role ${quoted(owner)} in schema public grant select, insert, update, delete on tables to ${quoted(app)}`,
      `alter default privileges for role ${quoted(owner)} in schema public grant usage on sequences to ${quoted(app)}`,
    ];
    await client.query(`begin; ${statements.join('; ')}; commit`);
    if (password !== undefined) return withUser(ownerUrl, app, password, database);
    const assumed = new URL(ownerUrl);
    assumed.searchParams.set('options', `-c role=${app}`);
    return assumed.href;
  });
}

/** A role's password that only someone who knows the other one can work out: nothing more to keep. */
function derivedPassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`passerelle role ${role}`).digest('base64url');
}

/** A secret for `purpose` that every process at this database works out for itself; undefined where its URL has no password. */
export function secretOf(ownerUrl: string, purpose: string): string | undefined {
  const { password } = new URL(ownerUrl);
  return password === '' ? undefined : createHmac('sha256', decodeURIComponent(password)).update(`passerelle ${purpose}`).digest('base64url');
}

function withUser(url: string, user: string, password: string, database: string): string {
  const made = new URL(url);
  made.username = encodeURIComponent(user);
  made.password = encodeURIComponent(password);
  made.pathname = `/${encodeURIComponent(database)}`;
  return made.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
