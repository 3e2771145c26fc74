import { describe, expect, test } from 'vitest';

import { apply } from './apply.ts';
import { brute } from './brute.fixture.ts';
import { parseProblem } from './parse.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { relaxations } from './random-changes.fixture.ts';
import { Draw, randomProblem, STEP } from './random-problem.fixture.ts';
import { isOrdinaryWeek, later, ordinary, permuted, renamed } from './transforms.fixture.ts';
import { validate } from './validate/index.ts';
import { valueOf } from './value.ts';

const SEEDS = Array.from({ length: 32 }, (_, n) => n + 1);
const best = (problem: Problem): Plan | undefined => brute(problem, { step: STEP, maxOwn: 1, maxAsked: 100_000 }).best?.plan;

interface Drawn {
  readonly seed: number;
  readonly problem: Problem;
  readonly plan: Plan;
}

/** Problems that have a plan, with the best one. */
const DRAWN = SEEDS.flatMap((seed): Drawn[] => {
  const problem = randomProblem(seed, seed % 2 === 0 ? { meetings: 3, persons: 1, days: 2 } : { meetings: 2, persons: 2, days: 1 });
  const plan = best(problem);
  return plan ? [{ seed, problem, plan }] : [];
});

/** A plan that somebody has spoilt: meetings at other hours, without somebody, or left out. */
function spoilt(plan: Plan, draw: Draw): Plan {
  const meetings = plan.meetings.filter(() => !draw.once(6)).map((one) => ({ ...one, startsAt: one.startsAt + STEP * (draw.below(5) - 2), attends: one.attends.slice(draw.below(2) * Number(one.attends.length > 1)) }));
  return { ...plan, meetings, team: plan.team.map((one) => (draw.once(4) ? { ...one, journeys: one.journeys.slice(0, -1) } : one)) };
}

describe('problems drawn at random', () => {
  test('many have a plan, and some a meeting', () => {
    expect(DRAWN.length).toBeGreaterThan(SEEDS.length / 2);
    expect(DRAWN.filter(({ plan }) => plan.meetings.length > 0).length).toBeGreaterThan(SEEDS.length / 5);
  });

  test('are problems', () => {
    for (const seed of Array.from({ length: 300 }, (_, n) => n)) expect([seed, parseProblem(JSON.parse(JSON.stringify(randomProblem(seed))))]).toEqual([seed, { isValid: true, value: randomProblem(seed) }]);
  });

  test.each(DRAWN)('seed $seed: whatever only allows more leaves a plan valid, and worth the same', ({ seed, problem, plan }) => {
    const made = relaxations(problem, new Draw(seed)).map((change) => apply(problem, change)).filter((after) => after !== 'NOT_APPLICABLE');
    for (const after of made) expect([validate(after, plan), valueOf(after, plan), parseProblem(after)]).toEqual([[], valueOf(problem, plan), { isValid: true, value: after }]);
    expect(made.length).toBeGreaterThan(1);
  });

  test.each(DRAWN)('seed $seed: the order of what has none says nothing', ({ seed, problem, plan }) => {
    const draw = new Draw(seed);
    for (const one of [plan, spoilt(plan, draw), spoilt(plan, draw), spoilt(plan, draw)]) {
      const [other, mixed] = [permuted(problem, draw), permuted(one, draw)];
      expect([validate(other, mixed), valueOf(other, mixed)]).toEqual([validate(problem, one), valueOf(problem, one)]);
    }
  });

  test.each(DRAWN)('seed $seed: a country by another name is the same', ({ problem, plan }) => {
    expect([validate(renamed(problem), plan), valueOf(renamed(problem), plan)]).toEqual([[], valueOf(problem, plan)]);
  });

  /** Of ordinary weeks: no days off, and no clocks that change. */
  const WEEKS = DRAWN.filter(({ problem }) => isOrdinaryWeek(problem));

  test.each(WEEKS)('seed $seed: a week later the same is worth the same', ({ seed, problem, plan }) => {
    const draw = new Draw(seed);
    for (const one of [plan, spoilt(plan, draw), spoilt(plan, draw)]) {
      const after = validate(later(ordinary(problem)), later(one));
      expect(after).toEqual(later(validate(ordinary(problem), one)));
      expect(valueOf(later(ordinary(problem)), later(one))).toEqual(valueOf(ordinary(problem), one));
    }
  });

  test('there are ordinary weeks among them', () => {
    expect(WEEKS.length).toBeGreaterThan(2);
  });
});
