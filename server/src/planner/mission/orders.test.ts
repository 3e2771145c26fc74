import { randomProblem } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from './fixtures/field-problem.fixture.ts';
import { ordersOf } from './fixtures/orders.fixture.ts';
import { randomTeam } from './fixtures/random-team.fixture.ts';
import { planMission } from './mission.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

test.each([['drawn', randomProblem], ['of people who live in several places', randomTeam]] as const)('of problems %s, whichever goal comes first, a plan is found where profits first find one, and it is worth no less by these goals', (_, of) => {
  const { asked, behind } = ordersOf(SEEDS.map((seed) => of(seed)), 100_000);
  expect(behind).toEqual([]);
  expect(asked).toBeGreaterThan(100);
}, 240_000);

test('so it is of missions of a week', () => {
  const { asked, behind } = ordersOf([1, 2, 3].map((seed) => fieldProblem(seed, SHAPES.week)), 120_000);
  expect(behind).toEqual([]);
  expect(asked).toBeGreaterThan(4);
}, 240_000);

const WEEK = fieldProblem(1, SHAPES.week);
const LIMITS = { seed: 1, maxWork: 60_000, maxLabels: 20_000 };

test('where costs come first, little more is held than must be in, and what is held costs less than half of the most that can be had', () => {
  const { plan, value } = planMission({ problem: WEEK, ...LIMITS });
  const must = new Set(plan!.meetings.map(({ meetingId }) => meetingId).sort().slice(0, 3));
  const meetings = WEEK.meetings.map((one) => ({ ...one, isMandatory: must.has(one.id) }));
  const cheap = planMission({ problem: { ...WEEK, meetings, goals: [...WEEK.goals.filter(({ id }) => id === 'cost'), ...WEEK.goals.filter(({ id }) => id !== 'cost')] }, ...LIMITS });
  expect(cheap.value![0]! / value![2]!).toBeLessThan(0.5);
  expect(cheap.plan!.meetings.length).toBeLessThan(must.size + 3);
}, 60_000);
