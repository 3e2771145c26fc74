/** What the adviser sees of the jobs and does about them; that nobody else does, and that nothing personal is shown. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const OTHERS = ROLES.filter((role) => !ADVISERS.includes(role));
const SOMEBODY = 'somebody@example.org';
const FIELDS = 'nodes { id name state failure attempts mostAttempts createdAt startedAt nextAt }';

let headers: Headers;
let app: pg.Client;
/** The numbers of the jobs, by what is the matter with them. */
let jobs: Readonly<Record<'waiting' | 'retrying' | 'givenUp' | 'running', string>>;

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute(text, values);

async function add(changes = ''): Promise<string> {
  const [{ id }] = (await sql<{ id: string }>(
    `select id::text as id from graphile_worker.add_job('mail.send', ?::json, run_at => now() + interval '1 day', max_attempts => 15, job_key => ?)`, [JSON.stringify({ id: SOMEBODY }), `${SOMEBODY} ${Math.random()}`],
  )) as [{ id: string }];
  if (changes) await sql(`update graphile_worker._private_jobs set ${changes} where id = ?`, [id]);
  return id;
}

const list = async (who: Record<string, string>, filter = ''): Promise<Answer> => ask(server(), `{ queuedJobs(first: 100${filter}) { totalCount ${FIELDS} } }`, {}, who);
const rows = (answer: Answer): Record<string, unknown>[] => (answer.data!.queuedJobs as { nodes: Record<string, unknown>[] }).nodes;
const act = async (what: 'retryJob' | 'giveUpJob', key: string, who: Record<string, string>): Promise<Answer> => ask(server(), `mutation ($id: ID!) { ${what}(id: $id) { isDone } }`, { id: `QueuedJob_${key}` }, who);
const isDone = ({ data }: Answer, what: string): unknown => (data?.[what] as { isDone: boolean } | undefined)?.isDone;
const trail = (): Promise<unknown[]> => sql(`select p.email as "by", action, subject, part, before, after, about_id from audit_entry left join person p on p.id = by_id where subject = 'JOB' order by at`);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  app = new pg.Client({ connectionString: server().database.app });
  await app.connect();
  // Whoever holds it is at work: the jobs of the running one are not taken from it.
  await app.query(`select pg_advisory_lock(7266010, hashtext('somebody at work'))`);
});

afterAll(() => app.end());

beforeEach(async () => {
  await sql(`delete from graphile_worker._private_jobs where key is null or key like '${SOMEBODY}%'`);
  await sql('delete from audit_entry');
  jobs = {
    waiting: await add(),
    retrying: await add(`attempts = 3, last_error = 'SMTP_451'`),
    givenUp: await add(`attempts = 15, last_error = '550 no such user: ${SOMEBODY}'`),
    running: await add(`attempts = 1, locked_at = now(), locked_by = 'somebody at work'`),
  };
});

describe('the jobs', () => {
  test.each(ADVISERS)('are shown to the %s, what asks for attention first', async (role) => {
    const answer = await list(headers[role], ', filter: { names: [MAIL_SEND] }');
    const time = expect.stringMatching(/^\d{4}-.+Z$/) as unknown;
    const job = { name: 'MAIL_SEND', mostAttempts: 15, createdAt: time, startedAt: null, failure: null };
    expect(rows(answer)).toEqual([
      { ...job, id: `QueuedJob_${jobs.givenUp}`, state: 'GIVEN_UP', attempts: 15, failure: 'UNKNOWN', nextAt: null },
      { ...job, id: `QueuedJob_${jobs.retrying}`, state: 'RETRYING', attempts: 3, failure: 'SMTP_451', nextAt: time },
      { ...job, id: `QueuedJob_${jobs.running}`, state: 'RUNNING', attempts: 1, startedAt: time, nextAt: null },
      { ...job, id: `QueuedJob_${jobs.waiting}`, state: 'WAITING', attempts: 0, nextAt: time },
    ]);
    expect(answer.text).not.toContain('example.org');
  });

  test('are found by their state and by what they do, and by their id', async () => {
    expect(rows(await list(headers.adviser, ', filter: { states: [RETRYING, GIVEN_UP] }')).map(({ id }) => id)).toEqual([`QueuedJob_${jobs.givenUp}`, `QueuedJob_${jobs.retrying}`]);
    expect(rows(await list(headers.adviser, ', filter: { names: [AUDIT_FORGET] }')).map(({ id }) => id)).not.toContain(`QueuedJob_${jobs.waiting}`);
    const { data } = await ask(server(), `{ node(id: "QueuedJob_${jobs.waiting}") { ... on QueuedJob { state } } }`, {}, headers.adviser);
    expect(data).toEqual({ node: { state: 'WAITING' } });
  });

  test('of an earlier version have no name', async () => {
    await sql(`select graphile_worker.add_job('trainings.sing', job_key => '${SOMEBODY} old', run_at => now() + interval '1 day')`);
    expect(rows(await list(headers.adviser, ', filter: { states: [WAITING] }')).map(({ name }) => name)).toContain(null);
  });

  test.each(OTHERS)('are not shown to %s, by any path', async (role) => {
    expect((await list(headers[role])).data).toEqual({ queuedJobs: { totalCount: 0, nodes: [] } });
    expect((await ask(server(), `{ node(id: "QueuedJob_${jobs.waiting}") { id } recurrentJobs { name } }`, {}, headers[role])).data).toEqual({ node: null, recurrentJobs: [] });
  });

  test('that come by themselves are shown with when they came and when they come', async () => {
    await sql(`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ('audit.forget', now(), '2026-11-25T03:17:00Z')
      on conflict (identifier) do update set last_execution = excluded.last_execution`);
    const { data } = await ask(server(), '{ recurrentJobs { name lastAt nextAt } }', {}, headers.adviser);
    const recurrent = data!.recurrentJobs as { name: string; lastAt: string | null; nextAt: string }[];
    expect(recurrent.map(({ name }) => name)).toEqual(expect.arrayContaining(['AUDIT_FORGET', 'ACCOUNTS_FORGET', 'JOBS_FORGET', 'MAIL_ERASE', 'MAIL_FORGET', 'PROOFS_FORGET']));
    expect(recurrent.find(({ name }) => name === 'AUDIT_FORGET')).toMatchObject({ lastAt: '2026-11-25T03:17:00.000Z', nextAt: expect.stringMatching(/T03:17:00\.000Z$/) as unknown });
    for (const { nextAt } of recurrent) expect(Date.parse(nextAt)).toBeGreaterThan(Date.now() - 60_000);
  });
});

