/** A search as a job: what it has found stands in its row as it finds it; it is stopped, killed and begun anew, and nothing that was found is lost. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { compareValues, type Problem, type Value } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test, vi } from 'vitest';
import { enqueue } from '../core/jobs/index.ts';
import { fieldProblem, SHAPES } from '../planner/mission/fixtures/field-problem.fixture.ts';
import { stopPlanSearch } from './plan-search.service.ts';
import { MISSION_KEY } from './plans.fixture.ts';
import { failLost } from './run-search.ts';
import { SearchPool, supervised } from './search-pool.ts';
import { SEARCH_LIMITS, type SearchLimits } from './search-task.ts';
import { workingOnSearches } from './working.fixture.ts';

const { sql, manager, acts, working, leave } = workingOnSearches();
const QUICK: SearchLimits = { ...SEARCH_LIMITS, maxWork: 60_000, explaining: { maxWork: 2_000, maxLabels: 2_000, mostWork: 8_000 } };
/** So much that it is never over in a test. */
const ENDLESS: SearchLimits = { ...SEARCH_LIMITS, maxWork: 1e12, maxLabels: 1e7 };
const LONG = { timeout: 150_000, interval: 25 };
const LARGE = fieldProblem(1, SHAPES.week);

interface Row {
  readonly state: string;
  readonly reason: string | null;
  readonly best: object | null;
  readonly worth: Value | null;
  readonly bound: Value | null;
  readonly is_solved: boolean;
  readonly is_optimal: boolean;
  readonly explained: Readonly<Record<string, unknown>>;
  readonly work: number;
}

const rowOf = async (key: string): Promise<Row> => (await sql<Row>('select state, reason, best, worth, bound, is_solved, is_optimal, explained, work from plan_search where uuid = ?', [key]))[0]!;
const until = (key: string, is: (row: Row) => boolean): Promise<Row> => vi.waitUntil(async () => {
  const row = await rowOf(key);
  return is(row) && row;
}, LONG) as Promise<Row>;
const whenOver = (key: string): Promise<Row> => until(key, ({ state }) => !['QUEUED', 'RUNNING'].includes(state));

/** A search of a problem, with its job, as one that somebody has asked for. */
async function asked(problem: Problem): Promise<string> {
  const key = randomUUID();
  await sql(`insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, is_demonstration) values (?, ?, 'h', ?::jsonb, '{}', true)`, [key, MISSION_KEY, JSON.stringify(problem)]);
  await manager().transactional((em) => enqueue(em, 'plans.search', { id: key }, { key: `plans.search:${key}`, attempts: 4 }));
  return key;
}

test('a search finds a plan, says what no plan exceeds, and then what is to be said of it', async () => {
  await working(QUICK);
  const row = await whenOver(await asked(WORKED));
  expect(row).toMatchObject({ state: 'DONE', reason: null, is_solved: true });
  expect(row.worth!.length).toBe(WORKED.goals.length);
  expect(compareValues(row.bound!, row.worth!)).toBeGreaterThanOrEqual(0);
  expect(Object.keys(row.explained).sort()).toEqual(['alternatives', 'leftOut', 'legs']);
});

test('where it is proved that there is no plan, it says what cannot be had together', async () => {
  await working({ ...QUICK, explaining: { maxWork: 20_000, maxLabels: 20_000, mostWork: 1_200_000 } });
  const nobody: Problem = { ...WORKED, riding: 'TOGETHER', persons: [], pins: [], meetings: WORKED.meetings.slice(0, 2).map((one) => ({ ...one, isMandatory: true })) };
  const row = await whenOver(await asked(nobody));
  expect(row).toMatchObject({ state: 'DONE', best: null, worth: null, is_optimal: true });
  expect((row.explained.conflicts as unknown[]).length).toBeGreaterThan(0);
});

