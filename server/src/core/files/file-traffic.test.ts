/** What a process takes at once: what is on its way keeps nobody from having theirs looked at. */
import { expect, test } from 'vitest';
import { FileTraffic } from './file-traffic.ts';

const held = (): { readonly work: () => Promise<void>; readonly end: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
};

test('twelve are on their way at once, and one of a person', () => {
  const traffic = new FileTraffic();
  const leaves = Array.from({ length: 12 }, (_, n) => traffic.enter(`person ${n}`));
  expect(leaves.every((leave) => leave !== undefined)).toBe(true);
  expect(traffic.enter('person 12')).toBeUndefined();
  leaves[0]!();
  expect(traffic.enter('person 1')).toBeUndefined();
  expect(traffic.enter('person 12')).toBeDefined();
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
