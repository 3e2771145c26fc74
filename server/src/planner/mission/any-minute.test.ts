import { validate } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { verdictOn } from './fixtures/agreement.fixture.ts';
import { atAnyMinute, byMatrix, byRoad } from './fixtures/any-minute.fixture.ts';
import { fieldProblem, SHAPES } from './fixtures/field-problem.fixture.ts';
import { planMission } from './mission.ts';
import { modelOf } from './model/model.ts';

const WORK = { seed: 1, maxWork: 120_000, maxLabels: 100_000 } as const;

test('where all links leave at any minute, asking about every plan finds nothing better than what is found and proved', () => {
  const verdicts = Array.from({ length: 20 }, (_, n) => verdictOn(atAnyMinute(n), 20_000)).filter((one) => one !== 'UNKNOWN');
  expect(verdicts.filter((one) => one === 'WORSE' || one === 'WRONG')).toEqual([]);
  expect(verdicts.length).toBeGreaterThan(10);
}, 120_000);

test.each([['week', 1, false, 0.9], ['n16', 1, false, 0.6]] as const)('of %s %i by road, all journeys or not (%s), a great part of what no plan exceeds is found', (shape, seed, areAll, share) => {
  const problem = byRoad(fieldProblem(seed, SHAPES[shape]), areAll);
  const { plan, value, bound } = planMission({ problem, ...WORK });
  expect(plan && validate(problem, plan)).toEqual([]);
  expect(value![0]! / bound![0]!).toBeGreaterThan(share);
}, 60_000);

test.each([[5, 46], [10, 66]])('where that is little, departures are looked at one by one in the end, and what is found is proved: %i, %i', (seed, profit) => {
  const problem = byMatrix({ ...fieldProblem(seed, { countries: 3, meetings: 6, experts: 5, days: 2 }), teamRule: [] });
  expect(modelOf(problem).spread).toBeGreaterThan(0);
  expect(planMission({ problem, seed: 1, maxWork: 300_000, maxLabels: 300_000 })).toMatchObject({ value: [profit], bound: [profit], isOptimal: true });
});

test('minutes that nobody counts in make a problem no larger', () => {
  const problem = byRoad(fieldProblem(1, SHAPES.week), true);
  const travel = problem.travel.map((one) => (one.type === 'MATRIX' ? one : { ...one, minutes: one.minutes + 7 }));
  const [coarse, fine] = [modelOf(problem), modelOf({ ...problem, travel })];
  expect([coarse.step, fine.step]).toEqual([30, 1]);
  const count = ({ departures }: typeof fine): number => departures.reduce((sum, list) => sum + list.length, 0);
  expect(count(fine)).toBeLessThan(2 * count(coarse));
});
