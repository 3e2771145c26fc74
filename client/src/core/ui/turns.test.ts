import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';

import { isDrawing, useTurns } from './turns.ts';
import { hasMoved } from './visit.ts';

const scope = effectScope();
const inScope = <Made>(make: () => Made): Made => scope.run(make)!;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  hasMoved.value = false;
});

it('draws one part more each time that the browser has had its turn, and then rests', async () => {
  const count = ref(0);
  const drawn = inScope(() => useTurns(() => count.value));
  expect(drawn.value).toBe(0);
  count.value = 3;
  await nextTick();
  expect([drawn.value, isDrawing.value]).toEqual([1, true]);
  await vi.runOnlyPendingTimersAsync();
  expect(drawn.value).toBe(2);
  await vi.runAllTimersAsync();
  expect([drawn.value, isDrawing.value]).toEqual([3, false]);
  count.value = 4;
  await nextTick();
  expect(drawn.value).toBe(4);
});

it('draws what has begun within a part before the next part', async () => {
  const parts = inScope(() => useTurns(() => 3));
  await vi.advanceTimersToNextTimerAsync();
  const rows = inScope(() => useTurns(() => 3));
  const drawn = [`${parts.value} ${rows.value}`];
  while (rows.value < 3) {
    await vi.advanceTimersToNextTimerAsync();
    drawn.push(`${parts.value} ${rows.value}`);
  }
  expect([...new Set(drawn)]).toEqual(['2 1', '2 2', '2 3']);
  await vi.runAllTimersAsync();
  expect([parts.value, isDrawing.value]).toEqual([3, false]);
});

it('does not wait for what has left the page', async () => {
  const parts = inScope(() => useTurns(() => 3));
  const within = effectScope();
  within.run(() => useTurns(() => 3));
  within.stop();
  await vi.runAllTimersAsync();
  expect(parts.value).toBe(3);
});

it('draws all at once after the first page', () => {
  hasMoved.value = true;
  expect(inScope(() => useTurns(() => 3)).value).toBeGreaterThan(3);
});

it('no longer draws what has left the page', async () => {
  const part = effectScope();
  part.run(() => useTurns(() => 3));
  expect(isDrawing.value).toBe(true);
  part.stop();
  expect(isDrawing.value).toBe(false);
  await vi.runAllTimersAsync();
});
