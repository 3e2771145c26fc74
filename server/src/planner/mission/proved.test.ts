/** Small problems of which the best plan is known: each has something that a search may easily take to be needless, or to be dearer or later than it is. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { expect, test } from 'vitest';
import { between, COST, dated, dearLinks, link, meeting, needing, on, person, place, PROFIT, proved, rule, spoken, tiny, travels } from './fixtures/tiny.fixture.ts';
import { planMission } from './mission.ts';

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

const PINNED = tiny({
  places: ['HOME', 'X', 'Y'].map((id) => place(id)), persons: [person('a', 'HOME')], meetings: [meeting('x', 'X'), meeting('y', 'Y')],
  travel: [link('HOME', 'X', [8]), link('X', 'Y', { first: 10, last: 18 }), link('Y', 'HOME', [20])], pins: [travels('a', { travelId: 'X-Y', from: 'X', to: 'Y', departsAt: on(0, 13) })],
});

test('somebody leaves at the minute that is pinned, where a link leaves at any', () => {
  expect(proved(PINNED)).toEqual(both(20, 0));
  expect(proved(must(PINNED))).toEqual(both(20, 0));
});

test.each([31, 32, 100])('a journey that is pinned %i times is made once', (count) => {
  const journey = { travelId: 'HOME-X', from: 'HOME', to: 'X', departsAt: on(0, 8) };
  const one = tiny({ places: [place('HOME'), place('X')], persons: [person('a', 'HOME')], meetings: [meeting('x', 'X')], travel: [link('HOME', 'X', [8, 12]), link('X', 'HOME', [20])], pins: Array.from({ length: count }, (_, n) => travels('a', journey, `pin${n}`)) });
  expect(proved(one)).toEqual(both(10, 0));
});

/** To and fro between two places, one hour there and one back: so many journeys, each of them pinned. */
const toAndFro = (hours: number): Problem => tiny({
  period: { earliestDeparture: on(0, 0), latestReturn: on(0, hours) }, places: [place('HOME'), place('X')], persons: [person('a', 'HOME')], meetings: [meeting('x', 'X', { serviceMinutes: 0 })],
  travel: [link('HOME', 'X', Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour % 2 === 0)), link('X', 'HOME', Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour % 2 === 1))],
  pins: Array.from({ length: hours }, (_, hour) => (hour % 2 === 0 ? travels('a', { travelId: 'HOME-X', from: 'HOME', to: 'X', departsAt: on(0, hour) }, `pin${hour}`) : travels('a', { travelId: 'X-HOME', from: 'X', to: 'HOME', departsAt: on(0, hour) }, `pin${hour}`))),
});

test('more than 31 journeys that are pinned are all made, each as it is', () => {
  expect(proved(toAndFro(36))).toEqual(both(10, 0));
  expect(proved({ ...toAndFro(36), travel: toAndFro(36).travel.filter(({ id }) => id !== 'X-HOME') })).toEqual([null, null]);
});

const NIGHT = tiny({
  period: { earliestDeparture: on(0, 12), latestReturn: on(2, 4) }, places: [place('X')], persons: [person('a', 'X')], travel: [],
  meetings: [meeting('a', 'X', { serviceMinutes: 360, windows: between(on(0, 20), on(1, 2)), languages: spoken('l1', 'l2') }), meeting('c', 'X', { windows: between(on(1, 22), on(1, 23)) }), meeting('b', 'X', { windows: between(on(1, 23), on(1, 24)), languages: spoken('l2') })],
  interpreters: [['l1', 100] as const, ['l2', 149] as const].map(([language, cents]) => ({ ...dated(language), language, placeIds: ['X'], atOnce: 1, per: 'DAY', halfDayAt: 780, cents })),
});

test('who has interpreted past midnight is paid for that day, too, and may interpret in its evening', () => {
  expect(proved(NIGHT)).toEqual(both(30, -298));
});

/** A rule for Monday, another one from Tuesday on. */
const rules = (first: Parameters<typeof rule>[1], second: Parameters<typeof rule>[1]): NonNullable<Problem['workRules']> => [rule('first', first, { validUntil: '2027-11-08' }), rule('second', second, { validFrom: '2027-11-09' })];
const TWO_DAYS = { earliestDeparture: on(0, 0), latestReturn: on(2, 0) };

const LATER_REST = tiny({
  period: TWO_DAYS, places: ['HOME', 'X', 'Y'].map((id) => place(id)), persons: [person('a', 'HOME')], meetings: [meeting('x', 'X', { windows: between(on(1, 0), on(1, 1)) }), meeting('y', 'Y', { windows: between(on(1, 20), on(1, 21)) })],
  travel: [...dearLinks('HOME', 'X', { until: 13, cents: 100 }), link('HOME', 'X', [20], { ...dated('late'), fareCents: 1 }), link('X', 'Y', [5], { minutes: 720 }), link('Y', 'HOME', [22])], workRules: rules({ programme: 50, duty: 13, rest: 11 }, { programme: 50, duty: 13, rest: 1 }),
});

test('who works past midnight rests by the rule of the next day, which may ask for less', () => {
  expect(proved(LATER_REST)).toEqual(both(20, -1));
});

const PROGRAMMES = tiny({
  period: { earliestDeparture: on(0, 12), latestReturn: on(2, 0) }, places: ['HOME', 'X', 'Y'].map((id) => place(id)), persons: [person('a', 'HOME')], meetings: [meeting('m1', 'Y', { windows: between(on(1, 5), on(1, 6)) }), meeting('m2', 'Y', { windows: between(on(1, 8), on(1, 9)) })],
  travel: [link('HOME', 'X', [20], { ...dated('cheap'), fareCents: 1 }), link('HOME', 'X', [1], { ...dated('dear'), fareCents: 2 }), link('X', 'Y', [3]), link('Y', 'HOME', [20])], workRules: rules({ programme: 2, duty: 13, rest: 10 }, { programme: 6, duty: 8, rest: 10 }),
});

