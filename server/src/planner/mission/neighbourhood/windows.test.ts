import type { Block, Pin, Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES, type Shape } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';

const DAY = 1440;
const LITTLE = 100_000;
const profitOf = (problem: Problem, maxWork: number): number => planMission({ problem, seed: 1, maxWork, maxLabels: 100_000 }).value![0]!;

const awayFor = (maxDaysAway: number, problem: Problem): Problem => ({ ...problem, persons: problem.persons.map((one) => ({ ...one, maxDaysAway })) });

/** Each expert is free for two days alone, the next one from the next day on. */
function busy(problem: Problem, { days }: Shape): Problem {
  const { earliestDeparture, latestReturn } = problem.period;
  const midnight = Math.floor(earliestDeparture / DAY) * DAY - 60;
  const block = (id: string, from: number, until: number): Block[] => (from < until ? [{ id, from, until, cause: 'ENGAGED' }] : []);
  return {
    ...problem, persons: problem.persons.map((one, n) => {
      const from = midnight + (n % (days - 1)) * DAY;
      return { ...one, maxDaysAway: null, blocks: [...block(`${one.id}-before`, midnight, from), ...block(`${one.id}-after`, from + 2 * DAY, latestReturn)] };
    }),
  };
}

const FORTY = fieldProblem(1, SHAPES.forty);
const MANY = fieldProblem(1, SHAPES.n16);

test('where everybody may be away for two days alone as much is found as in a mission of two days', () => {
  expect(profitOf(awayFor(2, FORTY), 300_000)).toBeGreaterThan(250);
}, 120_000);

test('where everybody is free on two other days a plan is found for those who are free together', () => {
  expect(profitOf(busy(FORTY, SHAPES.forty), LITTLE)).toBeGreaterThan(200);
}, 120_000);

test('of twelve days of sixteen countries those four are found in which most is to be had', () => {
  expect(profitOf(awayFor(4, MANY), LITTLE)).toBeGreaterThanOrEqual(55);
}, 120_000);

test('who has to go is free for each window in which plans are looked for, and no plan without them makes the bound doubtful', () => {
  const problem = awayFor(4, MANY);
  const someone = problem.persons.find(({ roles, isReserve, blocks }) => roles.includes('MAGISTRATE') && !isReserve && blocks.length === 0)!;
  const pin: Pin = { id: 'goes', why: 'ADVISER', pin: 'GOES', personId: someone.id };
  const from = problem.period.earliestDeparture + 4 * DAY;
  const late = { ...someone, blocks: [{ id: 'late', from, until: problem.period.latestReturn, cause: 'ENGAGED' as const }] };
  const { plan, value, bound } = planMission({ problem: { ...problem, pins: [pin], persons: problem.persons.map((one) => (one === someone ? late : one)) }, seed: 1, maxWork: LITTLE, maxLabels: 20_000 });
  expect(plan!.team.map(({ personId }) => personId)).toContain(someone.id);
  expect(bound![0]).toBeLessThanOrEqual(MANY.meetings.reduce((sum, { profit }) => sum + profit, 0));
  expect(value![0]).toBeLessThanOrEqual(bound![0]!);
}, 120_000);
