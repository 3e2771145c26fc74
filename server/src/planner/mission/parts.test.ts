/** A plan is found where there plainly is one. */
import { validate } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { mostOfForty, oneJourneyPinned, OPEN_ROADS } from './fixtures/parts.fixture.ts';
import { planMission } from './mission.ts';

test('where most of what a plan holds must be in, one is found that holds it', () => {
  const problem = mostOfForty();
  const { plan } = planMission({ problem, seed: 1, maxWork: 120_000, maxLabels: 20_000 });
  expect(plan && validate(problem, plan)).toEqual([]);
}, 120_000);

test('of roads at any minute something is found by little work, all of which is used up by what bounds', () => {
  expect(planMission({ problem: OPEN_ROADS, seed: 1, maxWork: 30_000, maxLabels: 20_000 }).value![0]).toBeGreaterThan(0);
}, 120_000);

test('where a journey of a plan is pinned, a plan as good is found that makes it', () => {
  const problem = oneJourneyPinned();
  const { plan, value, bound } = planMission({ problem, seed: 1, maxWork: 120_000, maxLabels: 20_000 });
  expect(plan && validate(problem, plan)).toEqual([]);
  expect(value![0]).toBe(bound![0]);
}, 120_000);