test('who stops a search has it end within a second, keeps the best plan so far, and leaves no process behind', async () => {
  const pool = new SearchPool();
  await working(ENDLESS, pool);
  const key = await asked(LARGE);
  const before = await until(key, ({ worth }) => worth !== null && worth[0]! > 0);
  const [pid] = pool.pids;
  const stopped = Date.now();
  expect(await acts((em, person) => stopPlanSearch(em, { person, key }))).toBe('DONE');
  await vi.waitUntil(() => pool.pids.length === 0, LONG);
  expect(Date.now() - stopped).toBeLessThan(1_500);
  expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  const row = await rowOf(key);
  expect(row).toMatchObject({ state: 'STOPPED', reason: 'ASKED' });
  expect(compareValues(row.worth!, before.worth!)).toBeGreaterThanOrEqual(0);
  await expect.poll(() => sql('select from graphile_worker._private_jobs'), LONG).toEqual([]);
});

test('a process that is killed is begun anew, what it had found stays, and what it finds is what it would have found', async () => {
  const whole = await (async () => {
    await working(QUICK);
    const row = await whenOver(await asked(LARGE));
    await leave()();
    return row;
  })();
  const pool = new SearchPool();
  await working(QUICK, pool);
  const key = await asked(LARGE);
  const before = await until(key, ({ worth }) => worth !== null);
  process.kill(pool.pids[0]!, 'SIGKILL');
  await vi.waitUntil(() => pool.pids.length === 0, LONG);
  const between = await rowOf(key);
  expect(between.state).toBe('RUNNING');
  expect(compareValues(between.worth!, before.worth!)).toBeGreaterThanOrEqual(0);
  const after = await whenOver(key);
  expect(after).toMatchObject({ state: 'DONE', worth: whole.worth, best: whole.best, bound: whole.bound });
}, 90_000);

test('one that is killed each time it is tried has failed, and keeps what it had found', async () => {
  const pool = new SearchPool();
  await working(ENDLESS, pool);
  const key = await asked(LARGE);
  await sql('update graphile_worker._private_jobs set max_attempts = 1 where key = ?', [`plans.search:${key}`]);
  await until(key, ({ worth }) => worth !== null);
  process.kill(pool.pids[0]!, 'SIGKILL');
  const row = await whenOver(key);
  expect([row.state, row.reason, row.best !== null]).toEqual(['FAILED', 'BROKEN', true]);
});

test.each([['its thread', { memory: 16 }], ['its process', { resident: 64 }]] as const)('one that takes more memory than %s may has failed, and is not tried again', async (_, limit) => {
  await working(ENDLESS, new SearchPool(limit));
  const row = await whenOver(await asked(fieldProblem(1, SHAPES.n25)));
  expect([row.state, row.reason]).toEqual(['FAILED', 'MEMORY']);
  await expect.poll(() => sql('select from graphile_worker._private_jobs'), LONG).toEqual([]);
});

test('one that takes longer than it may ends with what it has', async () => {
  await working(ENDLESS, new SearchPool({ time: 8_000 }));
  const row = await whenOver(await asked(LARGE));
  expect([row.state, row.reason, row.best !== null]).toEqual(['STOPPED', 'TIME', true]);
});

test('a mission with more meetings than can be planned says so', async () => {
  await working(QUICK);
  const many = { ...LARGE, meetings: Array.from({ length: 63 }, (_, n) => ({ ...LARGE.meetings[0]!, id: `m${n}`, needs: [], languages: [], windows: null })), precedences: [], pins: [] };
  expect(await whenOver(await asked(many))).toMatchObject({ state: 'FAILED', reason: 'TOO_LARGE' });
});

test('when the server is stopped its process is, and the next one goes on with the search', async () => {
  const pool = new SearchPool();
  const first = await working(ENDLESS, pool);
  const key = await asked(LARGE);
  const before = await until(key, ({ worth }) => worth !== null);
  const [pid] = pool.pids;
  leave();
  await first.close();
  expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  expect(await rowOf(key)).toMatchObject({ state: 'RUNNING', is_solved: false });
  expect(await sql('select attempts from graphile_worker._private_jobs where key = ?', [`plans.search:${key}`])).toEqual([{ attempts: 0 }]);
  await working(QUICK);
  const row = await whenOver(key);
  expect(row.state).toBe('DONE');
  expect(compareValues(row.worth!, before.worth!)).toBeGreaterThanOrEqual(0);
});

