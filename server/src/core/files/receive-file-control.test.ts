/** The control of how fast a file must come: by the limits that stand whoever is slow is given up when they say, and without them is waited for. */
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bytesOf, PACE } from './receive-file.ts';

/** No limit at all; of time the longest that a clock takes. */
const NONE: typeof PACE = { silence: 2 ** 31 - 1, grace: Infinity, least: 0 };
const AN_HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What has come of a file after so many milliseconds, of which a byte came at once, and then one each `every` milliseconds, if any. */
async function after(time: number, pace: typeof PACE | undefined, every?: number): Promise<string> {
  const stream = new PassThrough();
  const request = { headers: {}, iterator: (options?: object) => stream.iterator(options) } as Parameters<typeof bytesOf>[0];
  const came = bytesOf(request, 1_000_000, () => false, pace).then(() => 'WHOLE', (error: unknown) => (error as { extensions?: { code: string } }).extensions!.code);
  stream.write('x');
  const drip = every === undefined ? undefined : setInterval(() => stream.write('x'), every);
  await vi.advanceTimersByTimeAsync(time);
  clearInterval(drip);
  return Promise.race([came, Promise.resolve('WAITED FOR')]);
}

test('whoever sends no more is given up after ten seconds, and waited for where no limit says so', async () => {
  expect([await after(9_900, undefined), await after(10_100, undefined)]).toEqual(['WAITED FOR', 'TIMEOUT']);
  expect(await after(AN_HOUR, { ...PACE, silence: NONE.silence })).toBe('WAITED FOR');
});

test('whoever sends a byte every five seconds is given up after twenty, and waited for where no limit says so', async () => {
  expect([await after(19_900, undefined, 5_000), await after(25_100, undefined, 5_000)]).toEqual(['WAITED FOR', 'TIMEOUT']);
  for (const lifted of ['grace', 'least'] as const) expect([lifted, await after(AN_HOUR, { ...PACE, [lifted]: NONE[lifted] }, 5_000)]).toEqual([lifted, 'WAITED FOR']);
});
