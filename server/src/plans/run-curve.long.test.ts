/** What envelopes buy, as a job finds it out: in its turn, stopped, begun anew, and nothing that was known is lost. */
import { randomUUID } from 'node:crypto';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Plan, Problem } from '@passerelle/shared/planning.ts';
import { expect, test, vi } from 'vitest';
import type { CurvePoint } from '../planner/explain/index.ts';
import { fieldProblem, SHAPES } from '../planner/mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../planner/mission/index.ts';
import { askPlanCurve, stopPlanCurve } from './plan-curve.service.ts';
import { MISSION_KEY } from './plans.fixture.ts';
import { failLost } from './run-search.ts';
import { SearchPool } from './search-pool.ts';
import { SEARCH_LIMITS, type SearchLimits } from './search-task.ts';
import { workingOnSearches } from './working.fixture.ts';

const { sql, manager, acts, working, leave } = workingOnSearches();
const QUICK: SearchLimits = { ...SEARCH_LIMITS, curve: { maxWork: 30_000, maxLabels: 20_000 } };
/** So much that it is never over in a test. */
const ENDLESS: SearchLimits = { ...SEARCH_LIMITS, curve: { maxWork: 1e12, maxLabels: 1e7 } };
const LONG = { timeout: 150_000, interval: 50 };
const LARGE = fieldProblem(1, SHAPES.week);

interface Row { readonly version: number; readonly state: string | null; readonly reason: string | null; readonly points: readonly CurvePoint[] }

const bestOf = (problem: Problem): Plan => planMission({ problem, seed: 0, maxWork: 60_000, maxLabels: 40_000 }).plan!;
const [WORKED_BEST, LARGE_BEST] = [bestOf(WORKED), bestOf(LARGE)];
const seen = async (key: string): Promise<Row> => (await sql<Row>('select version, curve_state as state, curve_reason as reason, curve_points as points from plan_search where uuid = ?', [key]))[0]!;
const until = (key: string, is: (now: Row) => boolean): Promise<Row> => vi.waitUntil(async () => {
  const now = await seen(key);
  return is(now) && now;
}, LONG) as Promise<Row>;
const whenOver = (key: string): Promise<Row> => until(key, ({ state }) => state !== 'QUEUED' && state !== 'RUNNING');
const asks = (key: string): Promise<string> => acts((em, person) => askPlanCurve(em, { person, key }));
const stops = (key: string): Promise<string> => acts((em, person) => stopPlanCurve(em, { person, key }));

/** A search that is over with a plan. */
async function searched(problem: Problem = WORKED, best: Plan = WORKED_BEST): Promise<string> {
  const key = randomUUID();
  await sql(`insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, best, worth, state, ended_at, is_demonstration) values (?, ?, 'h', ?::jsonb, '{}', ?::jsonb, '[0]', 'DONE', now(), true)`, [key, MISSION_KEY, JSON.stringify(problem), JSON.stringify(best)]);
  return key;
}

test('each envelope has what it buys, more never buys less, and the search stays as it was', async () => {
  const key = await searched();
  const { version } = await seen(key);
  expect(await asks(key)).toBe('DONE');
  await working(QUICK);
  const over = await whenOver(key);
  expect([over.state, over.version]).toEqual(['DONE', version]);
  expect(over.points.length).toBeGreaterThanOrEqual(5);
  const worth = over.points.map(({ value }) => value ?? -1);
  expect(worth).toEqual(worth.toSorted((a, b) => b - a));
  for (const { cents, from } of over.points) expect(from ?? 0).toBeLessThanOrEqual(cents);
  expect(over.points[0]!.meetings).toBeGreaterThanOrEqual(WORKED_BEST.meetings.length);
  expect(await asks(key)).toBe('DONE');
  expect(await seen(key)).toEqual(over);
});

test('counts among what waits or runs of a mission', async () => {
  await sql(`delete from audit_entry where part = 'plan_curve'`);
  const [one, two, three, four] = [await searched(), await searched(), await searched(), await searched()];
  expect([await asks(one), await asks(two), await asks(three), await asks(four)]).toEqual(['DONE', 'DONE', 'DONE', 'TOO_MANY']);
  expect(await stops(one)).toBe('DONE');
  expect(await asks(four)).toBe('DONE');
  expect(await sql(`select after from audit_entry where subject = 'MISSION' and part = 'plan_curve' order by at`)).toHaveLength(5);
});

test('whoever stops it keeps what is known, and leaves no process behind; asked again it goes on', async () => {
  const pool = new SearchPool();
  await working(ENDLESS, pool);
  const key = await searched(LARGE, LARGE_BEST);
  await asks(key);
  await until(key, ({ state }) => state === 'RUNNING');
  await vi.waitUntil(() => pool.pids.length === 1, LONG);
  expect(await stops(key)).toBe('DONE');
  await vi.waitUntil(() => pool.pids.length === 0, LONG);
  expect(await seen(key)).toMatchObject({ state: 'STOPPED', reason: 'ASKED' });
  expect([await stops(key), await asks(key), (await seen(key)).reason]).toEqual(['DONE', 'DONE', null]);
});

test('when the server is stopped its process is, and the next one goes on; what was known stays', async () => {
  const pool = new SearchPool();
  const first = await working(ENDLESS, pool);
  const key = await searched(LARGE, LARGE_BEST);
  await sql(`update plan_search set curve_points = '[{ "cents": 1, "value": null, "meetings": null, "from": null, "isProved": true, "isValueProved": true }]' where uuid = ?`, [key]);
  await asks(key);
  await vi.waitUntil(() => pool.pids.length === 1, LONG);
  leave();
  await first.close();
  expect(await seen(key)).toMatchObject({ state: 'RUNNING', points: [{ cents: 1 }] });
  expect(await sql('select attempts from graphile_worker._private_jobs where key = ?', [`plans.curve:${key}`])).toEqual([{ attempts: 0 }]);
  await working(QUICK);
  expect((await whenOver(key)).points.length).toBeGreaterThan(1);
});

test('it waits for its turn behind a search, as one thing at a time is searched for', async () => {
  const pool = new SearchPool();
  const most = vi.fn<(n: number) => void>();
  const watch = setInterval(() => most(pool.pids.length), 20);
  const [one, other] = [await searched(), await searched()];
  await asks(one);
  await asks(other);
  await working(QUICK, pool);
  const [first, second] = [await whenOver(one), await whenOver(other)];
  clearInterval(watch);
  expect(second.points).toEqual(first.points);
  expect(Math.max(...most.mock.calls.map(([n]) => n))).toBe(1);
});

test('one that has lost its job has failed; one whose job waits has not', async () => {
  const [lost, waits] = [await searched(), await searched()];
  await asks(lost);
  await asks(waits);
  await sql('delete from graphile_worker._private_jobs where key = ?', [`plans.curve:${lost}`]);
  await failLost(manager());
  expect([await seen(lost), await seen(waits)]).toMatchObject([{ state: 'FAILED', reason: 'BROKEN' }, { state: 'QUEUED' }]);
});
