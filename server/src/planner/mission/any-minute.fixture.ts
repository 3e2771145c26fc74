/** Problems by seeds whose links all leave at any minute of some hours, or of the whole day. */
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import type { Problem } from '@passerelle/shared/planning.ts';
import { drawn } from './agreement.fixture.ts';

/** The same problem with hours instead of timetables: one of those that are drawn otherwise, where none is given. */
export function atAnyMinute(seed: number, problem: Problem = drawn(seed)): Problem {
  const draw = new Draw(seed + 11);
  const hours = (): { first: number; last: number } => {
    const first = 60 * (4 + draw.below(8));
    return { first, last: first + 60 * (1 + draw.below(8)) };
  };
  return { ...problem, travel: problem.travel.map((one) => (one.type === 'MATRIX' ? one : { ...one, departs: hours() })) };
}

/** A problem whose journeys by road leave all day, or all of its journeys. */
export const byRoad = (problem: Problem, areAll: boolean): Problem => ({ ...problem, travel: problem.travel.map((one) => (one.type === 'MATRIX' || (one.mode === 'FLIGHT' && !areAll) ? one : { ...one, departs: { first: 0, last: 1439 } })) });

/** A problem whose only journeys are those of a matrix, of half hours, from each place to each other one, in countries that are none. */
export function byMatrix(problem: Problem): Problem {
  const placeIds = problem.places.map(({ id }) => id);
  const minutes = placeIds.map((_, from) => placeIds.map((__, to) => (from === to ? 0 : 30 * (2 + ((from * 37 + to * 53) % 4)))));
  return { ...problem, countries: problem.countries.map((one) => ({ ...one, isAbstract: true })), travel: [{ type: 'MATRIX', id: 'matrix', placeIds, minutes }], borderRules: null, allowances: null, limits: [], goals: problem.goals.slice(0, 1) };
}
