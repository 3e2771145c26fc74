import { expect, test } from 'vitest';
import type { Person, Problem } from '@passerelle/shared/planning.ts';
import { fieldProblem } from '../fixtures/field-problem.fixture.ts';
import { halfRated, onlyRates, RATED, SIX, worth } from '../fixtures/rated.fixture.ts';
import { planMission } from '../mission.ts';
import { modelOf } from './model.ts';
import { ratedOf, staysUntil } from './rated.ts';
import { staysOf } from './stays.ts';

const hoursOf = (problem: Problem): readonly (readonly number[])[] => ratedOf(modelOf(problem)).tasks.map(({ starts }) => starts);

/** The hours of each meeting in a place without a rate at which somebody comes in time for it and leaves after it, with a stay of which the price is known: by all pairs of journeys. */
function attendable(problem: Problem): readonly (readonly number[])[] {
  const { tasks, departures, places, ...model } = modelOf(problem);
  const stays = staysOf({ tasks, departures, places, ...model }, problem.persons);
  return tasks.map(({ starts, place, meeting }) => starts.filter((at) => RATED.includes(meeting.placeId.toLowerCase()) || departures.flat().some((there) => there.to === place && there.arrives + places[place]!.buffer <= at && departures[place]!.some((back) => (
    back.at >= at + meeting.serviceMinutes + places[place]!.buffer && stays.centsOf(place, there.arrives, back.at, { isLodged: false, meal: null }) < Infinity
  )))));
}

test('where the rates of two countries of six are known a plan is as good at least as if nothing were to be done in the others', () => {
  for (const seed of [1, 2, 3, 5]) {
    const problem = onlyRates(fieldProblem(seed, SIX), RATED);
    const there = worth({ ...problem, meetings: problem.meetings.filter(({ placeId }) => RATED.includes(placeId.toLowerCase())) });
    expect(there).toBeGreaterThan(0);
    expect(worth(problem)).toBeGreaterThanOrEqual(there);
  }
}, 60_000);

test('of sixteen countries of which six have a rate what can be done in these is found, and proved to be all', () => {
  const problem = onlyRates(fieldProblem(1, { countries: 16, meetings: 16, experts: 200, days: 12 }), ['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
  const { value, bound } = planMission({ problem, seed: 1, maxWork: 300_000, maxLabels: 100_000 });
  expect(value![0]).toBe(bound![0]);
}, 60_000);

test('the hours that are left are those that some pair of journeys leaves', () => {
  let taken = 0;
  for (const seed of [1, 2]) {
    const problem = onlyRates(fieldProblem(seed, SIX), RATED);
    const left = hoursOf(problem);
    expect(left).toEqual(attendable(problem));
    taken += problem.meetings.reduce((sum, _, n) => sum + hoursOf(fieldProblem(seed, SIX))[n]!.length - left[n]!.length, 0);
  }
  expect(taken).toBeGreaterThan(100);
});

test('no hour is taken where nothing is paid: without allowances, where somebody lives or is lodged, and where a host gives a meal', () => {
  const problem = onlyRates(fieldProblem(1, SIX), []);
  const [someone, ...others] = problem.persons;
  const abroad = problem.places.map(({ id }) => id);
  const areAll = (one: Problem): boolean => hoursOf(one).every(({ length }, n) => length > 0 && length === modelOf(one).tasks[n]!.starts.length);
  const among = (...people: readonly Person[]): Problem => ({ ...problem, persons: [...people, ...others] });
  expect(areAll(problem)).toBe(false);
  expect(areAll({ ...problem, allowances: null })).toBe(true);
  expect(areAll(among({ ...someone!, lodgedAt: abroad }))).toBe(true);
  expect(areAll(among(...abroad.map((id, n) => ({ ...someone!, id: `at ${n}`, startPlaceId: id }))))).toBe(true);
  expect(areAll({ ...problem, meetings: problem.meetings.map((one) => ({ ...one, provides: 'LUNCH' as const })) })).toBe(true);
});

test('whoever comes after lunch may stay until dinner where no rate is known, and nobody asks how long where all are', () => {
  const problem = fieldProblem(1, SIX);
  expect(staysUntil(modelOf(problem))).toBeNull();
  const model = modelOf(onlyRates(problem, RATED));
  const [until, day] = [staysUntil(model)!, model.from - 300];
  const place = model.placeIndex.get('C4')!;
  // Local time is one hour ahead: coaches leave at 8, 14 and 17:30, flights at 10 and 18, and dinner is from 19 on.
  expect(until(place, day + 14 * 60 - 60)).toBeGreaterThan(day + 18 * 60 - 60);
  expect(until(place, day + 11 * 60 - 60)).toBe(day + 14 * 60 - 60);
  expect(until(model.placeIndex.get('C0')!, day)).toBe(Infinity);
});

test('no plan that is found brings more than the relaxation says that knows how long one may stay where no rate is known', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { found, bound } = halfRated(seed);
    expect(found).toBeGreaterThan(0);
    expect(bound).toBeGreaterThanOrEqual(found);
  }
}, 60_000);
