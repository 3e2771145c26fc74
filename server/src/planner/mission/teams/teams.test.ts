import type { Problem, Service } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { expect, test } from 'vitest';
import { fieldProblem, SHAPES } from '../fixtures/field-problem.fixture.ts';
import { planMission } from '../mission.ts';

const CITIES = ['LYO', 'MRS', 'LIL', 'NTE', 'SXB'];
const HOURS = [6, 8, 10, 12, 14, 16, 18, 20].map((hour) => hour * 60);

/** The same mission whose experts live in several cities, with trains to Paris that are there after the first flight of the day has left. */
function scattered(problem: Problem, seed: number): Problem {
  const draw = new Draw(seed);
  const flight = problem.travel[0] as Service;
  const train = (from: string, to: string): Service => ({ ...flight, id: `${from}-${to}`, from, to, mode: 'TRAIN', minutes: 120, fareCents: 6_000, countries: ['FR'], departs: { at: HOURS } });
  return {
    ...problem, places: [...problem.places, ...CITIES.map((id) => ({ ...problem.places[0]!, id }))], travel: [...problem.travel, ...CITIES.flatMap((city) => [train(city, 'PAR'), train('PAR', city)])],
    persons: problem.persons.map((one) => {
      const home = draw.of(['PAR', ...CITIES]);
      return { ...one, startPlaceId: home, endPlaceId: home };
    }),
  };
}

const profitOf = (problem: Problem, maxWork: number): number => planMission({ problem, seed: 1, maxWork, maxLabels: 100_000 }).value![0]!;

test('of experts who live in several cities those go who can be there when the way begins, and home after it: nearly as much is found as of those of one city alone', () => {
  for (const seed of [1, 2]) {
    const problem = scattered(fieldProblem(seed, SHAPES.n16), 77 + seed);
    const near = { ...problem, persons: problem.persons.filter(({ startPlaceId }) => startPlaceId === 'PAR') };
    expect([seed, profitOf(problem, 30_000)]).toEqual([seed, expect.toSatisfy((profit: number) => profit > 0.9 * profitOf(near, 30_000))]);
  }
}, 120_000);
