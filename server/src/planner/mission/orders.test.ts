import { randomProblem } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from './fixtures/field-problem.fixture.ts';
import { ordersOf } from './fixtures/orders.fixture.ts';
import { randomTeam } from './fixtures/random-team.fixture.ts';
import { planMission } from './mission.ts';

test.each([['drawn', randomProblem, 40, 100], ['of people who live in several places', randomTeam, 8, 20]] as const)('of problems %s, whichever goal comes first, a plan is found where profits first find one, and it is worth no less by these goals', (_, of, count, least) => {
  const { asked, behind } = ordersOf(Array.from({ length: count }, (__, seed) => of(seed)), 100_000);
  expect(behind).toEqual([]);
  expect(asked).toBeGreaterThan(least);
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
