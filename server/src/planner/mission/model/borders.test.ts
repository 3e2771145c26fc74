import type { Problem } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';
import { ANYHOW, bordersOf } from './borders.ts';
import type { Departure } from './departures.ts';
import { modelOf } from './model.ts';

/** A journey by each of some places after another, on the first day on which there is one. */
function journeys(problem: Problem, ...ids: readonly string[]): readonly Departure[] {
  const { departures, placeIndex } = modelOf(problem);
  return ids.slice(1).map((id, n) => departures[placeIndex.get(ids[n]!)!]!.find(({ to }) => to === placeIndex.get(id))!);
}

/** How somebody has entered after some journeys, and all of whom nothing else is known; false where they are not let through. */
function enteredBy(problem: Problem, ...ids: readonly string[]): readonly [readonly number[] | false, readonly number[] | false] {
  const borders = bordersOf(modelOf(problem));
  const [person] = problem.persons;
  const own = borders.enteredBy(person!);
  let isLet = true;
  let all: readonly number[] | false = borders.watched.map(() => ANYHOW);
  for (const one of journeys(problem, ...ids)) {
    isLet &&= borders.pass(one, person!, own, 0);
    all = all && borders.passAll(one, all);
  }
  return [isLet && own, all];
}

test('how somebody has entered a country is asked when they leave it, and forgotten then', () => {
  const [flown, driven] = [enteredBy(WORKED, 'PAR', 'PRN'), enteredBy(WORKED, 'BEG', 'PRN')];
  expect(flown).not.toEqual(driven);
  expect(enteredBy(WORKED, 'PAR', 'PRN', 'BEG')).toEqual([false, false]);
  expect(enteredBy(WORKED, 'BEG', 'PRN', 'BEG')).not.toContain(false);
  expect(enteredBy(WORKED, 'PAR', 'PRN', 'PAR')).toEqual(enteredBy(WORKED, 'BEG', 'PRN', 'PAR'));
  // Whoever is there once more has entered it once more.
  expect(enteredBy(WORKED, 'BEG', 'PRN', 'PAR', 'PRN', 'BEG')).toEqual([false, false]);
  expect(enteredBy(WORKED, 'PAR', 'PRN', 'PAR', 'BEG', 'PRN', 'BEG')).not.toContain(false);
});

test('but by somebody where a matrix may bring them into it without a border', () => {
  const abroad = { ...WORKED, countries: WORKED.countries.map((one) => ({ ...one, isAbstract: true })), travel: [...WORKED.travel, { type: 'MATRIX', id: 'through', placeIds: ['PAR', 'PRN'], minutes: [[0, 60], [60, 0]] }] } as const satisfies Problem;
  const borders = bordersOf(modelOf(abroad));
  const [into, out] = journeys(WORKED, 'BEG', 'PRN', 'BEG');
  const entered = borders.enteredBy(abroad.persons[0]!);
  for (const one of [into!, out!, out!]) expect(borders.pass(one, abroad.persons[0]!, entered, 0)).toBe(true);
});

test('a mission through sixteen countries with a rule at each of fifteen borders is as soon bounded as without', () => {
  const problem = fieldProblem(1, SHAPES.n16);
  const [one] = problem.borderRules!;
  const countries = problem.countries.slice(1).map(({ id }) => id);
  const borderRules = countries.slice(1).map((to, n) => ({ ...one!, id: `into-${to}`, from: countries[n]!, to, unlessEnteredFrom: [to], exceptPersons: [] }));
  const { value, bound } = planMission({ problem: { ...problem, borderRules }, seed: 1, maxWork: 30_000, maxLabels: 10_000 });
  expect(bound![0]! / value![0]!).toBeLessThan(1.1);
}, 60_000);
