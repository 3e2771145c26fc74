import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { plainOf } from './plain.ts';

/** The same with the keys of each object in the other order, as it might come from elsewhere. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toReversed().map(([key, one]) => [key, turned(one)])) : value;
}

/** The keys of each object, in their order. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  return typeof value === 'object' && value !== null ? Object.entries(value).map(([key, one]) => [key, keysOf(one)]) : null;
}

const PROBLEM = fieldProblem(3, SHAPES.week);
const TURNED = turned(PROBLEM) as Problem;

test('a problem is the same as it was, and its objects have one form wherever it comes from', () => {
  expect(plainOf(PROBLEM)).toEqual(PROBLEM);
  expect(keysOf(TURNED)).not.toEqual(keysOf(PROBLEM));
  expect(keysOf(plainOf(TURNED))).toEqual(keysOf(plainOf(PROBLEM)));
  const odd = { ...PROBLEM, limits: [{ id: 'none', kinds: [], cents: Infinity }, { id: 'large', kinds: [], cents: 2 ** 40 }] };
  expect(plainOf(odd).limits.map(({ cents }) => cents)).toEqual([Infinity, 2 ** 40]);
});

test('it is copied once, and what its variants share with it is so, too', () => {
  const plain = plainOf(PROBLEM);
  expect(plainOf(PROBLEM)).toBe(plain);
  expect(plainOf(plain)).toBe(plain);
  const variant = plainOf({ ...plain, meetings: PROBLEM.meetings.slice(1) });
  expect(variant.persons).toBe(plain.persons);
  expect(variant.meetings[0]).toBe(plain.meetings[1]);
});
