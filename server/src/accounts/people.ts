/** Who has an account: what the operator of an installation does by hand, before there is anybody to invite others. */
import { domainToASCII } from 'node:url';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GraphQLEmailAddress } from 'graphql-scalars';
import { v7 } from 'uuid';
import { scopeOf } from './accounts.policy.ts';
import { MemberRole, type RoleScope } from './member-role.ts';

/** Somebody to give an account. */
export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The code of a country or the slug of an organisation, where the role is for one. */
  readonly scope?: string | undefined;
}

/** Where what a role is for is kept. */
const TABLE: Readonly<Record<RoleScope, 'country' | 'organisation' | undefined>> = { NOWHERE: undefined, COUNTRY: 'country', NGO: 'organisation', INTERNATIONAL: 'organisation' };

/** Gives somebody an account and a role, or another role to somebody who has an account. `em` is the owner's. Throws with a sentence that says what is wrong. */
export async function addPerson(em: EntityManager, { email: given, name, role, scope }: NewPerson): Promise<void> {
  const email = addressOf(given);
  if (!isRole(role)) throw new Error(`Not a role: ${role}. The roles are ${Object.keys(MemberRole).join(', ')}.`);
  const table = TABLE[scopeOf(role)];
  if ((table === undefined) !== (scope === undefined)) throw new Error(table ? `${role} is for a ${table}: say which` : `${role} is for no country and no organisation`);
  const key = table === 'country' ? 'code' : 'slug';
  if (table && (await em.execute<unknown[]>(`select from "${table}" where ${key} = ?`, [scope])).length === 0) throw new Error(`There is no ${table} ${scope}`);
  await refuseDemonstration(em, email);
  await em.transactional(async (transaction) => {
    const [person] = await transaction.execute<{ id: string }[]>(
      `insert into person (id, name, email, created_at, updated_at) values (?, ?, ?, now(), now())
       on conflict (email) do update set name = excluded.name, suspended_at = null, updated_at = now() returning id`, [v7(), name, email],
    );
    await transaction.execute(
      `insert into member (uuid, person_id, role, country_code, organisation_slug, since)
       select ?::uuid, n.person_id, n.role, n.country_code, n.organisation_slug, current_date
       from (values (?::uuid, ?::text, ?::text, ?::text)) n (person_id, role, country_code, organisation_slug)
       where not exists (select from member m where (m.person_id, m.role) = (n.person_id, n.role) and m.suspended_at is null and m.until is null
         and m.country_code is not distinct from n.country_code and m.organisation_slug is not distinct from n.organisation_slug)`,
      [v7(), person!.id, role, table === 'country' ? scope : null, table === 'organisation' ? scope : null],
    );
  });
}

/** As the forms send and take it: whoever is added must be able to sign in with it. Throws for what is none. */
function addressOf(given: string): string {
  const [, name, domain] = /^([^@]*@)([^\s@/]+)$/.exec(given) ?? [];
  try {
    return (GraphQLEmailAddress.parseValue(`${name}${domainToASCII(domain!)}`) as string).toLowerCase();
  } catch {
    throw new Error(`Not an e-mail address: ${given}`);
  }
}

function isRole(given: string): given is MemberRole {
  return Object.hasOwn(MemberRole, given);
}

/** In a demonstration guests see everybody who has an account: nobody real is put among them, and no invented person becomes somebody else. */
async function refuseDemonstration(em: EntityManager, email: string): Promise<void> {
  const [found] = await em.execute<[{ refused: boolean; invented: boolean }]>(
    `select exists (select from demonstration) and not is_unreachable(?) as refused, exists (select from person where email = ? and is_demonstration) as invented`, [email, email]);
  if (found.invented) throw new Error(`${email} is an invented person of the demonstration`);
  if (!found.refused) return;
  throw new Error(
    'This database is a demonstration: anybody may sign in as its invented people, one of them the adviser who sees everybody. For real people begin with an empty database and '
    + 'DEMONSTRATION=no. To try something out, give an address that nobody can have (RFC 2606), such as somebody@ngo.example.',
  );
}

/** Suspends somebody, who may do nothing from the next request on. Throws when nobody has the address. */
export async function suspendPerson(em: EntityManager, email: string): Promise<void> {
  const rows = await em.execute<unknown[]>('update person set suspended_at = coalesce(suspended_at, now()) where email = ? returning id', [email.toLowerCase()]);
  if (rows.length === 0) throw new Error(`Nobody has the address ${email}`);
}
