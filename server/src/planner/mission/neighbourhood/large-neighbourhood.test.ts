/** Plans near to a good one: each that is shown is valid by the validator, which knows nothing of how it was found, and better than the one before; the same for the same seed; ended whenever somebody wants it ended. */
import { compareValues, type Plan, type Problem, validate, type Value, valueOf } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { fieldProblem } from '../fixtures/field-problem.fixture.ts';
import type { Whole } from '../labels/finish.ts';
import { searchCrew } from '../labels/label-setting.ts';
import { onwardOf } from '../labels/onward.ts';
import { planMission } from '../mission.ts';
import { crewOf } from '../model/crew.ts';
import { modelOf } from '../model/model.ts';
import { waysOf } from '../model/ways-alone.ts';
import { worthOf } from '../model/worth.ts';
import { crewsOf } from '../teams/crews.ts';
import { Repair } from './repair.ts';
import { scriptOf } from './script.ts';

const SEEDS = [1, 2, 3];
const problemOf = (seed: number): Problem => fieldProblem(seed, { countries: 4, meetings: 30, experts: 40, days: 5 });
const LIMITS = { maxWork: 100_000, maxLabels: 5_000 };

interface Shown {
  readonly plan: Plan;
  readonly value: Value;
  readonly bound: Value;
}

function shownOf(problem: Problem, seed: number): Shown[] {
  const shown: Shown[] = [];
  planMission({ problem, seed, ...LIMITS }, { onBetter: (plan, value, bound) => shown.push({ plan, value, bound }) });
  return shown;
}

test('each plan that is shown is valid, worth what is said, no better than the bound, and better than the one before', () => {
  for (const seed of SEEDS) {
    const problem = problemOf(seed);
    const shown = shownOf(problem, seed);
    // That nobody goes, a first plan, and one near to it.
    expect(shown.length).toBeGreaterThan(2);
    for (const [n, { plan, value, bound }] of shown.entries()) {
      expect([seed, n, validate(problem, plan), valueOf(problem, plan)]).toEqual([seed, n, [], value]);
      expect(compareValues(bound, value)).toBeGreaterThanOrEqual(0);
      if (n > 0) expect(compareValues(value, shown[n - 1]!.value)).toBeGreaterThan(0);
    }
  }
}, 120_000);

test('the same seed shows the same plans', () => {
  expect(shownOf(problemOf(1), 7)).toEqual(shownOf(problemOf(1), 7));
}, 120_000);

test('whoever watches ends it after any plan, and has that plan', () => {
  const problem = problemOf(1);
  const all = shownOf(problem, 1);
  for (const most of [2, all.length - 1]) {
    const seen: Value[] = [];
    const { value } = planMission({ problem, seed: 1, ...LIMITS }, { onBetter: (_, better) => seen.push(better), shouldStop: () => seen.length >= most });
    expect(seen).toEqual(all.slice(0, most).map((one) => one.value));
    // Who may attend as well attends in the end, which never costs anything.
    expect(compareValues(value!, seen.at(-1)!)).toBeGreaterThanOrEqual(0);
  }
}, 120_000);

test('a plan that is taken apart and put together with nothing changed is the same', () => {
  for (const seed of SEEDS) {
    const model = modelOf(fieldProblem(seed, { countries: 3, meetings: 18, experts: 14, days: 4 }));
    const [worth, ways] = [worthOf(model), waysOf(model)];
    const crews = crewsOf(model, worth);
    for (const going of crews.greedy().slice(2)) {
      const found: Whole[] = [];
      searchCrew(model, crewOf(model, going), { worth, ways, onward: onwardOf(model, 100_000), widths: [3], maxWork: 3_000, maxLabels: 0, best: () => found.at(-1)?.value ?? null, found: (whole) => found.push(whole), isFirstProved: () => false, stops: () => false });
      const last = found.at(-1);
      if (!last) continue;
      const { script } = scriptOf(going, last.label);
      const again = new Repair(model, going, { worth, ways, chance: { next: () => 0.5, below: () => 0 } }).run({ script, from: 0, isOpen: () => false }, []);
      expect(again?.script).toEqual(script);
      // Of ways home fewer are tried.
      expect(again!.whole.value[0]).toBe(last.value[0]);
    }
  }
}, 120_000);
