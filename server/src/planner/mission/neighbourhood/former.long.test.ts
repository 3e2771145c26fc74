import { validate, valueOf } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { LIMITS, mostKept, without } from '../fixtures/former.fixture.ts';
import { planMission } from '../mission.ts';

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
