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
  /** Whether it is the one that the connection has taken, and not the one that it has logged in as. */
  readonly serves: boolean;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owner: boolean | null;
  readonly owned: string | null;
  readonly grants: boolean;
}

// A role that is a member may take the other one at any time, also where it inherits nothing. Before PostgreSQL 16 one with
// CREATEROLE may make itself a member of any role but a superuser; since then only of those that it is a member of anyhow.
const FREEDOMS = `
  select r.rolname as role, r.rolname = current_user as serves,
    exists (select from pg_roles where rolsuper and pg_has_role(r.oid, oid, 'MEMBER')) as superuser,
    exists (select from pg_roles where rolbypassrls and pg_has_role(r.oid, oid, 'MEMBER')) as bypasses,
    (select pg_has_role(r.oid, oid, 'MEMBER') from pg_roles where rolname = $1) as owner,
    (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^(pg_|information_schema$)' and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owned,
    exists (select from pg_roles where rolcreaterole and current_setting('server_version_num')::int < 160000 and pg_has_role(r.oid, oid, 'MEMBER')) as grants
  from pg_roles r where r.rolname = current_user or ($2::boolean and r.rolname = session_user) order by serves desc`;

// What belongs to an extension is not ours to use.
const RELATIONS = `
  select c.oid, c.relname as name, case c.relkind when 'S' then '{USAGE}' when 'v' then '{SELECT}' else '{SELECT,INSERT,UPDATE,DELETE}' end::text[] as needed
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and pg_has_role(current_user, c.relowner, 'USAGE')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;

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
 * of nobody who owns a table, and says nothing of it. Where the operator has named it (`isNamed`), what the connection logs in as is
 * asked too, which it may be again at any time; the connection that we make of a passwordless owner's only takes the role.
 * @throws RoleError (ROLE_TOO_FREE) where the role is one of these or may become one
 */
export async function refuseFreeRole({ owner, app }: DatabaseUrls, isNamed: boolean): Promise<void> {
  const [owning] = await rowsOf<{ role: string }>(owner, 'select current_user as role');
  for (const freedoms of await rowsOf<Freedoms>(app, FREEDOMS, [owning!.role, isNamed])) {
    const freedom = freedomOf(freedoms, owning!.role);
    const purpose = freedoms.serves ? 'is to serve requests' : 'takes the one that is to serve requests and may give it up again';
    if (freedom) throw new RoleError('ROLE_TOO_FREE', `The database role "${freedoms.role}", which ${purpose}, ${freedom}, so that no rule of rows would hold it: let DATABASE_APP_URL name a role that owns nothing, or leave it out, and start again.`);
  }
}

function freedomOf({ role, superuser, bypasses, owner, owned, grants }: Freedoms, owning: string): string | undefined {
  if (superuser) return 'is a superuser or may become one';
  if (bypasses) return 'has BYPASSRLS or may become a role that has it';
  if (role === owning) return 'is the one of DATABASE_URL, which owns the tables';
  if (owner) return `is a member of "${owning}", which owns the tables`;
  if (owned !== null) return `owns "${owned}", or is a member of the role that does`;
  return grants ? 'has CREATEROLE, with which it may take any other role before PostgreSQL 16, or may become a role that has it' : undefined;
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
