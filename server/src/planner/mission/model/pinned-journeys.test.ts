/** What is left of a timetable along pinned journeys. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { link, meeting, on, person, place, tiny, travels } from '../fixtures/tiny.fixture.ts';
import { modelOf } from './model.ts';
import { alongPins } from './pinned-journeys.ts';

const problem = (pinned: readonly string[]): Problem => tiny({
  places: ['HOME', 'ONE', 'TWO'].map((id) => place(id)), persons: [person('p0', 'HOME'), person('p1', 'HOME')], meetings: [meeting('m0', 'ONE')],
  travel: [link('HOME', 'ONE', [8, 14]), link('HOME', 'TWO', [8]), link('ONE', 'TWO', [12]), link('TWO', 'ONE', [11, 15]), link('ONE', 'HOME', [18]), link('TWO', 'HOME', [18])],
  pins: pinned.map((personId) => travels(personId, { travelId: 'ONE-TWO', from: 'ONE', to: 'TWO', departsAt: on(0, 12) })),
});

const left = (of: Problem): string[] => {
  const { departures, places, from } = alongPins(modelOf(of));
  return departures.flat().filter(({ at }) => at < from + 1440).map((one) => `${places[one.from]!.id}-${places[one.to]!.id} ${(one.at - on(0, 0)) / 60}`).sort();
};

test('what arrives in time for it or leaves after it is left, and nothing beside it', () => {
  expect(left(problem(['p0']))).toEqual(['HOME-ONE 8', 'HOME-TWO 8', 'ONE-HOME 18', 'ONE-TWO 12', 'TWO-HOME 18', 'TWO-ONE 11', 'TWO-ONE 15']);
});

test('where nothing is pinned all is left', () => {
  expect(left(problem([]))).toHaveLength(8);
});