describe('trying a job again', () => {
  test.each([['waiting', 'WAITING'], ['retrying', 'RETRYING'], ['givenUp', 'GIVEN_UP']] as const)('has one that is %s done at once, and is in the trail', async (which, state) => {
    const answer = await act('retryJob', jobs[which], headers.adviser);
    expect(isDone(answer, 'retryJob')).toBe(true);
    // There is no such mail, so that nothing is left to do about it.
    await expect.poll(() => sql('select from graphile_worker._private_jobs where id = ?', [jobs[which]]), { timeout: 10_000 }).toEqual([]);
    expect(await trail()).toEqual([{ by: PEOPLE.adviser, action: 'CHANGED', subject: 'JOB', part: 'mail.send', before: state, after: 'WAITING', about_id: null }]);
  });
});

describe('giving a job up', () => {
  test('has it never tried again, keeps why it failed, and is in the trail', async () => {
    expect(isDone(await act('giveUpJob', jobs.retrying, headers.assistant), 'giveUpJob')).toBe(true);
    expect(isDone(await act('giveUpJob', jobs.waiting, headers.assistant), 'giveUpJob')).toBe(true);
    expect(rows(await list(headers.adviser, ', filter: { states: [GIVEN_UP] }')).map(({ id, failure }) => [id, failure])).toEqual([
      [`QueuedJob_${jobs.waiting}`, 'GIVEN_UP'], [`QueuedJob_${jobs.retrying}`, 'SMTP_451'], [`QueuedJob_${jobs.givenUp}`, 'UNKNOWN'],
    ]);
    expect(await trail()).toMatchObject([{ by: PEOPLE.assistant, before: 'RETRYING', after: 'GIVEN_UP' }, { by: PEOPLE.assistant, before: 'WAITING', after: 'GIVEN_UP' }]);
  });
});

describe('nothing is changed', () => {
  const state = (): Promise<unknown[]> => sql(`select id, attempts, run_at, locked_by, last_error from graphile_worker._private_jobs where key like '${SOMEBODY}%' order by id`);

  test.each(['retryJob', 'giveUpJob'] as const)('by %s on a job that runs, is gone or never was, and nothing is in the trail', async (what) => {
    const before = await state();
    for (const key of [jobs.running, '999999999']) expect(isDone(await act(what, key, headers.adviser), what)).toBe(false);
    for (const key of ['', 'x', '-1', '1.5', '1e3', '99999999999999999999', "1' or '1"]) expect((await act(what, key, headers.adviser)).code).toBe('BAD_USER_INPUT');
    expect(await state()).toEqual(before);
    expect(await trail()).toEqual([]);
  });

  test('by giving up what was given up', async () => {
    expect(isDone(await act('giveUpJob', jobs.givenUp, headers.adviser), 'giveUpJob')).toBe(false);
    expect(await trail()).toEqual([]);
  });

  test.each(OTHERS)('by %s, for whom there is no such job', async (role) => {
    const before = await state();
    for (const what of ['retryJob', 'giveUpJob'] as const) {
      const answer = await act(what, jobs.retrying, headers[role]);
      if (['visitor', 'suspended'].includes(role)) expect(answer.code).toBe('UNAUTHENTICATED');
      else expect(answer.text).toBe((await act(what, '999999999', headers[role])).text);
    }
    expect(await state()).toEqual(before);
    expect(await trail()).toEqual([]);
  });
});

describe('the database', () => {
  const asked = async (email?: string): Promise<{ rows: number; done: boolean[] }> => {
    const [person] = await sql<{ id: string }>('select id from person where email = ?', [email ?? '']);
    await app.query('begin');
    await app.query(`select set_config('passerelle.person', $1, true)`, [person?.id ?? '']);
    const { rowCount } = await app.query('select from queued_job');
    const done = await app.query<{ a: boolean; b: boolean }>('select retry_job($1) as a, give_up_job($1) as b', [jobs.waiting]);
    await app.query('rollback');
    return { rows: rowCount ?? 0, done: [done.rows[0]!.a, done.rows[0]!.b] };
  };

  test('shows no job to whoever has not said that the adviser asks, and does nothing for them', async () => {
    const nothing = { rows: 0, done: [false, false] };
    expect(await asked()).toEqual(nothing);
    expect(await asked(PEOPLE.ssi)).toEqual(nothing);
    expect(await asked(PEOPLE.adviser)).toEqual({ rows: expect.any(Number) as number, done: [true, true] });
  });

  test('would show and do all, were it not for what it asks first', async () => {
    const [{ definition }] = (await sql<{ definition: string }>(`select pg_get_functiondef('is_adviser'::regproc) as definition`)) as [{ definition: string }];
    await sql('create or replace function is_adviser() returns boolean language sql stable security definer set search_path = public return true');
    const open = await asked(PEOPLE.ssi);
    await sql(definition);
    expect(open.rows).toBeGreaterThan(3);
    expect(open.done).toEqual([true, true]);
  });
});
