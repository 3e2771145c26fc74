import { expect, test } from 'vitest';

import { apply } from './apply.ts';
import { brute } from './brute.fixture.ts';
import { compareValues } from './goals.ts';
import { parseProblem } from './parse.ts';
import type { Problem } from './problem.ts';
import { relaxations } from './random-changes.fixture.ts';
import { randomMatrixProblem } from './random-matrix.fixture.ts';
import { Draw, randomProblem, STEP } from './random-problem.fixture.ts';
import { validate } from './validate/index.ts';
import { valueOf } from './value.ts';
import { at, meeting, minuteOf, person, WORKED } from './worked-example.fixture.ts';

const LIMITS = { step: 30, maxOwn: 1, maxAsked: 20_000 };

/** One day in Sarajevo: there at eight and back at four. */
const DAY: Problem = {
  ...WORKED, riding: 'TOGETHER', period: { earliestDeparture: at(8, '06:00'), latestReturn: at(8, '20:00') }, persons: [person('M', ['MAGISTRATE'])], teamRule: [], borderRules: null, allowances: null, precedences: [],
  travel: WORKED.travel.filter(({ id }) => id === 'PAR-SJJ' || id === 'SJJ-PAR').map((one) => (one.type === 'SERVICE' ? { ...one, isOffered: true, departs: { at: [minuteOf(one.id === 'PAR-SJJ' ? '07:00' : '14:00')] } } : one)),
  meetings: [meeting('a', 'SJJ', { profit: 2 }), meeting('b', 'SJJ', { profit: 3 }), meeting('c', 'SJJ', { serviceMinutes: 180, profit: 4 })],
};

test('of what fits into a day it takes what is worth most', () => {
  // From 10:00 to 13:30 there is room for a and b, or for c alone.
  const { best } = brute(DAY, LIMITS);
  expect(best?.value[0]).toBe(5);
  expect(best?.plan.meetings.map(({ meetingId }) => meetingId).sort()).toEqual(['a', 'b']);
});

test('what costs decides among equals', () => {
  const dear: Problem = { ...DAY, meetings: [meeting('a', 'SJJ', { otherCents: 100, serviceMinutes: 180 }), meeting('b', 'SJJ', { serviceMinutes: 180 })] };
  expect(brute(dear, LIMITS).best?.plan.meetings.map(({ meetingId }) => meetingId)).toEqual(['b']);
});

test('nothing is a plan where nothing has to be, and none where something has to be and cannot', () => {
  expect(brute({ ...DAY, travel: [] }, LIMITS).best).toMatchObject({ value: [0, 0, 0, 0], plan: { meetings: [] } });
  expect(brute({ ...DAY, travel: [], meetings: [meeting('a', 'SJJ', { isMandatory: true })] }, LIMITS).best).toBeNull();
});

test('people who come from two places meet where the party begins', () => {
  const two: Problem = {
    ...DAY, persons: [person('M', ['MAGISTRATE']), person('O', ['POLICE'], { startPlaceId: 'BEG', endPlaceId: 'BEG' })], meetings: [meeting('a', 'SJJ', { needs: [{ id: 'n1', kind: 'POLICE', atLeast: 1 }, { id: 'n2', kind: 'MAGISTRATE', atLeast: 1 }] })],
    travel: [...DAY.travel, ...DAY.travel.map((one) => (one.type === 'SERVICE' && one.from === 'PAR' ? { ...one, id: 'BEG-SJJ', from: 'BEG', countries: ['RS', 'BA'] } : { ...one, id: 'SJJ-BEG', to: 'BEG', countries: ['BA', 'RS'] }))] as Problem['travel'],
  };
  expect(brute(two, LIMITS).best?.value[0]).toBe(10);
  expect(brute(two, { ...LIMITS, maxOwn: 0 }).best?.value[0]).toBe(0);
});

test('it finds only what the validator accepts, at the value that it has', () => {
  for (let seed = 100; seed < 104; seed += 1) {
    const problem = randomProblem(seed);
    const { best } = brute(problem, { step: STEP, maxOwn: 1, maxAsked: 40_000 });
    if (best) expect([validate(problem, best.plan), valueOf(problem, best.plan)]).toEqual([[], best.value]);
  }
});

test('it says where it is not for', () => {
  expect(() => brute({ ...DAY, riding: 'JOIN_LEAVE' }, LIMITS)).toThrow(RangeError);
  expect(() => brute(DAY, { ...LIMITS, maxAsked: 10 })).toThrow('Too many plans');
});

test('giving up early loses nothing: it finds what is found by asking about every whole plan', () => {
  const best = Array.from({ length: 40 }, (_, seed) => {
    const problem = randomProblem(seed, { meetings: 2, persons: 1, days: 1 });
    const limits = { step: STEP, maxOwn: 1, maxAsked: 1_000_000 };
    const [quick, thorough] = [brute(problem, limits).best?.value, brute(problem, { ...limits, isThorough: true }).best?.value];
    expect([seed, quick]).toEqual([seed, thorough]);
    return quick;
  });
  expect(best.filter((value) => value !== undefined && value[0]! > 0).length).toBeGreaterThan(5);
});

test('what only allows more never makes the best plan worse', () => {
  const compared = Array.from({ length: 40 }, (_, seed) => {
    const problem = randomProblem(seed, { meetings: 2, persons: 1, days: 1 });
    const limits = { step: STEP, maxOwn: 1, maxAsked: 1_000_000 };
    const before = brute(problem, limits).best?.value;
    const changes = relaxations(problem, new Draw(seed));
    return changes.map((change) => apply(problem, change)).filter((after) => after !== 'NOT_APPLICABLE').map((after) => {
      const value = brute(after, limits).best?.value;
      if (before) expect([seed, value && compareValues(value, before) >= 0]).toEqual([seed, true]);
      return value && before ? compareValues(value, before) : 0;
    });
  });
  expect(compared.flat().some((gain) => gain > 0)).toBe(true);
});

test('where all times are full hours no plan by half-hours is better', () => {
  const found = Array.from({ length: 30 }, (_, seed) => {
    const problem = randomProblem(seed, { meetings: 2, persons: 1, days: 1 });
    const limits = { maxOwn: 1, maxAsked: 1_000_000 };
    const [full, half] = [brute(problem, { ...limits, step: STEP }).best?.value, brute(problem, { ...limits, step: STEP / 2 }).best?.value];
    expect([seed, half]).toEqual([seed, full]);
    return full;
  });
  expect(found.some((value) => value !== undefined && value[0]! > 0)).toBe(true);
});

test('of an orienteering problem it serves what is worth most, and passes no vertex unserved', () => {
  const values = Array.from({ length: 20 }, (_, seed) => {
    const problem = randomMatrixProblem(seed);
    const { best } = brute(problem, { step: STEP, maxOwn: 0, maxAsked: 1_000_000 });
    expect([seed, parseProblem(problem).isValid, best && validate(problem, best.plan)]).toEqual([seed, true, []]);
    expect(best!.plan.parties.every(({ journeys }) => journeys.length <= best!.plan.meetings.length + 1)).toBe(true);
    return best!.value[0]!;
  });
  expect(values.filter((value) => value > 0).length).toBeGreaterThan(8);
});
