/** A process that waits, warm, for the next search: it does that search, another one follows it, and none is left when the pool is closed. One search goes on at a time. */
import { parseProblem } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test, vi } from 'vitest';
import { fieldProblem, SHAPES } from '../planner/mission/fixtures/field-problem.fixture.ts';
import { type RunningSearch, SearchPool } from './search-pool.ts';
import { SEARCH_LIMITS, type SearchMessage, type SearchTask } from './search-task.ts';
import { inventedMission, warmUp } from './warm-up.ts';

const TASK: SearchTask = { problem: { ...WORKED, riding: 'TOGETHER' }, seed: 1, limits: { ...SEARCH_LIMITS, maxWork: 2_000, explaining: { maxWork: 1, maxLabels: 1, mostWork: 0 } } };
const LONG = { timeout: 60_000, interval: 25 };
const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** One whose plan is soon final, and one whose is not; both would take longer than any test. */
const week = fieldProblem(1, SHAPES.week);
const EXPLAINED_LONG: SearchTask = { problem: week, seed: 1, limits: { ...SEARCH_LIMITS, maxWork: 2_000, explaining: { maxWork: 30_000, maxLabels: 20_000, mostWork: 1e9 } } };
const ENDLESS: SearchTask = { problem: fieldProblem(1, SHAPES.sixty), seed: 1, limits: { ...SEARCH_LIMITS, maxWork: 1e9 } };

interface Begun {
  readonly running: RunningSearch;
  /** Once its plan is final. */
  readonly solved: Promise<SearchMessage>;
  /** Once all has been said of it. */
  readonly explained: Promise<void>;
}

/** Begins a search that has a place until it ends. */
function begun(pool: SearchPool, key: string, task: SearchTask): Begun {
  const [final, over] = [Promise.withResolvers<SearchMessage>(), Promise.withResolvers<void>()];
  const place = pool.take(key, 'PLAN')!;
  const running = pool.start(place, task, (message) => {
    if (message.is === 'SOLVED') final.resolve(message);
    if (message.is === 'OVER') over.resolve();
  });
  void running.ended.then(() => place.giveBack());
  return { running, solved: final.promise, explained: over.promise };
}

/** The last words of a search, and who has said them. */
async function answer(pool: SearchPool): Promise<{ readonly pid: number | undefined; readonly solved: SearchMessage; readonly end: string }> {
  const { running: { pid, ended }, solved } = begun(pool, 'answer', TASK);
  return { pid, end: await ended, solved: await solved };
}

test('whoever asks has the process that waits, its answer is that of any other, another one waits then, and none once the pool is closed', async () => {
  const pool = new SearchPool();
  const cold = await answer(pool);
  expect([cold.end, pool.waitingPid]).toEqual(['OVER', undefined]);
  pool.beReady();
  const first = pool.waitingPid!;
  expect(await answer(pool)).toEqual({ ...cold, pid: first });
  const second = await vi.waitUntil(() => pool.waitingPid, LONG);
  expect(second).not.toBe(first);
  pool.close();
  await vi.waitUntil(() => !isThere(second), LONG);
  expect(await answer(pool)).toMatchObject({ end: 'OVER', solved: cold.solved });
  expect(pool.waitingPid).toBeUndefined();
}, 90_000);

test('while a plan is looked for no process waits beside it; once it is final one does, and there is none beside two', async () => {
  const pool = new SearchPool();
  pool.beReady();
  const first = begun(pool, 'first', EXPLAINED_LONG);
  expect(pool.waitingPid).toBeUndefined();
  await first.solved;
  expect(pool.waitingPid).toBeDefined();
  const second = begun(pool, 'second', EXPLAINED_LONG);
  await second.solved;
  expect(pool.waitingPid).toBeUndefined();
  for (const { running } of [first, second]) running.stop();
  await Promise.all([first.running.ended, second.running.ended]);
  pool.close();
}, 60_000);

test('a search whose plan is final is set aside while another plan is looked for, and goes on then', async () => {
  const pool = new SearchPool();
  const told: string[] = [];
  const explains = begun(pool, 'explains', { ...EXPLAINED_LONG, limits: { ...EXPLAINED_LONG.limits, explaining: { ...EXPLAINED_LONG.limits.explaining, mostWork: 30_000 } } });
  await explains.solved;
  const looks = begun(pool, 'looks', { ...ENDLESS, limits: { ...ENDLESS.limits, maxWork: 200_000 } });
  await Promise.all([explains.explained.then(() => told.push('explained')), looks.solved.then(() => told.push('looked for'))]);
  expect(told).toEqual(['looked for', 'explained']);
  for (const { running } of [explains, looks]) running.stop();
  await Promise.all([explains.running.ended, looks.running.ended]);
  pool.close();
}, 120_000);

test('whoever is set aside ends at once when it is stopped', async () => {
  const pool = new SearchPool();
  const explains = begun(pool, 'explains', EXPLAINED_LONG);
  await explains.solved;
  const looks = begun(pool, 'looks', ENDLESS);
  explains.running.stop();
  expect(await explains.running.ended).toBe('STOPPED');
  looks.running.stop();
  await looks.running.ended;
  pool.close();
}, 60_000);

test('where the one that waits is killed the next search has one of its own', async () => {
  const pool = new SearchPool();
  pool.beReady();
  process.kill(pool.waitingPid!, 'SIGKILL');
  await vi.waitUntil(() => pool.waitingPid === undefined, LONG);
  expect((await answer(pool)).end).toBe('OVER');
  pool.close();
}, 60_000);

test('what it warms up with are missions that are problems like any other, and it ends when there is something to do', () => {
  for (const mission of [0, 1, 2]) expect(parseProblem(inventedMission(mission)).isValid).toBe(true);
  const stops = vi.fn<() => boolean>(() => true);
  warmUp(stops);
  expect(stops).toHaveBeenCalledTimes(1);
});
