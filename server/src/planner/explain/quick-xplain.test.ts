import { expect, test } from 'vitest';
import { smallest } from './quick-xplain.ts';

/** Sums of at least so much hold. */
const atLeast = (sum: number) => (some: readonly number[]): boolean => some.reduce((a, b) => a + b, 0) >= sum;

test('what is named is enough, and nothing of it can be missed', () => {
  for (let seed = 1; seed < 500; seed += 1) {
    const list = Array.from({ length: 1 + (seed % 9) }, (_, n) => (seed * (n + 3) * 7919) % 11);
    const holds = atLeast(seed % 30);
    const found = smallest(list, holds);
    expect([seed, found !== null]).toEqual([seed, holds(list)]);
    if (found) expect([seed, holds(found), found.some((_, n) => holds(found.filter((__, other) => other !== n)))]).toEqual([seed, true, false]);
  }
});

test('what comes first is named as far as it can be', () => {
  const conflicts = [['law', 'need'], ['need', 'pin'], ['law', 'limit']];
  expect(smallest(['pin', 'limit', 'need', 'law'], (some) => conflicts.some((one) => one.every((member) => some.includes(member))))).toEqual(['pin', 'need']);
});

test('of a hundred it asks about few', () => {
  let asked = 0;
  const found = smallest(Array.from({ length: 100 }, (_, n) => n), (some) => {
    asked += 1;
    return some.includes(17) && some.includes(80);
  });
  expect([found, asked < 40]).toEqual([[17, 80], true]);
});

test('where nothing is needed it names nothing', () => {
  expect(smallest([1, 2], () => true)).toEqual([]);
  expect(smallest([], () => false)).toBeNull();
});
