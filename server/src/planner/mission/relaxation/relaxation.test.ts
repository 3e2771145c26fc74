import type { Problem } from '@passerelle/shared/planning.ts';
import { brute } from '@passerelle/shared/planning/brute.fixture.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { LATE_DEPARTURE, LATE_HOUR, LONG_DAY, LONGER_LATER } from '../fixtures/relaxation-cases.fixture.ts';
import { busy, exceeded, following, relaxedOf } from '../fixtures/relaxation.fixture.ts';
import { planMission } from '../mission.ts';

test('no plan of random problems brings more than the relaxation says, which is met by most', () => {
  const { seeds, met, asked } = exceeded(150);
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(75);
  expect(met).toBeGreaterThan(asked * 0.7);
}, 120_000);

test('nor more than what it says when its work is used up', () => {
  const { seeds, met, asked } = exceeded(150, { from: 20_000, maxWork: 5 });
  expect(seeds).toEqual([]);
  expect(met).toBeGreaterThan(asked * 0.5);
}, 120_000);

test('nor of those with two departures a day and people who are busy, or away for one day at most', () => {
  const { seeds, asked } = exceeded(50, { of: busy });
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(25);
}, 120_000);

test('nor of those with a rule of work for each day, which is met by half of them', () => {
  const { seeds, met, asked } = exceeded(100, { of: following });
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(50);
  expect(met).toBeGreaterThan(asked * 0.5);
}, 120_000);

test('where a later rule of work allows a longer programme, what is found of sixteen countries is proved to be all', () => {
  const problem = fieldProblem(1, SHAPES.n16);
  const work = problem.workRules![0]!;
  const rules = [{ ...work, validUntil: '2027-11-10' }, { ...work, id: 'later', validFrom: '2027-11-11', maxProgrammeMinutes: work.maxProgrammeMinutes + 120 }];
  const { value, bound } = planMission({ problem: { ...problem, workRules: rules }, seed: 1, maxWork: 60_000, maxLabels: 20_000 });
  expect(value![0]).toBeGreaterThan(0);
  expect(bound![0]).toBe(value![0]);
}, 60_000);

const bestOf = (problem: Problem, step: number): number => brute(problem, { step, maxOwn: 1, maxAsked: 500_000 }).best!.value[0]!;

test('who has come by themselves attends at a later hour than the first, before the first party would be rested', () => {
  expect([bestOf(LATE_HOUR, 30), relaxedOf(LATE_HOUR)]).toEqual([2, 2]);
  const must: Problem = { ...LATE_HOUR, meetings: LATE_HOUR.meetings.map((one) => ({ ...one, isMandatory: true })) };
  expect(planMission({ problem: must, seed: 1, maxWork: 300_000, maxLabels: 100_000 })).toMatchObject({ value: [2], isOptimal: true });
});

test('they first ride together on a later day, when both are free, although who rides earlier would be rested by then', () => {
  expect([bestOf(LATE_DEPARTURE, 60), relaxedOf(LATE_DEPARTURE)]).toEqual([3, 3]);
});

test('one day away has 25 hours when the clocks are set back', () => {
  expect([bestOf(LONG_DAY, 15), relaxedOf(LONG_DAY)]).toEqual([2, 2]);
});

test('a journey that is too long by the rule of the first day is made on the second, by the rule of which it is not', () => {
  expect(planMission({ problem: LONGER_LATER, seed: 1, maxWork: 20_000, maxLabels: 5_000 })).toMatchObject({ value: [20, 0], isOptimal: true });
  expect(relaxedOf(LONGER_LATER)).toBe(20);
});
