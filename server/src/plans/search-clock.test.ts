/** The time a search has: it stands still while the search is set aside, and once it is over the process is told to stop. */
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { searchClock } from './search-clock.ts';
import { supervised } from './search-pool.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('calls back after the time in which it was not held up, and once', () => {
  const isOver = vi.fn<() => void>();
  const clock = searchClock(1_000, isOver);
  vi.advanceTimersByTime(600);
  clock.holdUp();
  clock.holdUp();
  vi.advanceTimersByTime(5_000);
  expect(isOver).not.toHaveBeenCalled();
  clock.goOn();
  clock.goOn();
  vi.advanceTimersByTime(399);
  expect(isOver).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(isOver).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(isOver).toHaveBeenCalledTimes(1);
});

test('a process that is set aside is told to wait and to go on, and to stop only after the time it went on', () => {
  const send = vi.fn<(order: unknown) => void>();
  const child = Object.assign(new EventEmitter(), { connected: true, send, kill: vi.fn<() => boolean>() });
  const { turn } = supervised(child as unknown as ChildProcess, { time: 1_000, hear: () => undefined });
  const told = (): unknown[] => send.mock.calls.map(([order]) => order);
  turn(false);
  vi.advanceTimersByTime(60_000);
  expect(told()).toEqual(['WAIT']);
  turn(true);
  vi.advanceTimersByTime(999);
  expect(told()).toEqual(['WAIT', 'GO_ON']);
  vi.advanceTimersByTime(1);
  expect(told()).toEqual(['WAIT', 'GO_ON', 'STOP']);
});
