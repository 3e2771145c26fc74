/** What can be had within limits of nights, and plans within them. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { verdictOn, weighed } from '../fixtures/agreement.fixture.ts';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { wrongByNights } from '../fixtures/nights.fixture.ts';
import { planMission } from '../mission.ts';

test('no plan whose people are away for no more nights than they may be brings more than is said to be possible', () => {
  const { wrong, lower, asked } = wrongByNights(100);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(120);
  expect(lower).toBeGreaterThan(2);
}, 240_000);

const limited = (seed: number, shape: keyof typeof SHAPES, maxNights: number): Problem => ({ ...fieldProblem(seed, SHAPES[shape]), maxNights });

test('where three nights are left for three people, what is found of sixteen countries is proved to be all', () => {
  const { value, bound } = planMission({ problem: limited(1, 'n16', 3), seed: 1, maxWork: 100_000, maxLabels: 20_000 });
  expect([value![0], bound![0]]).toEqual([38, 38]);
}, 120_000);

test('of little work, as explanations have, plans are found for the nights that there are', () => {
  expect(planMission({ problem: limited(2, 'n16', 10), seed: 1, maxWork: 30_000, maxLabels: 20_000 }).value![0]).toBeGreaterThanOrEqual(50);
}, 120_000);

test('a week for which there are three nights is bounded by what a party of three can do in two days', () => {
  const { value, bound } = planMission({ problem: limited(1, 'week', 3), seed: 1, maxWork: 100_000, maxLabels: 20_000 });
  expect(bound![0]).toBeLessThan(220);
  expect(value![0]).toBeGreaterThan(150);
}, 120_000);

test('where somebody has to go who may not, it is proved that there is no plan, however few nights there are', () => {
  expect(verdictOn(weighed(21_091), 5_000)).toBe('SAME');
});
