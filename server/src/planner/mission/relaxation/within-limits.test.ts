/** What can be had within limits. */
import { validate } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { aheadAndBefore, aNightLater, drawnPlan, wrongWithin } from '../fixtures/within-limits.fixture.ts';

test('no plan that keeps to a limit brings more than is said to be possible within it', () => {
  const { wrong, tight, asked } = wrongWithin(300);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(250);
  expect(tight).toBeGreaterThan(15);
}, 120_000);

test('nor one that was drawn, of people who come from several places and whose stays are paid for', () => {
  const { wrong, tight, asked } = wrongWithin(150, { of: drawnPlan });
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(250);
  expect(tight).toBeGreaterThan(15);
}, 120_000);

test.each([['of people of whom one goes ahead and others come home before the last meeting', aheadAndBefore], ['of two of whom one comes a night later, where no rule of work says when somebody is rested', aNightLater]])('nor one %s', (_, planned) => {
  const { problem, plan } = planned();
  expect(validate(problem, plan)).toEqual([]);
  expect(wrongWithin(1, { of: planned })).toMatchObject({ wrong: [], tight: 4 });
});
