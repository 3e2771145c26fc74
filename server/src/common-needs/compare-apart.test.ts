/** Comparisons one after the other: what is remembered, what rests, and how many may wait. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UserError } from '../core/errors.ts';
import { type Comparison, Comparisons } from './compare-apart.ts';

const NONE: Comparison = { needs: [], apart: [], together: [] };
const codeOf = async (comes: Promise<unknown>): Promise<unknown> => comes.then(() => 'DONE', (error: unknown) => (error instanceof UserError ? error.extensions.code : (error as Error).message));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what was compared is compared once, and what failed is tried again', async () => {
  const make = vi.fn(async () => []).mockRejectedValueOnce(new Error('lost'));
  const comparisons = new Comparisons(make);
  expect([await codeOf(comparisons.of('one', NONE)), comparisons.lately('one')]).toEqual(['lost', undefined]);
  expect([await codeOf(comparisons.of('one', NONE)), await codeOf(comparisons.of('one', NONE)), make.mock.calls.length]).toEqual(['DONE', 'DONE', 2]);
});

test('what took too long rests for ten minutes, and only that', async () => {
  const make = vi.fn(async () => []).mockRejectedValueOnce(new UserError('TIMEOUT', 'long'));
  const comparisons = new Comparisons(make);
  expect(await codeOf(comparisons.of('long', NONE))).toBe('TIMEOUT');
  vi.advanceTimersByTime(599_000);
  expect([await codeOf(comparisons.of('long', NONE)), await codeOf(comparisons.of('other', NONE)), make.mock.calls.length]).toEqual(['TIMEOUT', 'DONE', 2]);
  vi.advanceTimersByTime(2_000);
  expect([await codeOf(comparisons.of('long', NONE)), make.mock.calls.length]).toEqual(['DONE', 3]);
});

test('five wait at most: the sixth is told to come again, and comes in once one is done', async () => {
  const ends: (() => void)[] = [];
  const comparisons = new Comparisons(() => new Promise((resolve) => ends.push(() => resolve([]))));
  const five = Array.from({ length: 5 }, (_none, n) => comparisons.of(String(n), NONE));
  expect(await codeOf(comparisons.of('sixth', NONE))).toBe('SERVICE_UNAVAILABLE');
  expect([comparisons.lately('sixth'), ends.length]).toEqual([undefined, 1]);
  ends[0]!();
  await five[0];
  const sixth = comparisons.of('sixth', NONE);
  for (let n = 1; n <= 5; n += 1) await vi.waitUntil(() => ends[n]).then(() => ends[n]!());
  expect([await codeOf(sixth), await codeOf(Promise.all(five)), ends.length]).toEqual(['DONE', 'DONE', 6]);
});
