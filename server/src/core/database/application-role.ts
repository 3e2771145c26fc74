/** What the role that serves requests must not be and what it must have: the database is asked before anybody is served. */
import pg from 'pg';
import type { DatabaseUrls } from './roles.ts';

/** Why a role cannot serve requests; the message is one sentence for the operator, the code is for the program. */
type RoleErrorCode = 'ROLE_TOO_FREE' | 'GRANTS_MISSING';

/** That the role cannot serve requests. */
export class RoleError extends Error {
  readonly code: RoleErrorCode;

  constructor(code: RoleErrorCode, message: string) {
    super(message);
    this.name = 'RoleError';
    this.code = code;
  }
}

interface Freedoms {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owner: boolean | null;
  readonly owned: string | null;
}

// A role that is a member may take the other one at any time, also where it inherits nothing.
const FREEDOMS = `
  select current_user as role,
    exists (select from pg_roles where rolsuper and pg_has_role(current_user, oid, 'MEMBER')) as superuser,
    exists (select from pg_roles where rolbypassrls and pg_has_role(current_user, oid, 'MEMBER')) as bypasses,
    (select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1) as owner,
    (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^(pg_|information_schema$)' and pg_has_role(current_user, c.relowner, 'MEMBER')) as owned`;

const RELATIONS = `
  select c.oid, c.relname as name, case c.relkind when 'S' then '{USAGE}' when 'v' then '{SELECT}' else '{SELECT,INSERT,UPDATE,DELETE}' end::text[] as needed
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and pg_has_role(current_user, c.relowner, 'USAGE') order by c.relname`;

interface Relation {
  readonly oid: number;
  readonly name: string;
  readonly needed: readonly string[];
}

// What is not there, as in another database, is nobody's to use. What is asked of a sequence is no right of a table.
const LACKING = `
  select current_user as role, x.name, p.needed
  from json_to_recordset($1) as x(oid oid, name text, needed json) cross join lateral json_array_elements_text(x.needed) as p(needed)
  where not coalesce(case p.needed when 'USAGE' then has_sequence_privilege(x.oid, 'USAGE') else has_table_privilege(x.oid, p.needed) end, false)
    or not has_schema_privilege('public', 'USAGE')`;

/**
 * Makes sure that the rules of rows hold the role at `app`: PostgreSQL asks them of no superuser, of no role with BYPASSRLS and
 * of nobody who owns a table, and says nothing of it.
 * @throws RoleError (ROLE_TOO_FREE) where the role is one of these or may become one
 */
export async function refuseFreeRole({ owner, app }: DatabaseUrls): Promise<void> {
  const [owning] = await rowsOf<{ role: string }>(owner, 'select current_user as role');
  const [freedoms] = await rowsOf<Freedoms>(app, FREEDOMS, [owning!.role]);
  const freedom = freedomOf(freedoms!, owning!.role);
  if (freedom) throw new RoleError('ROLE_TOO_FREE', `The database role "${freedoms!.role}", which is to serve requests, ${freedom}, so that no rule of rows would hold it: let DATABASE_APP_URL name a role that owns nothing, or leave it out, and start again.`);
}

function freedomOf({ role, superuser, bypasses, owner, owned }: Freedoms, owning: string): string | undefined {
  if (superuser) return 'is a superuser or may become one';
  if (bypasses) return 'has BYPASSRLS or may become a role that has it';
  if (role === owning) return 'is the one of DATABASE_URL, which owns the tables';
  if (owner) return `is a member of "${owning}", which owns the tables`;
  return owned === null ? undefined : `owns "${owned}", or is a member of the role that does`;
}

/**
 * Makes sure that the role at `app` may use the tables, views and sequences that are the owner's, once they are there.
 * @throws RoleError (GRANTS_MISSING) naming the first that it may not
 */
export async function refuseWithoutGrants({ owner, app }: DatabaseUrls): Promise<void> {
  const relations = await rowsOf<Relation>(owner, RELATIONS);
  const lacking = await rowsOf<{ role: string; name: string; needed: string }>(app, LACKING, [JSON.stringify(relations)]);
  const [first] = lacking;
  if (first) throw new RoleError('GRANTS_MISSING', `The database role "${first.role}", which is to serve requests, lacks ${lacking.length} of its rights, ${first.needed} on "${first.name}" among them: grant it what the README says of DATABASE_APP_URL, and start again.`);
}

async function rowsOf<T extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
