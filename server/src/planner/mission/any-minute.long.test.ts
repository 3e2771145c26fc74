import { validate } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { verdictOn } from './fixtures/agreement.fixture.ts';
import { atAnyMinute, byRoad } from './fixtures/any-minute.fixture.ts';
import { fieldProblem, SHAPES } from './fixtures/field-problem.fixture.ts';
import { planMission } from './mission.ts';

const WORK = { seed: 1, maxWork: 120_000, maxLabels: 100_000 } as const;

test('where all links of 60 problems leave at any minute, asking about every plan finds nothing better than what is found and proved', () => {
  const verdicts = Array.from({ length: 60 }, (_, n) => verdictOn(atAnyMinute(n), 20_000)).filter((one) => one !== 'UNKNOWN');
  expect(verdicts.filter((one) => one === 'WORSE' || one === 'WRONG')).toEqual([]);
  expect(verdicts.length).toBeGreaterThan(30);
}, 120_000);

test.each([['week', 2, true, 0.85], ['n16', 2, true, 0.6]] as const)('of %s %i by road, all journeys or not (%s), a great part of what no plan exceeds is found', (shape, seed, areAll, share) => {
  const problem = byRoad(fieldProblem(seed, SHAPES[shape]), areAll);
  const { plan, value, bound } = planMission({ problem, ...WORK });
  expect(plan && validate(problem, plan)).toEqual([]);
  expect(value![0]! / bound![0]!).toBeGreaterThan(share);
}, 60_000);
