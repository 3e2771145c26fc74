// @vitest-environment node
import { expect, it } from 'vitest';

import { TODAY } from './planSides.fixture.ts';
import { sideOfMission } from './planSides.ts';

it('a mission as it stands has the meetings with an hour that were not refused, those who stay somewhere, and what it is planned to cost', () => {
  expect(sideOfMission(TODAY)).toEqual({
    meetings: [{ key: 'first', local: '2027-11-09T09:00', who: ['Expert_nora'] }, { key: 'third', local: '2027-11-10T09:00', who: ['Expert_nora', 'ivo'] }], people: ['Expert_nora', 'ivo'], cities: ['paris', 'sarajevo', 'belgrade'], countries: ['BA', 'RS'],
    totalCents: 90_000, sums: [{ kind: 'FARE', cents: 50_000 }, { kind: 'ALLOWANCE', cents: 40_000 }], nights: 3, worth: null, balance: 0,
  });
});

it('meetings with authorities and with organisations in the same country balance each other', () => {
  const [sarajevo, belgrade] = TODAY.legs as [(typeof TODAY.legs)[number], (typeof TODAY.legs)[number]];
  const both = { ...sarajevo, meetings: [...sarajevo.meetings, { ...sarajevo.meetings[0]!, key: 'ngo', category: 'NGO' as const }] };
  expect(sideOfMission({ ...TODAY, legs: [both, belgrade] }).balance).toBe(1);
});

it('a mission of which nothing is entered is empty, and nobody is away', () => {
  expect(sideOfMission({ ...TODAY, legs: [], journeys: [], costs: [], budget: null, members: TODAY.members.map((member) => ({ ...member, stays: [] })) })).toEqual({ meetings: [], people: [], cities: [], countries: [], totalCents: 0, sums: [], nights: 0, worth: null, balance: 0 });
});
