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
