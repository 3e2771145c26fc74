import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { paced } from './paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what is told many times in a second is done at once, and once more at its end', () => {
  const work = vi.fn<() => void>();
  const { tell } = paced(work, 1_000);
  for (let n = 0; n < 20; n += 1) tell();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(2);
  tell();
  expect(work).toHaveBeenCalledTimes(3);
});

it('nothing is done once it has ended', () => {
  const work = vi.fn<() => void>();
  const { tell, end } = paced(work, 1_000);
  tell();
  tell();
  end();
  vi.advanceTimersByTime(2_000);
  expect(work).toHaveBeenCalledTimes(1);
});
