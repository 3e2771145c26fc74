/** Small problems of which the best plan is known: each has something that a search may easily take to be needless, or to be dearer or later than it is. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { between, COST, dated, dearLinks, link, meeting, needing, on, person, place, PROFIT, proved, rule, spoken, tiny, travels } from './tiny.fixture.ts';

const both = (...value: readonly number[]): readonly (readonly number[])[] => [value, value];
const must = (problem: Problem): Problem => ({ ...problem, meetings: problem.meetings.map((one) => ({ ...one, isMandatory: true })) });

const GUESTS = ['g1', 'g2'];
const BUFFERED = tiny({
  places: [place('HOME'), place('X', { bufferMinutes: 120 }), place('Y')], persons: [person('local', 'X', { roles: ['POLICE'] }), ...GUESTS.map((id) => person(id, 'HOME', { roles: ['NGO'] }))],
  meetings: [meeting('x', 'X', { windows: between(on(0, 16), on(0, 17)), needs: needing('POLICE') }), meeting('y', 'Y', { windows: between(on(0, 20), on(0, 21)), needs: [{ id: 'ngo', kind: 'NGO', atLeast: 2 }] })],
  travel: [...dearLinks('HOME', 'X', { until: 13, cents: 100 }), link('HOME', 'X', [14], { ...dated('late'), fareCents: 10 }), link('X', 'Y', [19]), link('Y', 'X', [22]), link('Y', 'HOME', [22])],
});

test('who lives where others come may begin a meeting before these could', () => {
  expect(proved(BUFFERED)).toEqual(both(20, -20));
});

const ALL_THREE = needing('POLICE', 'NGO', 'MAGISTRATE');
const SHARED = tiny({
  places: ['HOME', 'X', 'Y', 'W', 'Z'].map((id) => place(id)), persons: [person('a', 'HOME', { roles: ['POLICE'] }), person('b', 'HOME', { roles: ['NGO'] }), person('c', 'X')],
  meetings: [meeting('w', 'W', { needs: ALL_THREE, windows: between(on(0, 13), on(0, 14)) }), meeting('z', 'Z', { needs: ALL_THREE, windows: between(on(0, 16), on(0, 17)) })],
  travel: [link('HOME', 'X', [9], { ...dated('car'), fareCents: 100, seats: 2 }), ...dearLinks('HOME', 'X', { until: 9, cents: 60 }), link('X', 'Y', [10]), link('Y', 'W', [12]), link('W', 'Z', [15]), link('Z', 'X', [18]), link('Z', 'HOME', [19])],
});

test('a seat in a car that is paid for costs nothing more', () => {
  expect(proved({ ...must(SHARED), limits: [{ id: 'all', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], cents: 103 }] })).toEqual(both(20, -100));
});
