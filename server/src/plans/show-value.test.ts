import { ALL_NINE, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { openPercentOf, showLevels } from './show-value.ts';

const freshOf = (lastMissionOn: readonly (string | null)[]): readonly [number, number | null][] => {
  const problem: Problem = { ...WORKED, persons: WORKED.persons.map((one, n) => ({ ...one, lastMissionOn: lastMissionOn[n] ?? null })), goals: [{ id: 'fresh', terms: [{ measure: 'FRESH', weight: 1, freshBefore: '2027-01-01' }] }] };
  return showLevels({ problem, plan: ALL_NINE, value: [0], bound: null, isOptimal: false }).flatMap(({ terms }) => terms.map(({ amount, unknown }) => [amount, unknown] as const)).map(([amount, unknown]) => [amount, unknown]);
};

test('of whom it is not known when they were last on a mission, who counts neither as rested nor as not, and it is said of how many that is so', () => {
  expect(freshOf(['2026-12-31', '2027-01-01', null])).toEqual([[1, 1]]);
  expect(freshOf(['2026-12-31', '2026-12-31', '2026-12-31'])).toEqual([[3, 0]]);
  expect(freshOf([null, null, null])).toEqual([[0, 3]]);
});

test('how far from the best a plan is, is said of the first level, and nothing is left open there once that is proved', () => {
  const of = (value: number[], bound: number[] | null, isOptimal = false): number | null => openPercentOf({ value, bound, isOptimal });
  expect([of([80, -200], [90, 0]), of([90, -200], [90, -150]), of([90, -200], [90, -200], true)]).toEqual([12.5, 0, 0]);
  expect([of([0, -200], [90, 0]), of([90, -200], [Number.MAX_SAFE_INTEGER, 0]), of([90, -200], null)]).toEqual([null, null, null]);
});

test('behind the first level that is open nothing is proved, and of that one what no plan exceeds is said', () => {
  const { length } = WORKED.goals;
  const levels = showLevels({ problem: WORKED, plan: ALL_NINE, value: [90, 3, -249_250, -9].slice(0, length), bound: [90, 3, -238_000, 0].slice(0, length), isOptimal: false });
  expect(levels.map(({ bound, isProved }) => [bound, isProved])).toEqual([[90, true], [3, true], [-238_000, false], [null, false]]);
});
