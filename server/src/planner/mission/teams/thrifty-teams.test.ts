import type { Person, Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { link, meeting, needing, person, place, spoken, tiny } from '../fixtures/tiny.fixture.ts';
import { planMission } from '../mission.ts';
import { modelOf } from '../model/model.ts';
import { worthOf } from '../model/worth.ts';
import { crewsOf } from './crews.ts';
import { thriftyTeams } from './thrifty-teams.ts';

const CITIES = ['A', 'B', 'C', 'D'];
/** In each city two subjects, each known by one expert; a journey from home costs more the further the city is. */
const EXPERTS: readonly Person[] = CITIES.flatMap((city) => [1, 2].map((n) => person(`${city}${n}`, 'HOME', { languages: [{ language: `${city} subject ${n}`, level: 'C1' }] })));
const known = (...subjects: readonly string[]) => spoken(...subjects).map((need) => ({ ...need, mayInterpret: false }));

/** Meetings in B bring most. */
const problem = (cents: number): Problem => tiny({
  places: ['HOME', ...CITIES].map((id) => place(id)), persons: EXPERTS, meetings: CITIES.flatMap((city, n) => [1, 2].map((subject) => meeting(`${city}${subject}`, city, { profit: city === 'B' ? 30 : 10 + n, needs: needing('MAGISTRATE'), languages: known(`${city} subject ${subject}`) }))),
  travel: CITIES.flatMap((city) => [link('HOME', city, [6], { fareCents: 5_000 }), link(city, 'HOME', [20], { fareCents: 5_000 })]), limits: [{ id: 'envelope', kinds: ['FARE'], cents }],
});

function sentWith(cents: number): readonly (readonly string[])[] {
  const model = modelOf(problem(cents));
  return thriftyTeams(model, crewsOf(model, worthOf(model)), 3).sent.map(({ going, places }) => [places.map((at) => model.places[at]!.id).join(), ...going.map(({ person: { id } }) => id).sort()]);
}

test('for two fares those are sent first who know what is asked where most is to be had', () => {
  expect(sentWith(20_000)[0]).toEqual(['B', 'B1', 'B2']);
});

test('for one fare one of them goes, and for none nobody', () => {
  expect(sentWith(10_000)[0]).toEqual(['B', 'B1']);
  expect(sentWith(9_999)).toEqual([]);
});

test('who has to go is sent, and counts as one of those who are paid for', () => {
  const model = modelOf({ ...problem(20_000), pins: [{ id: 'pin', why: 'ADVISER', pin: 'GOES', personId: 'D1' }] });
  for (const { going } of thriftyTeams(model, crewsOf(model, worthOf(model)), 3).sent) expect(going.map(({ person: { id } }) => id)).toContain('D1');
});

test('the plan that is found is theirs', () => {
  const { plan } = planMission({ problem: problem(20_000), seed: 1, maxWork: 20_000, maxLabels: 5_000 });
  expect(plan!.meetings.map(({ meetingId }) => meetingId).sort()).toEqual(['B1', 'B2']);
});
