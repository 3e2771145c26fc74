import { type Plan, type Problem, validate, valueOf } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';

const LIMITS = { seed: 1, maxWork: 50_000, maxLabels: 20_000 };
const GOAL: Problem['goals'][number] = { id: 'kept', terms: [{ measure: 'KEPT', weight: 1 }] };

/** A mission of which a plan is there already, most of which is to be kept, and of whose team one cannot go any more. */
function without(base: Problem): { readonly problem: Problem; readonly former: Plan; readonly gone: string } {
  const former = planMission({ problem: base, ...LIMITS }).plan!;
  const gone = former.team[0]!.personId;
  return { former, gone, problem: { ...base, former, pins: [{ id: 'ill', why: 'ADVISER', pin: 'STAYS', personId: gone }], goals: [GOAL, ...base.goals] } };
}

/** What is kept where no meeting is moved, and whoever attended beside the one who is gone attends still. */
const mostKept = ({ meetings }: Plan, gone: string): number => meetings.reduce((sum, { attends }) => sum + 1 + attends.filter(({ personId }) => personId !== gone).length, 0);

test('where one of a team cannot go any more, somebody else goes in their place, and nearly all else stays as it was', () => {
  for (const base of [fieldProblem(1, SHAPES.n16), fieldProblem(2, SHAPES.week), fieldProblem(1, SHAPES.forty)]) {
    const { problem, former, gone } = without(base);
    const { plan, value } = planMission({ problem, ...LIMITS });
    expect(validate(problem, plan!)).toEqual([]);
    expect(plan!.team.map(({ personId }) => personId)).not.toContain(gone);
    expect(value).toEqual(valueOf(problem, plan!));
    expect(value![0]! / mostKept(former, gone)).toBeGreaterThan(0.85);
  }
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
