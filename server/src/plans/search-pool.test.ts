/** A process that waits, warm, for the next search: it does that search, another one follows it, and none is left when the pool is closed. */
import { parseProblem } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test, vi } from 'vitest';
import { SearchPool } from './search-pool.ts';
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

/** The last words of a search, and who has said them. */
async function answer(pool: SearchPool): Promise<{ readonly pid: number | undefined; readonly solved: SearchMessage | undefined; readonly end: string }> {
  const told: SearchMessage[] = [];
  const { pid, ended } = pool.start(TASK, (message) => told.push(message));
  return { pid, end: await ended, solved: told.find(({ is }) => is === 'SOLVED') };
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

test('who waits longest has the next place: nobody who comes later overtakes them, unless they do not ask again', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const pool = new SearchPool();
    expect([pool.take('first'), pool.take('second'), pool.take('third')]).toEqual([true, false, false]);
    pool.giveBack();
    expect([pool.take('newcomer'), pool.take('third'), pool.take('second')]).toEqual([false, false, true]);
    pool.giveBack();
    expect([pool.take('newcomer'), pool.take('third')]).toEqual([false, true]);
    pool.giveBack();
    vi.advanceTimersByTime(10_001);
    expect(pool.take('latest')).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('while a search runs none waits beside it', async () => {
  const pool = new SearchPool();
  pool.beReady();
  const running = answer(pool);
  pool.beReady();
  expect(pool.waitingPid).toBeUndefined();
  await running;
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
