/** Who reads what waits, and who says that it is clean, past the server: nobody; and what is so without a scanner. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { bringDocument, documentIn } from '../documents/documents.fixture.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { type Said, testClamd } from './clamd.fixture.ts';

const answer = Promise.withResolvers<Said>();
const clamd = await testClamd(() => answer.promise);
const server = testServer({ signInLimits: UNLIMITED }, { scanner: clamd.address });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let session: string;

const document = (role: Role, key: string): Promise<Response> => fetch(`${server().address}/documents/SessionDocument_${key}`, { headers: headers[role] });
const checkOf = async (key: string): Promise<{ readonly id: string; readonly isChecked: boolean } | undefined> => (await sql<{ id: string; isChecked: boolean }>('select uuid as id, checked_at is not null as "isChecked" from file_check where document_uuid = ?', [key]))[0];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 5, country: 'RS' });
});

describe('past the server', () => {
  test('nobody reads what waits, says that it is clean, or has it removed; once the rule is off, it is read', async () => {
    const { key } = await bringDocument(server().address, headers.adviser, session);
    const { id } = (await checkOf(key))!;
    const people = new Map((await sql<{ id: string; email: string }>('select id, email from person')).map((person) => [person.email, person.id]));
    const rows = (role: Role, statement: string, values: string[]): Promise<unknown> => asPerson(role === 'visitor' ? null : people.get(PEOPLE[role]), async (client) => (await client.query<Record<string, unknown>>(statement, values)).rows);
    const bytes = (role: Role) => rows(role, 'select length(bytes) > 0 as is_there from session_document_file where document_uuid = $1', [key]);
    const open = await documentIn(server(), session, { visibility: 'EVERYBODY' });
    const begun = (role: Role) => asPerson(people.get(PEOPLE[role as 'ssi']), (client) => client.query('insert into file_check (document_uuid, brought_by_id) values ($1, acting_person())', [open]).then(() => 'BEGUN', (error: { code?: string }) => error.code));
    expect([await begun('ngoCoordinator'), await begun('scacElsewhere'), await begun('scac')]).toEqual(['42501', '42501', 'BEGUN']);
    for (const role of ROLES) {
      expect([role, await bytes(role)]).toEqual([role, []]);
      expect([role, await rows(role, `select file_to_check($1) as it, remove_infected($1, 'x') as gone`, [id])]).toEqual([role, [{ it: null, gone: null }]]);
      expect([role, await rows(role, 'update file_check set checked_at = now() where uuid = $1 returning 1', [id])]).toEqual([role, []]);
    }
    await sql('alter policy session_document_file_free on session_document_file using (true)');
    try {
      expect(await bytes('adviser')).toEqual([{ is_there: true }]);
    } finally {
      await sql('alter policy session_document_file_free on session_document_file using (not document_is_held(document_uuid))');
    }
    expect((await document('adviser', key)).status).toBe(423);
    await sql('create or replace function document_is_held(the_file uuid) returns boolean language sql stable return false');
    try {
      expect((await document('adviser', key)).status).toBe(200);
    } finally {
      await sql('create or replace function document_is_held(the_file uuid) returns boolean language sql stable security definer set search_path = public, pg_temp return exists (select from file_check where document_uuid = the_file and checked_at is null)');
    }
    answer.resolve('stream: OK');
    await expect.poll(async () => (await checkOf(key))?.isChecked).toBe(true);
  });

  test('where there is no clamd, nothing waits, and it is said that nothing was checked', async () => {
    const other = await server().beside({}, { scanner: undefined });
    const { key, outcome } = await bringDocument(other.address, headers.adviser, session);
    expect([outcome, await checkOf(key), (await document('adviser', key)).status]).toEqual(['DONE', undefined, 200]);
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { documents { id check checkedAt } } }', { id: `TrainingSession_${session}` }, headers.adviser);
    expect((data!.trainingSession as { documents: object[] }).documents).toContainEqual({ id: `SessionDocument_${key}`, check: 'UNCHECKED', checkedAt: null });
  });
});