test('of two duties that end together by rules of two days, the programme of one may be longer', () => {
  expect(proved(PROGRAMMES)).toEqual(both(20, -2));
});

test('who attends more than is needed may begin a duty by the rule of a day that allows a longer one', () => {
  const problem = tiny({
    period: TWO_DAYS, places: [place('X'), place('Y')], persons: [person('a', 'X', { roles: ['POLICE'] }), person('b', 'X', { roles: ['NGO'] })],
    meetings: [meeting('x', 'X', { windows: between(on(0, 20), on(0, 21)), needs: needing('POLICE') }), meeting('y', 'Y', { windows: between(on(1, 10), on(1, 11)), needs: needing('POLICE', 'NGO') })],
    travel: [link('X', 'Y', [6]), link('Y', 'X', [12])], workRules: rules({ programme: 30, duty: 30, rest: 12 }, { programme: 6, duty: 6, rest: 12 }),
  });
  expect(proved(problem)).toEqual(both(20, 0));
});

test('who rides through a place on a journey of rest has as much left of their duty', () => {
  const problem = tiny({
    places: ['HOME', 'P', 'Q', 'Z'].map((id) => place(id)), persons: [person('a', 'HOME')], meetings: [meeting('z', 'Z', { isMandatory: true, serviceMinutes: 0 })],
    travel: [link('HOME', 'P', [8]), link('P', 'Q', [10], { isRest: true }), link('Q', 'Z', [12]), link('Z', 'HOME', [14])], workRules: [rule('work', { programme: 12, duty: 12, rest: 12 })],
  });
  expect(proved(problem)).toEqual(both(10, 0));
});

test('a meeting without minutes takes somebody who interprets once', () => {
  const problem = tiny({
    places: [place('HOME'), place('X')], persons: [person('a', 'HOME')], meetings: [meeting('x', 'X', { serviceMinutes: 0, languages: spoken('l1') })], travel: [link('HOME', 'X', [8]), link('X', 'HOME', [20])],
    interpreters: [{ ...dated('i'), language: 'l1', placeIds: ['X'], atOnce: 1, per: 'MEETING', halfDayAt: 780, cents: 1 }],
  });
  expect(proved(problem)).toEqual(both(10, -1));
});

const part = (permille: number, from: number, until: number) => ({ permille, from: from * 60, until: until * 60 });

test.each([['11', '1'], ['a b', 'b'], ['b', 'a b'], ['a,b', 'b']])('hosts give a meal in each of two places, whatever these are called: %s and %s', (one, other) => {
  const problem = tiny({
    places: [place('HOME'), place(one, { countryId: 'x' }), place(other, { countryId: 'y' })], persons: [person('a', 'HOME')], meetings: [meeting('one', one, { provides: 'DINNER' }), meeting('other', other, { provides: 'DINNER' })],
    travel: [link('HOME', one, [8], dated('out')), link(one, other, [14], dated('on')), link(other, 'HOME', [22], dated('home'))], limits: [{ id: 'none', kinds: ['ALLOWANCE'], cents: 0 }],
    allowances: { rules: [{ ...dated('terms'), night: part(0, 0, 5), isNightWhole: false, lunch: part(0, 12, 14), dinner: part(500, 19, 21) }], rates: ['x', 'y'].map((countryId) => ({ ...dated(`rate-${countryId}`), countryId, centsPerDay: 100, micros: 1_000_000 })) },
  });
  expect(proved(must(problem))).toEqual(both(20, 0));
});

test('who is home by clocks that show an earlier day has been away for no night, and makes up for nobody else’s', () => {
  const problem = tiny({
    period: { earliestDeparture: on(0, 8), latestReturn: on(1, 4) }, zones: [{ id: 'UTC', offsets: [{ from: 0, minutes: 0 }] }, { id: 'EAST', offsets: [{ from: 0, minutes: 180 }] }], places: [place('E', { zoneId: 'EAST' }), place('HOME'), place('FAR')],
    persons: [person('a', 'E', { endPlaceId: 'HOME', roles: ['POLICE'] }), person('b', 'HOME', { endPlaceId: 'FAR', roles: ['NGO'] })], meetings: [meeting('m', 'E', { needs: needing('POLICE', 'NGO') })],
    travel: [link('HOME', 'E', [10]), link('E', 'HOME', [1]), link('E', 'FAR', [4])], goals: [PROFIT, { id: 'nights', terms: [{ measure: 'NIGHTS', weight: -1 }] }],
  });
  expect(proved(problem)).toEqual(both(10, -1));
  expect(proved({ ...problem, maxNights: 0 })).toEqual(both(0, 0));
});

test('where a later level rewards what costs, the way home is still the best one', () => {
  const problem = tiny({
    places: [place('HOME'), place('THERE'), place('X')], persons: [person('a', 'HOME', { roles: ['POLICE'] }), person('b', 'THERE', { roles: ['NGO'] })], meetings: [meeting('m', 'X', { needs: needing('POLICE', 'NGO') })],
    travel: [link('HOME', 'X', [8]), link('THERE', 'X', [8]), link('X', 'HOME', [12], { ...dated('cheap'), fareCents: 1 }), link('X', 'HOME', [20], { ...dated('dear'), fareCents: 100 }), link('X', 'THERE', [12])],
    goals: [PROFIT, COST, { id: 'rewarded', terms: [{ measure: 'TRAVEL_MINUTES', weight: 1 }] }],
  });
  expect(planMission({ problem, seed: 1, maxWork: 100_000, maxLabels: 10_000 }).value).toEqual([10, -1, 240]);
});
