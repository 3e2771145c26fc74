import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { agreement, drawn } from '../fixtures/agreement.fixture.ts';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { THROUGH_TWO } from '../fixtures/relaxation-cases.fixture.ts';
import { relaxedOf } from '../fixtures/relaxation.fixture.ts';
import { proved } from '../fixtures/tiny.fixture.ts';
import { planMission } from '../mission.ts';

const ordered = (problem: Problem, placeIds: readonly string[]): Problem => ({ ...problem, pins: [...problem.pins, { id: 'ordered', why: 'ADVISER', pin: 'ORDER', placeIds }] });

test('where places have an order, asking about every plan finds nothing better, and what is found is proved', () => {
  const { counts, bad } = agreement(60, { maxAsked: 1_000, of: (seed) => ordered(drawn(seed), seed % 2 === 0 ? ['ONE', 'TWO'] : ['TWO', 'ONE']) });
  expect(bad).toEqual([]);
  expect(counts.SAME).toBeGreaterThan(55);
}, 120_000);

test('the ways that are followed keep to an order of places, and no more is promised than these bring', () => {
  const [first, second] = [['C0', 'C2', 'C1'], ['C2', 'C0', 'C1']].map((placeIds) => planMission({ problem: ordered(fieldProblem(1, SHAPES.week), placeIds), seed: 1, maxWork: 60_000, maxLabels: 20_000 }));
  expect([first!.value![0], first!.bound![0]]).toEqual([275, 275]);
  expect([second!.value![0], second!.bound![0]]).toEqual([269, 269]);
}, 60_000);

test('who comes through a later place holds nothing there, where an earlier one would be closed by it', () => {
  expect(relaxedOf(THROUGH_TWO)).toBe(30);
  expect(proved(THROUGH_TWO).map((value) => value?.[0])).toEqual([30, 30]);
});
