/** That nothing kept leads from an answer to who gave it, and that nobody reads answers before they are closed: asked of the database itself. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { answered, closeNow, evaluatedSession, open, secretOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const ids = new Map<string, string>();
let headers: Headers;
let session: string;
let emails: readonly string[];

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const as = <T>(who: keyof typeof PEOPLE, work: (client: pg.Client) => Promise<T>): Promise<T> => asPerson(ids.get(who)!, work);
const count = (who: keyof typeof PEOPLE, table: string): Promise<number> => as(who, async (client) => (await client.query(`select from ${table} where session_uuid = $1`, [session])).rowCount!);
const text = (i: number): string => `Remark number ${String.fromCodePoint(97 + i)}`;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  for (const [role, email] of Object.entries(PEOPLE)) ids.set(role, (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id);
  ({ session, emails } = await evaluatedSession(server(), { present: 12, organisation: await ngoOf(server(), 'RS'), coordinator: headers.ngoCoordinator, adviser: headers.adviser }));
  await open(server(), headers.scac, session);
  // One after the other, in the order of their addresses; the tenth while signed in.
  for (const [i, email] of emails.entries()) await answered(server(), await secretOf(server(), email), { OVERALL: i % 2 ? 'GOOD' : 'FAIR', USEFUL: text(i) }, i === 10 ? headers.ngoMember : {});
});

describe('what is kept while people answer', () => {
  test('is one row for each question, which says nothing of a person, a moment or an order', async () => {
    const rows = await sql<{ question: string; comments: { text: string }[] }>('select * from evaluation_result where session_uuid = ? order by question', [session]);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => ['session_uuid', 'question', 'answered', 'counts', 'comments']));
    expect(rows.map(({ question }) => question)).toEqual(['*', 'OVERALL', 'USEFUL']);
    const written = rows[2]!.comments.map((comment) => comment.text);
    expect([...written].sort()).toEqual(emails.map((_, i) => text(i)));
    // By chance they stand in this order once in 479,001,600 times.
    expect(written).not.toEqual(emails.map((_, i) => text(i)));
    expect(Object.keys(rows[2]!.comments[0]!).sort()).toEqual(['locale', 'text']);
  });

  test('was written by one transaction, whoever has answered: the last', async () => {
    const [found] = await sql<{ written: number; invitations: number; shared: number }>(
      `select (select count(distinct xmin::text)::int from evaluation_result where session_uuid = s.id) as written, (select count(distinct xmin::text)::int from evaluation_invitation where session_uuid = s.id) as invitations,
         (select count(*)::int from evaluation_invitation i where session_uuid = s.id and xmin::text in (select xmin::text from evaluation_result r where r.session_uuid = s.id)) as shared from (select ?::uuid as id) s`, [session]);
    expect(found).toEqual({ written: 1, invitations: 12, shared: 1 });
  });

  test('is nowhere in the trail', async () => {
    const told = await sql<{ subject: string; part: string; action: string }>(`select subject, part, action from audit_entry where subject = 'EVALUATION' and object = ?`, [session]);
    expect(told).toEqual([{ subject: 'EVALUATION', part: 'opened_at', action: 'CHANGED' }]);
    expect(await sql(`select from audit_entry where to_jsonb(audit_entry)::text like '%Remark number%'`)).toEqual([]);
  });

  test('nobody reads: neither answers nor who has given any', async () => {
    for (const who of ['adviser', 'scac', 'ngoCoordinator', 'expert'] as const) expect([who, await count(who, 'evaluation_result'), await count(who, 'evaluation_invitation')]).toEqual([who, 0, 0]);
  });

  test('the rules of the tables are what hides it: without them all is seen', async () => {
    for (const table of ['evaluation_result', 'evaluation_invitation']) await sql(`alter table ${table} disable row level security`);
    expect([await count('ngoMember', 'evaluation_result'), await count('ngoMember', 'evaluation_invitation')]).toEqual([3, 12]);
    for (const table of ['evaluation_result', 'evaluation_invitation']) await sql(`alter table ${table} enable row level security`);
  });

  test('is changed by nobody: no answer is added, taken away or shown early', async () => {
    const change = (statement: string): Promise<number | string> => as('adviser', async (client) => client.query(statement, [session]).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));
    expect(await change('update evaluation_result set answered = 99 where session_uuid = $1')).toBe(0);
    expect(await change('delete from evaluation_result where session_uuid = $1')).toBe(0);
    expect(await change(`insert into evaluation_result (session_uuid, question) values ($1, 'CONTENT')`)).toBe('42501');
    expect(await change('update session_evaluation set closes_at = now() where session_uuid = $1')).toBe(0);
    expect(await change('update session_evaluation set closed_at = now(), answered = 12 where session_uuid = $1')).toBe(0);
    expect(await change('update evaluation_invitation set has_answered = false where session_uuid = $1')).toBe(0);
    expect((await sql<{ closed: number }>('select close_evaluations() as closed'))[0]!.closed).toBe(0);
  });
});

describe('once it is closed', () => {
  beforeAll(() => closeNow(server(), session));

  test('who was asked is forgotten, and those who prepare it read the sums', async () => {
    expect(await sql('select from evaluation_invitation where session_uuid = ?', [session])).toEqual([]);
    expect([await count('adviser', 'evaluation_result'), await count('scac', 'evaluation_result'), await count('scacElsewhere', 'evaluation_result'), await count('ngoCoordinator', 'evaluation_result')]).toEqual([2, 2, 0, 0]);
    expect(await sql(`select answered, counts from evaluation_result where session_uuid = ? and question = 'OVERALL'`, [session])).toEqual([{ answered: 12, counts: { FAIR: 6, GOOD: 6 } }]);
  });
});
