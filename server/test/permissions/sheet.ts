/** Tries every path to the fields that an expert shows by consent, and the view itself. */
import pg from 'pg';
import type { Visibility } from '../../src/core/consent/index.ts';
import { ask, type TestServer } from '../http/harness.ts';
import { CONSENT } from './field-expectations.ts';
import { type Headers, OUTSIDERS, PEOPLE, type Role, ROLES } from './roles.ts';

/** What stands on a sheet, and what an expert shows of it. */
export interface Sheet {
  readonly uuid: string;
  readonly name: string;
  readonly institution: string;
  readonly email: string;
}

/** Who may see each field. The missions are tried apart (`done-missions.test.ts`). */
export type Choices = Readonly<Record<'name' | 'institution' | 'email' | 'missions', Visibility>>;

interface Shown {
  readonly id: string;
  readonly name: string | null;
  readonly institution: { readonly code: string } | null;
  readonly email: string | null;
}

type Answered = Readonly<Record<string, unknown>>;
const FIELDS = 'id name email institution { code }';
const nodes = (value: unknown): Shown[] => (value as { nodes: Shown[] }).nodes;

/** By path: what is asked, and the experts in the answer. */
const PATHS: Readonly<Record<string, { readonly document: (id: string) => string; readonly find: (data: Answered) => Shown[] }>> = {
  direct: { document: (id) => `{ expert(id: "${id}") { ${FIELDS} } }`, find: (data) => [data.expert as Shown] },
  node: { document: (id) => `{ node(id: "${id}") { ... on Expert { ${FIELDS} } } }`, find: (data) => [data.node as Shown] },
  list: { document: () => `{ experts(first: 100, filter: { country: "RS" }) { nodes { ${FIELDS} } } }`, find: (data) => nodes(data.experts) },
  country: { document: () => `{ country(code: "RS") { experts(first: 100) { nodes { ${FIELDS} } } } }`, find: (data) => nodes((data.country as Answered).experts) },
  trainers: {
    document: () => `{ trainingSessions(first: 100) { nodes { trainers { ${FIELDS} } } } }`,
    find: (data) => (data.trainingSessions as { nodes: { trainers: Shown[] }[] }).nodes.flatMap(({ trainers }) => trainers),
  },
};

/** What a role is due to see of a sheet. */
function dueTo(role: Role, sheet: Sheet, choices: Choices): readonly (string | null)[] {
  return (['name', 'institution', 'email'] as const).map((field) => (CONSENT[role].includes(choices[field]) ? sheet[field] : null));
}

/** What is wrong, as sentences: every path and the view, for each role; empty when each shows what the expert chose and nothing else. */
export async function wrongFields(server: TestServer, headers: Headers, sheet: Sheet, choices: Choices, roles: readonly Role[] = ROLES): Promise<string[]> {
  const wrong: string[] = [];
  for (const role of roles) {
    const due = JSON.stringify(dueTo(role, sheet, choices));
    const told = (path: string, seen: readonly (string | null)[] | undefined): void => {
      if (JSON.stringify(seen) !== due) wrong.push(`${role} by ${path}: sees ${JSON.stringify(seen)}, due is ${due}`);
    };
    for (const [path, { document, find }] of Object.entries(PATHS)) {
      const { data } = await ask(server, document(`Expert_${sheet.uuid}`), {}, headers[role]);
      const shown = data ? find(data).find(({ id }) => id === `Expert_${sheet.uuid}`) : undefined;
      told(path, shown && [shown.name, shown.institution?.code ?? null, shown.email]);
    }
    told('the view', await givenTo(server, role, sheet.uuid));
    const { data } = await ask(server, '{ experts(first: 100, filter: { institution: "INSTITUTION" }) { totalCount nodes { id } } }'.replace('INSTITUTION', sheet.institution), {}, headers[role]);
    const isFound = nodes(data!.experts).some(({ id }) => id === `Expert_${sheet.uuid}`);
    if (isFound !== CONSENT[role].includes(choices.institution)) wrong.push(`${role} by the condition on institutions: ${isFound ? 'finds' : 'does not find'} them`);
  }
  return wrong;
}

/** What the view gives a role, asked without any reader. */
async function givenTo(server: TestServer, role: Role, uuid: string): Promise<readonly (string | null)[]> {
  const { rows } = await asRole(server, role, 'select name, institution_code as institution, email from listed_expert where uuid = $1', [uuid]);
  const [row] = rows as (Omit<Sheet, 'uuid'>)[];
  return [row!.name, row!.institution, row!.email];
}

/** Does something as somebody, without any reader, and undoes it. A refusal of the database gives its code in the place of rows. */
export async function asRole(server: TestServer, role: Role, statement: string, values: unknown[] = []): Promise<{ readonly rows: readonly unknown[]; readonly count: number | string }> {
  const client = new pg.Client({ connectionString: server.database.app });
  await client.connect();
  try {
    await client.query('begin');
    // Whoever is suspended acts as nobody: no request of theirs says who they are.
    const [person] = OUTSIDERS.includes(role) ? [] : await server.database.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [PEOPLE[role as keyof typeof PEOPLE]]);
    if (person) await client.query(`select set_config('passerelle.person', $1, true)`, [person.id]);
    return await client.query(statement, values).then(({ rows, rowCount }) => ({ rows: rows as unknown[], count: rowCount ?? 0 }), (error: pg.DatabaseError) => ({ rows: [], count: error.code! }));
  } finally {
    await client.query('rollback');
    await client.end();
  }
}
