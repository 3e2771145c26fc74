/** However many jobs come, hands are woken for the first at once and for the others together; nobody is woken who was told to end. */
import { EventEmitter } from 'node:events';
import type { WorkerEvents, WorkerPool } from 'graphile-worker';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wakeInTurns } from './waking.ts';

const woken: number[] = [];
let pool: WorkerPool;
let events: WorkerEvents;

beforeEach(() => {
  vi.useFakeTimers();
  woken.length = 0;
  pool = { nudge: (count: number) => void woken.push(count) } as WorkerPool;
  events = new EventEmitter() as WorkerEvents;
});

afterEach(() => vi.useRealTimers());

test('the first wakes at once, what comes soon after wakes once, and what comes later at once again', () => {
  wakeInTurns(pool, events);
  for (let n = 0; n < 5; n += 1) pool.nudge(2);
  expect(woken).toEqual([2]);
  vi.advanceTimersByTime(100);
  expect(woken).toEqual([2, 8]);
  vi.advanceTimersByTime(1_000);
  expect(woken).toEqual([2, 8]);
  pool.nudge(1);
  expect(woken).toEqual([2, 8, 1]);
});

test.each(['pool:gracefulShutdown', 'pool:forcefulShutdown'] as const)('nobody is woken after %s', (event) => {
  wakeInTurns(pool, events);
  pool.nudge(1);
  pool.nudge(1);
  events.emit(event, {} as never);
  vi.advanceTimersByTime(1_000);
  expect(woken).toEqual([1]);
});
