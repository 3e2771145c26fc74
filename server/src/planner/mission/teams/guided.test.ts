import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';

const MANY = fieldProblem(1, SHAPES.n16);
const countryIds = MANY.countries.slice(1).map(({ id }) => id);
const LIMITS = { seed: 1, maxWork: 60_000, maxLabels: 20_000 };
const profitOf = (problem: Problem, level: number): number => planMission({ problem, ...LIMITS }).value![level]!;
const ALONE = profitOf(MANY, 0);

test('where there may be more parties no less is found than for one', () => {
  expect(profitOf({ ...MANY, maxParties: 2 }, 0)).toBeGreaterThanOrEqual(ALONE);
}, 60_000);

test('where a goal comes first by which nothing can be had, as much profit is found as without it', () => {
  // One meeting in each country is with authorities or with NGOs.
  const balanced: Problem = { ...MANY, goals: [{ id: 'balance', terms: [{ measure: 'BALANCE', weight: 1, countryIds }] }, ...MANY.goals] };
  expect(profitOf(balanced, 1)).toBeGreaterThanOrEqual(ALONE);
}, 60_000);

test('the first goal is bounded by no way that brings the most profit', () => {
  const first: Problem = { ...MANY, goals: [{ id: 'countries', terms: [{ measure: 'COUNTRIES_SERVED', weight: 1, countryIds }] }, ...MANY.goals] };
  const { value, bound } = planMission({ problem: first, ...LIMITS });
  expect(value![0]).toBeGreaterThan(5);
  expect(bound![0]).toBe(MANY.meetings.length);
}, 60_000);
