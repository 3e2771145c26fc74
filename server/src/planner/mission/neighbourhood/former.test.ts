import { type Problem, validate, valueOf } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { LIMITS, mostKept, without } from '../fixtures/former.fixture.ts';
import { planMission } from '../mission.ts';

test('where one of a team cannot go any more, somebody else goes in their place, and nearly all else stays as it was', () => {
  const { problem, former, gone } = without(fieldProblem(1, SHAPES.n16));
  const { plan, value } = planMission({ problem, ...LIMITS });
  expect(validate(problem, plan!)).toEqual([]);
  expect(plan!.team.map(({ personId }) => personId)).not.toContain(gone);
  expect(value).toEqual(valueOf(problem, plan!));
  expect(value![0]! / mostKept(former, gone)).toBeGreaterThan(0.85);
}, 120_000);

test('no more is said to be kept than whoever may go and what may be held let keep', () => {
  const { problem, former, gone } = without(fieldProblem(1, SHAPES.n16));
  const [first] = former.meetings;
  const out: Problem = { ...problem, pins: [...problem.pins, { id: 'out', why: 'ADVISER', pin: 'OUT', meetingId: first!.meetingId }] };
  expect(planMission({ problem, ...LIMITS }).bound![0]).toBeLessThanOrEqual(mostKept(former, gone));
  expect(planMission({ problem: out, ...LIMITS }).bound![0]).toBeLessThanOrEqual(mostKept({ ...former, meetings: former.meetings.slice(1) }, gone));
}, 120_000);

test('no more experts are said to be fresh than may go, and of two groups no more than half of these', () => {
  const base = fieldProblem(1, { countries: 3, meetings: 9, experts: 20, days: 3 });
  const persons = base.persons.map((one, n) => ({ ...one, lastMissionOn: n % 3 === 0 ? null : '2025-01-01', balanceGroup: n % 2 === 0 ? 'A' : 'B' }));
  const firstOf = (term: Problem['goals'][number]['terms'][number]) => planMission({ problem: { ...base, persons, maxTeam: 5, goals: [{ id: 'first', terms: [term] }, ...base.goals] }, ...LIMITS });
  const [fresh, groups] = [firstOf({ measure: 'FRESH', weight: 1, freshBefore: '2026-01-01' }), firstOf({ measure: 'GROUPS', weight: 1, groups: ['A', 'B'] })];
  expect([fresh.bound![0], groups.bound![0], groups.value![0]]).toEqual([5, 2, 2]);
}, 120_000);
