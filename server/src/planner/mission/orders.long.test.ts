import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from './fixtures/field-problem.fixture.ts';
import { ordersOf } from './fixtures/orders.fixture.ts';
import { randomTeam } from './fixtures/random-team.fixture.ts';

test('of 40 problems of people who live in several places, whichever goal comes first, a plan is found where profits first find one, and it is worth no less by these goals', () => {
  const { asked, behind } = ordersOf(Array.from({ length: 40 }, (_, seed) => randomTeam(seed)), 100_000);
  expect(behind).toEqual([]);
  expect(asked).toBeGreaterThan(100);
}, 240_000);

test('so it is of missions of a week', () => {
  const { asked, behind } = ordersOf([1, 2, 3].map((seed) => fieldProblem(seed, SHAPES.week)), 120_000);
  expect(behind).toEqual([]);
  expect(asked).toBeGreaterThan(4);
}, 240_000);
