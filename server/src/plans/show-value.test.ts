import { ALL_NINE, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { showLevels } from './show-value.ts';

const freshOf = (lastMissionOn: readonly (string | null)[]): readonly [number, number | null][] => {
  const problem: Problem = { ...WORKED, persons: WORKED.persons.map((one, n) => ({ ...one, lastMissionOn: lastMissionOn[n] ?? null })), goals: [{ id: 'fresh', terms: [{ measure: 'FRESH', weight: 1, freshBefore: '2027-01-01' }] }] };
  return showLevels({ problem, plan: ALL_NINE, value: [0], bound: null, isOptimal: false }).flatMap(({ terms }) => terms.map(({ amount, unknown }) => [amount, unknown] as const)).map(([amount, unknown]) => [amount, unknown]);
};

test('of whom it is not known when they were last on a mission, who counts neither as rested nor as not, and it is said of how many that is so', () => {
  expect(freshOf(['2026-12-31', '2027-01-01', null])).toEqual([[1, 1]]);
  expect(freshOf(['2026-12-31', '2026-12-31', '2026-12-31'])).toEqual([[3, 0]]);
  expect(freshOf([null, null, null])).toEqual([[0, 3]]);
});
