/** What a process takes at once: what is on its way keeps nobody from having theirs looked at. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { FileTraffic } from './file-traffic.ts';

const held = (): { readonly work: () => Promise<void>; readonly end: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
};

/** Whether there is a place, as far as it is known now. */
const now = (place: Promise<unknown>): Promise<unknown> => Promise.race([place.then((leave) => leave !== undefined), setImmediate('WAITS')]);

afterEach(() => void vi.useRealTimers());

test('twelve are on their way at once, and one of a person; who comes then waits until there is room for them, in their order', async () => {
  const traffic = new FileTraffic();
  const leaves = await Promise.all(Array.from({ length: 12 }, (_, n) => traffic.enter(`person ${n}`)));
  expect(leaves.every((leave) => leave !== undefined)).toBe(true);
  const [again, other, last] = [traffic.enter('person 1'), traffic.enter('person 12'), traffic.enter('person 13')];
  expect([await now(again), await now(other), await now(last)]).toEqual(['WAITS', 'WAITS', 'WAITS']);
  leaves[0]!();
  // The place of another is none for who has a file on its way.
  expect([await now(again), await now(other), await now(last)]).toEqual(['WAITS', true, 'WAITS']);
  leaves[1]!();
  expect([await now(again), await now(last)]).toEqual([true, 'WAITS']);
});

test('a place that somebody has waited for is not taken by who comes at that moment', async () => {
  const traffic = new FileTraffic();
  const leave = await traffic.enter('somebody');
  const waiting = traffic.enter('somebody');
  leave!();
  const late = traffic.enter('somebody');
  expect([await now(waiting), await now(late)]).toEqual([true, 'WAITS']);
});

test('who gives up waiting leaves their place in the line to others', async () => {
  const [traffic, gone] = [new FileTraffic(), new AbortController()];
  const leave = await traffic.enter('somebody');
  const [first, second] = [traffic.enter('somebody', gone.signal), traffic.enter('somebody')];
  gone.abort();
  expect([await now(first), await now(second)]).toEqual([false, 'WAITS']);
  leave!();
  expect(await now(second)).toBe(true);
});

test('three of a person wait, and twenty-four of all, for eight seconds: others are told at once that there is no place', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const traffic = new FileTraffic();
  for (let n = 0; n < 12; n += 1) await traffic.enter(`person ${n}`);
  const own = Array.from({ length: 4 }, () => traffic.enter('person 0'));
  expect(await Promise.all(own.map(now))).toEqual(['WAITS', 'WAITS', 'WAITS', false]);
  const others = Array.from({ length: 22 }, (_, n) => traffic.enter(`another ${n}`));
  expect((await Promise.all(others.map(now))).filter((place) => place === false)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(7_900);
  expect(await now(own[0]!)).toBe('WAITS');
  await vi.advanceTimersByTimeAsync(200);
  expect(await Promise.all([...own, ...others].map(now))).toEqual(Array.from({ length: 26 }, () => false));
});

test('three are looked at, whoever came first is first, and a file that breaks gives its place to the next', async () => {
  const traffic = new FileTraffic();
  const [files, begun]: [ReturnType<typeof held>[], number[]] = [Array.from({ length: 5 }, held), []];
  const done = files.map(({ work }, n) => traffic.check(async () => {
    begun.push(n);
    await work();
    if (n === 0) throw new Error('Broken');
  }));
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  files[0]!.end();
  await expect(done[0]).rejects.toThrow('Broken');
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  for (const { end } of files) end();
  await Promise.all(done.slice(1));
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});
