/** Goals as they are chosen and as a problem has them: levels one after the other, or points in one level, all of them whole numbers. */
import { expect, test } from 'vitest';
import { type ChosenGoals, GOAL_MEASURES, goalsOf, isWeighedLevel, POINT } from './goals.ts';

const FACTS = { startsOn: '2027-11-08', countryIds: ['BA', 'RS'] };
const ids = (chosen: ChosenGoals | null, hasFormer = false): string[] => goalsOf(chosen, hasFormer, FACTS).map(({ id }) => id);
const inOrder = (...measures: readonly ChosenGoals['goals'][number]['measure'][]): ChosenGoals => ({ isWeighed: false, goals: measures.map((measure) => ({ measure, points: 1 })) });

test('where nobody has chosen, meetings count first, then what they cost, then nights; what stays of a former plan comes behind the meetings', () => {
  expect([ids(null), ids(null, true)]).toEqual([['meetings', 'cost', 'nights'], ['meetings', 'kept', 'cost', 'nights']]);
  expect(goalsOf(null, false, FACTS).map(({ terms }) => terms.map(({ weight }) => weight))).toEqual([[1], [-1], [-1]]);
});

test('one after the other they count in the order in which they were chosen; of what cannot be kept nothing is asked', () => {
  expect([ids(inOrder('NIGHTS', 'PROFIT')), ids(inOrder('NIGHTS', 'PROFIT'), true), ids(inOrder('PROFIT', 'COST_CENTS', 'KEPT'), true), ids(inOrder('KEPT', 'PROFIT'))]).toEqual([['nights', 'meetings'], ['nights', 'kept', 'meetings'], ['meetings', 'cost', 'kept'], ['meetings']]);
});

test('weighed against each other they are one level: a meeting of ten points is worth as much as ten nights of a point, or a thousand euros of a point for each hundred', () => {
  const levels = goalsOf({ isWeighed: true, goals: GOAL_MEASURES.map((measure) => ({ measure, points: 1 })) }, true, FACTS);
  expect([levels.map(isWeighedLevel), goalsOf(null, true, FACTS).map(isWeighedLevel)]).toEqual([[true], [false, false, false, false]]);
  const weights = Object.fromEntries(levels[0]!.terms.map(({ measure, weight }) => [measure, weight]));
  expect(levels[0]!.terms.every(({ weight }) => Number.isInteger(weight))).toBe(true);
  expect([weights.PROFIT! * 10, -weights.NIGHTS! * 10, -weights.COST_CENTS! * 100_000, -weights.TRAVEL_MINUTES! * 600]).toEqual(Array.from({ length: 4 }, () => 10 * POINT));
  expect(ids({ isWeighed: true, goals: [{ measure: 'PROFIT', points: 1 }] }, true)).toEqual(['weighed', 'kept']);
});
