/** Why one meeting is left out, as a job looks into it: after a search with little work, begun anew by the next server, stopped, once at a time; and of two runs the later one writes. */
import { randomUUID } from 'node:crypto';
import { without } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { type LeftOut, valueOf } from '@passerelle/shared/planning.ts';
import { expect, test, vi } from 'vitest';
import { fieldProblem, SHAPES } from '../planner/mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../planner/mission/index.ts';
import { queueSearch } from './plan-search.service.ts';
import { askPlanWhy, stopPlanWhy } from './plan-why.service.ts';
import { failLost } from './run-search.ts';
import { runWhy } from './run-why.ts';
import { SearchPlaces } from './search-places.ts';
import { type SearchEnd, SearchPool } from './search-pool.ts';
import { SEARCH_LIMITS, type SearchLimits, type SearchMessage } from './search-task.ts';
import { ONE_COUNTRY, unexplained, type Searched, solved, written } from './why.fixture.ts';
import { workingOnSearches } from './working.fixture.ts';

const { sql, manager, acts, working, leave } = workingOnSearches();
/** So little that a search proves nothing of what it leaves out. */
const LITTLE: SearchLimits = { ...SEARCH_LIMITS, explaining: { maxWork: 1, maxLabels: 1, mostWork: 1 } };
/** So much that it is never over in a test. */
const ENDLESS: SearchLimits = { ...SEARCH_LIMITS, why: { maxWork: 1e12, maxLabels: 1e7, mostWork: 1e12 } };
const LONG = { timeout: 150_000, interval: 50 };
const SMALL = solved(ONE_COUNTRY);

/** A week with 25 meetings, of which one that would fit is left out. */
function large(): Searched {
  const problem = { ...fieldProblem(1, SHAPES.week) };
  const whole = planMission({ problem, seed: 0, maxWork: 60_000, maxLabels: 40_000 }).plan!;
  const [first] = whole.meetings;
  const out = randomUUID();
  const renamed = <T>(it: T): T => JSON.parse(JSON.stringify(it).replaceAll(`"${first!.meetingId}"`, `"${out}"`)) as T;
  const [asked, best] = [renamed(problem), without(renamed(whole), out)];
  return { problem: asked, best, worth: valueOf(asked, best), out };
}

interface Row { readonly version: number; readonly state: string | null; readonly reason: string | null; readonly leftOut: readonly LeftOut[] }

const seen = async (key: string): Promise<Row> => (await sql<Row>(`select version, why_state as state, why_reason as reason, explained -> 'leftOut' as "leftOut" from plan_search where uuid = ?`, [key]))[0]!;
const until = (key: string, is: (now: Row) => boolean): Promise<Row> => vi.waitUntil(async () => {
  const now = await seen(key);
  return is(now) && now;
}, LONG) as Promise<Row>;
const whenOver = (key: string): Promise<Row> => until(key, ({ state }) => state !== 'QUEUED' && state !== 'RUNNING');
const asks = (key: string, meeting = SMALL.out): Promise<string> => acts((em, person) => askPlanWhy(em, { person, key }, meeting));
const stops = (key: string): Promise<string> => acts((em, person) => stopPlanWhy(em, { person, key }));
const searched = (one = SMALL): Promise<string> => written(sql, one);

test('what a search with little work leaves open is proved, and the rest stays as it was', async () => {
  const key = await searched();
  await sql(`update plan_search set state = 'QUEUED', ended_at = null, best = null, worth = null, explained = '{}' where uuid = ?`, [key]);
  await acts((em) => queueSearch(em, key));
  await working(LITTLE);
  await vi.waitUntil(async () => (await sql(`select from plan_search where uuid = ? and state = 'DONE'`, [key])).length > 0, LONG);
  const before = await seen(key);
  expect(before.leftOut).toEqual([unexplained(SMALL.out)]);
  expect(await asks(key)).toBe('DONE');
  const after = await whenOver(key);
  expect([after.state, after.reason, after.version]).toEqual(['DONE', null, before.version]);
  expect(after.leftOut).toMatchObject([{ meetingId: SMALL.out, why: 'DISPLACED', hasNoWitness: false, isLookedInto: true, witness: { price: 8, isCheapest: true, isLeast: true } }]);
});

test('asked again while it waits it is one, another meeting of the same search waits for it, and it counts among what waits of a mission', async () => {
  const [one, two, three, four] = [await searched(), await searched(), await searched(), await searched()];
  const other = (await seen(one)).leftOut[0]!.meetingId;
  expect([await asks(one), await asks(one), await asks(one, other)]).toEqual(['DONE', 'DONE', 'TOO_MANY']);
  expect(await sql('select from graphile_worker._private_jobs where key = ?', [`plans.why:${one}`])).toHaveLength(1);
  expect([await asks(two), await asks(three), await asks(four)]).toEqual(['DONE', 'DONE', 'TOO_MANY']);
});

test('when the server is stopped its process is, and the next one goes on; what was known stays', async () => {
  const [pool, week] = [new SearchPool(), large()];
  const first = await working(ENDLESS, pool);
  const key = await searched(week);
  await asks(key, week.out);
  await vi.waitUntil(() => pool.pids.length === 1, LONG);
  leave();
  await first.close();
  expect(await seen(key)).toMatchObject({ state: 'RUNNING', leftOut: [{}, { meetingId: week.out }] });
  expect((await seen(key)).leftOut[1]!.isLookedInto).toBeUndefined();
  expect(await sql('select attempts from graphile_worker._private_jobs where key = ?', [`plans.why:${key}`])).toEqual([{ attempts: 0 }]);
  await working({ ...SEARCH_LIMITS, why: { ...SEARCH_LIMITS.explaining, mostWork: 60_000 } });
  expect(await whenOver(key)).toMatchObject({ state: 'DONE', leftOut: [{}, { meetingId: week.out, isLookedInto: true }] });
});

