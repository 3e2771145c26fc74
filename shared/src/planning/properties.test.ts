import { describe, expect, test } from 'vitest';

import { apply } from './apply.ts';
import { brute } from './brute.fixture.ts';
import { parseProblem } from './parse.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { relaxations } from './random-changes.fixture.ts';
import { Draw, randomProblem, STEP } from './random-problem.fixture.ts';
import { dayNumber, dayOf } from './time.ts';
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

const WAYS = new Set(['journeys', 'goals', 'minutes']);

/** The same with the members of each array in another order, but where an array is a way. */
function permuted<T>(value: T, draw: Draw, key = ''): T {
  if (Array.isArray(value)) {
    const inner = value.map((one: unknown) => permuted(one, draw, key));
    return (WAYS.has(key) ? inner : draw.shuffled(inner)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const isWay = (name: string): boolean => (name === 'countries' && 'fareCents' in value) || (name === 'placeIds' && 'pin' in value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isWay(name) ? (one as unknown) : permuted<unknown>(one, draw, name)])) as T;
}

/** The same a week later: days, and numbers so great that they are instants. */
function later<T>(value: T, key = ''): T {
  if (Array.isArray(value)) return value.map((one: unknown) => later(one, key)) as T;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayOf(dayNumber(value) + 7) as T;
  if (typeof value === 'number' && value > 10_000_000 && key !== 'offsets') return value + 7 * 1440 as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'zones' ? (one as unknown) : later<unknown>(one, name)])) as T;
}

const ordinary = (problem: Problem): Problem => ({ ...problem, countries: problem.countries.map((one) => ({ ...one, daysOff: [] })) });

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
    const renamed = JSON.parse(JSON.stringify(problem).replaceAll('"one"', '"zz"')) as Problem;
    expect([validate(renamed, plan), valueOf(renamed, plan)]).toEqual([[], valueOf(problem, plan)]);
  });

  /** Of ordinary weeks: no days off, and no clocks that change. */
  const WEEKS = DRAWN.filter(({ problem }) => [dayNumber('2027-11-08'), dayNumber('2027-05-14')].includes(Math.floor(problem.period.earliestDeparture / 1440)));

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
