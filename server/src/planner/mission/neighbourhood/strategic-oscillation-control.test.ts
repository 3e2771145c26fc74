/** Why plans within tight limits are looked for from above: without that, these missions end with less, or with nothing. */
import { compareValues, type Problem, validate } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test, vi } from 'vitest';
import { planMission } from '../mission.ts';
import type { MissionAnswer } from '../request.ts';

const isOff = vi.hoisted(() => ({ is: false }));
vi.mock(import('./strategic-oscillation.ts'), async (original) => {
  const real = await original();
  return { ...real, mayBeTight: (...given) => !isOff.is && real.mayBeTight(...given) };
});

const TOGETHER: Problem = { ...WORKED, riding: 'TOGETHER' };
const envelope = (cents: number): Problem => ({ ...TOGETHER, limits: [{ ...WORKED.limits[0]!, cents }] });

function planned(problem: Problem, isWithout = false): MissionAnswer {
  isOff.is = isWithout;
  return planMission({ problem, seed: 1, maxWork: 60_000, maxLabels: 20_000 });
}

test.each([['2,400 euros', envelope(240_000)], ['2,200 euros', envelope(220_000)]] as const)('with %s for what would take more, more is held than by who obeys from the first meeting on', (_, problem) => {
  const { plan, value } = planned(problem);
  expect(validate(problem, plan!)).toEqual([]);
  expect(compareValues(value!, planned(problem, true).value!)).toBeGreaterThan(0);
});

test('where there is enough of everything, it changes nothing', () => {
  expect(planned(TOGETHER).value!.slice(0, 2)).toEqual(planned(TOGETHER, true).value!.slice(0, 2));
});