test('whoever stops it keeps what is known, leaves no process behind, and the next has its place', async () => {
  const pool = new SearchPool();
  await working({ ...ENDLESS, curve: SEARCH_LIMITS.curve }, pool);
  const [week, small] = [large(), SMALL];
  const [key, next] = [await searched(week), await searched(small)];
  await asks(key, week.out);
  await vi.waitUntil(() => pool.pids.length === 1, LONG);
  const before = await seen(key);
  expect(await stops(key)).toBe('DONE');
  await vi.waitUntil(() => pool.pids.length === 0, LONG);
  expect(await seen(key)).toMatchObject({ state: 'STOPPED', reason: 'ASKED', version: before.version, leftOut: [{}, { meetingId: week.out }] });
  expect((await seen(key)).leftOut[1]!.isLookedInto).toBeUndefined();
  expect(await asks(next)).toBe('DONE');
  expect(await whenOver(next)).toMatchObject({ state: 'DONE', leftOut: [{}, { why: 'DISPLACED', isLookedInto: true }] });
  expect([await stops(key), await asks(key, week.out), (await seen(key)).reason]).toEqual(['DONE', 'DONE', null]);
});

const FOUND: LeftOut = { ...unexplained(SMALL.out), hasNoWitness: true };

/** Runs the job with a process that finds something once `meanwhile` was done, and ends so. */
async function runs(key: string, end: SearchEnd, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  const start = (_place: unknown, _task: unknown, hear: (message: SearchMessage) => void): object => ({ stop: () => undefined, ended: meanwhile().then(() => hear({ is: 'LOOKED', found: FOUND })).then(() => end) });
  await runWhy(key, { em: manager(), pool: { start } as unknown as SearchPool, place: new SearchPlaces().take(key, 'MORE')!, limits: SEARCH_LIMITS, signal: new AbortController().signal, isLastAttempt: false });
}

test('an earlier run writes nothing once there is a later one; the only one does', async () => {
  const [earlier, only] = [await searched(), await searched()];
  await asks(earlier);
  await runs(earlier, 'OVER', () => sql('update plan_search set why_run = gen_random_uuid() where uuid = ?', [earlier]));
  expect(await seen(earlier)).toMatchObject({ state: 'RUNNING', leftOut: [{}, unexplained(SMALL.out)] });
  await asks(only);
  await runs(only, 'OVER');
  expect(await seen(only)).toMatchObject({ state: 'DONE', leftOut: [{ why: 'UNPROVED', hasNoWitness: false }, { ...FOUND, isLookedInto: true }] });
});

test('what it says once it was stopped is kept of its meeting, and that is open still, whatever is asked by then', async () => {
  const [stopped, again, another] = [await searched(), await searched(), await searched()];
  const other = (await seen(another)).leftOut[0]!.meetingId;
  for (const key of [stopped, again, another]) await asks(key);
  await runs(stopped, 'STOPPED', () => stops(stopped));
  await runs(again, 'STOPPED', async () => [await stops(again), await asks(again)]);
  await runs(another, 'STOPPED', async () => [await stops(another), await asks(another, other)]);
  const kept = [{ why: 'UNPROVED', hasNoWitness: false }, FOUND];
  expect(await seen(stopped)).toMatchObject({ state: 'STOPPED', reason: 'ASKED', leftOut: kept });
  for (const key of [again, another]) expect(await seen(key)).toMatchObject({ state: 'QUEUED', reason: null, leftOut: kept });
  expect((await seen(stopped)).leftOut[1]!.isLookedInto).toBeUndefined();
});

test('one that was stopped while it waits is not begun, and leaves its place', async () => {
  const [one, two, three, four] = [await searched(), await searched(), await searched(), await searched()];
  expect([await asks(one), await asks(two), await asks(three), await asks(four)]).toEqual(['DONE', 'DONE', 'DONE', 'TOO_MANY']);
  expect([await stops(one), await asks(four)]).toEqual(['DONE', 'DONE']);
  await runs(one, 'OVER', () => Promise.reject(new Error('It was begun')));
  expect(await seen(one)).toMatchObject({ state: 'STOPPED', reason: 'ASKED', leftOut: [{}, unexplained(SMALL.out)] });
});

test('what took all its time is not asked for again; what could not go on is', async () => {
  const [slow, large] = [await searched(), await searched()];
  await asks(slow);
  await runs(slow, 'TIME');
  expect([(await seen(slow)).leftOut[1]!.isLookedInto, await asks(slow)]).toEqual([true, 'TOO_LATE']);
  await asks(large);
  await runs(large, 'MEMORY');
  expect(await seen(large)).toMatchObject({ state: 'FAILED', reason: 'MEMORY', leftOut: [{}, FOUND] });
  expect([(await seen(large)).leftOut[1]!.isLookedInto, await asks(large)]).toEqual([undefined, 'DONE']);
});

test('one that has lost its job has failed; one whose job waits has not', async () => {
  const [lost, waits] = [await searched(), await searched()];
  await asks(lost);
  await asks(waits);
  await sql('delete from graphile_worker._private_jobs where key = ?', [`plans.why:${lost}`]);
  await failLost(manager());
  expect([await seen(lost), await seen(waits)]).toMatchObject([{ state: 'FAILED', reason: 'BROKEN' }, { state: 'QUEUED' }]);
});