test('of two searches at once one waits for its turn, both are done, and their answers are the same', async () => {
  const keys = [await asked(WORKED), await asked(WORKED)];
  await working(QUICK);
  const [one, other] = [await whenOver(keys[0]!), await whenOver(keys[1]!)];
  expect([one.state, other.state]).toEqual(['DONE', 'DONE']);
  expect(other.best).toEqual(one.best);
});

test('a search that comes while another one is explained has its plan meanwhile; one that comes while a plan is looked for waits for it', async () => {
  const pool = new SearchPool();
  await working({ ...QUICK, explaining: { ...SEARCH_LIMITS.explaining, mostWork: 1e9 } }, pool);
  const first = await asked(LARGE);
  await until(first, ({ is_solved }) => is_solved);
  const second = await asked({ ...WORKED, riding: 'TOGETHER' });
  await until(second, ({ is_solved }) => is_solved);
  expect([(await rowOf(first)).state, pool.pids.length]).toEqual(['RUNNING', 2]);
  await Promise.all([first, second].map((key) => acts((em, person) => stopPlanSearch(em, { person, key }))));
  await vi.waitUntil(() => pool.pids.length === 0, LONG);
  await leave()();
  const busy = new SearchPool();
  await working(ENDLESS, busy);
  const endless = await asked(LARGE);
  await until(endless, ({ worth }) => worth !== null);
  const waits = await asked(WORKED);
  const isTried = async (): Promise<boolean> => (await sql<{ tried: boolean }>('select run_at > created_at as tried from graphile_worker._private_jobs where key = ?', [`plans.search:${waits}`]))[0]!.tried;
  await vi.waitUntil(isTried, LONG);
  expect([(await rowOf(waits)).state, busy.pids.length]).toEqual(['QUEUED', 1]);
});

test('a run that another one has taken over writes nothing more', async () => {
  const pool = new SearchPool();
  await working(ENDLESS, pool);
  const key = await asked(LARGE);
  await until(key, ({ worth }) => worth !== null);
  await sql(`update plan_search set run = gen_random_uuid(), best = null, worth = null where uuid = ?`, [key]);
  await vi.waitUntil(() => pool.pids.length === 0, LONG);
  expect(await rowOf(key)).toMatchObject({ state: 'RUNNING', best: null });
});

test('one whose process cannot be started ends', async () => {
  expect(await supervised(fork('/nowhere', { execPath: '/nowhere' }), { time: 60_000, hear: () => undefined }).ended).toBe('BROKEN');
});

test('one that cannot be done has failed, and it is told with a code and a place, and nothing of what it holds', async () => {
  const key = await asked({ goals: 'Something secret' } as unknown as Problem);
  await sql('update graphile_worker._private_jobs set max_attempts = 1 where key = ?', [`plans.search:${key}`]);
  const warn = vi.fn<(facts: object, line: string) => void>();
  await working(QUICK, new SearchPool(), warn);
  expect(await whenOver(key)).toMatchObject({ state: 'FAILED', reason: 'BROKEN' });
  await vi.waitUntil(() => JSON.stringify(warn.mock.calls).includes('TypeError'), LONG);
  const told = JSON.stringify(warn.mock.calls);
  expect(told).toContain('search-plan.ts');
  expect(told).not.toContain('secret');
});

test('one that has lost its job has failed; one whose job waits has not', async () => {
  const [lost, waits] = [await asked(WORKED), await asked(WORKED)];
  await sql(`update plan_search set state = 'RUNNING' where uuid = ?`, [lost]);
  await sql('delete from graphile_worker._private_jobs where key = ?', [`plans.search:${lost}`]);
  await failLost(manager());
  expect([await rowOf(lost), await rowOf(waits)]).toMatchObject([{ state: 'FAILED', reason: 'BROKEN' }, { state: 'QUEUED' }]);
});
