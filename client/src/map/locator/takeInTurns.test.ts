import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { hasMoved, isDrawing } from '../../core/ui/index.ts';
import { takeInTurns } from './takeInTurns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  hasMoved.value = false;
});

const given: number[] = [];
function* steps(): Generator<number> {
  for (const one of [1, 2, 3]) {
    given.push(one);
    yield one;
  }
}
beforeEach(() => void given.splice(0));

it('takes one in a turn on the first page of a visit', async () => {
  const all = takeInTurns(steps(), () => false);
  expect([given, isDrawing.value]).toEqual([[1], true]);
  await vi.runAllTimersAsync();
  expect([await all, isDrawing.value]).toEqual([[1, 2, 3], false]);
});

it('takes all at once afterwards', async () => {
  hasMoved.value = true;
  const all = takeInTurns(steps(), () => false);
  expect([given, vi.getTimerCount()]).toEqual([[1, 2, 3], 0]);
  expect(await all).toEqual([1, 2, 3]);
});

it('takes nothing more once nobody needs it', async () => {
  let isOver = false;
  const none = takeInTurns(steps(), () => isOver);
  isOver = true;
  await vi.runAllTimersAsync();
  expect([await none, given, isDrawing.value]).toEqual([undefined, [1], false]);
});
