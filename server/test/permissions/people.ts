/** Tries every path to the people of an organisation, and what the view itself gives: who is seen, and whose address. */
import pg from 'pg';
import type { Visibility } from '../../src/core/consent/index.ts';
import { ask, type TestServer } from '../http/harness.ts';
import { type Headers, OUTSIDERS, PEOPLE, type Role, ROLES } from './roles.ts';

/** Somebody who is seen, by name, and their address where it is. */
export interface Seen {
  readonly name: string;
  readonly email: string | null;
}

const inside = ROLES.filter((role) => !OUTSIDERS.includes(role));

/** Who sees what somebody of a Serbian organisation shows by this choice. */
export const SEES: Readonly<Record<Visibility, readonly Role[]>> = {
  PUBLIC: ROLES, NETWORK: inside, POST: ['scac', 'ssi', 'assistant', 'adviser'], ADVISER: ['assistant', 'adviser'],
};

type Answered = Readonly<Record<string, unknown>>;
const nodes = (value: unknown): { id: string; people: Seen[] }[] => (value as { nodes: { id: string; people: Seen[] }[] }).nodes;

/** By path: what is asked, and the organisations in the answer. */
const PATHS: Readonly<Record<string, { readonly document: (id: string) => string; readonly find: (data: Answered) => { id: string; people: Seen[] }[] }>> = {
  direct: { document: (id) => `{ organisation(id: "${id}") { id people { name email } } }`, find: (data) => [data.organisation].filter(Boolean) as never },
  node: { document: (id) => `{ node(id: "${id}") { id ... on Organisation { people { name email } } } }`, find: (data) => [data.node].filter(Boolean) as never },
  list: { document: () => '{ organisations(first: 100) { nodes { id people { name email } } } }', find: (data) => nodes(data.organisations) },
  country: { document: () => '{ country(code: "RS") { organisations(first: 100) { nodes { id people { name email } } } } }', find: (data) => nodes((data.country as Answered).organisations) },
};

/** Whom a role sees of an organisation, by each path. */
export async function seenBy(server: TestServer, headers: Headers, role: Role, slug: string): Promise<Readonly<Record<string, readonly Seen[]>>> {
  const found: Record<string, readonly Seen[]> = {};
  for (const [path, { document, find }] of Object.entries(PATHS)) {
    const { data, errors } = await ask(server, document(`Organisation_${slug}`), {}, headers[role]);
    if (!data || errors) throw new Error(`${role} by ${path}: no answer`);
    found[path] = find(data).find(({ id }) => id === `Organisation_${slug}`)?.people ?? [];
  }
  return found;
}

/** Whom the view gives a role, asked without any reader. */
export async function givenTo(server: TestServer, role: Role, slug: string): Promise<Seen[]> {
  const client = new pg.Client({ connectionString: server.database.app });
  await client.connect();
  try {
    // Whoever is suspended acts as nobody: no request of theirs says who they are.
    if (!OUTSIDERS.includes(role)) {
      const [person] = await server.database.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [PEOPLE[role as keyof typeof PEOPLE]]);
      await client.query(`select set_config('passerelle.person', $1, false)`, [person!.id]);
    }
    return (await client.query<Seen>('select name, email from contact_person where organisation_slug = $1 order by uuid', [slug])).rows;
  } finally {
    await client.end();
  }
}
