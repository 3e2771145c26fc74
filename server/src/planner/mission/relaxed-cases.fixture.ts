/** Small problems in which a bound is too low when it gives up what it must not. */
import { DEFAULT_WORK, type Meeting, type Person, type Place, type Problem, type Service } from '@passerelle/shared/planning.ts';
import { dated, meeting, minuteOf, person } from '@passerelle/shared/planning/worked-example.fixture.ts';
import * as told from './tiny.fixture.ts';

const midnight = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000;
const country = (id: string) => ({ id, isAbstract: false, workingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 1440 })), daysOff: [] });
const place = (id: string): Place => ({ id, countryId: id, zoneId: 'CLOCK', transferMinutes: 0, bufferMinutes: 0 });
const home = (id: string, more: Partial<Person> = {}): Person => person(id, ['POLICE'], { startPlaceId: 'H', endPlaceId: 'H', ...more });
const within = (id: string, placeId: string, day: string, [from, until]: readonly [string, string]): Meeting => meeting(id, placeId, { profit: 1, windows: [{ id: `${id}-window`, bounds: 'SERVICE', day, from: minuteOf(from), until: minuteOf(until) }] });

/** Monday is 1. */
const service = (id: string, weekday: number, hour: string, minutes: number): Service => {
  const [from, to] = id.split('-') as [string, string];
  return { ...dated(`${id}-${weekday}-${hour}`), type: 'SERVICE', from, to, mode: 'TRAIN', minutes, fareCents: 0, seats: null, countries: [from, to], weekdays: [weekday], departs: { at: [minuteOf(hour)] }, isRest: false, isOffered: true };
};

const problem = (more: Pick<Problem, 'meetings' | 'persons' | 'travel'> & Partial<Problem>): Problem => ({
  format: 'passerelle.problem', version: 1, period: { earliestDeparture: midnight('2027-11-08'), latestReturn: midnight('2027-11-14') }, tzdata: 'invented', zones: [{ id: 'CLOCK', offsets: [{ from: 0, minutes: 0 }] }], countries: ['H', 'A', 'B'].map(country),
  places: ['H', 'A', 'B'].map(place), precedences: [], maxParties: 1, riding: 'TOGETHER', borderRules: null, allowances: null, interpreters: [], teamRule: [], maxTeam: null, maxCountries: null, maxNights: null, limits: [], workRules: null, pins: [], former: null,
  goals: [{ id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }], efforts: [], ...more,
});

/** Two who come in the evening or in the morning: who comes in the morning attends late, and is home before the duty is over. */
export const LATE_HOUR = problem({
  meetings: [within('early', 'A', '2027-11-09', ['07:00', '08:00']), within('late', 'A', '2027-11-09', ['08:00', '10:30'])], persons: [home('p1'), home('p2')], workRules: [{ ...dated('work'), ...DEFAULT_WORK, maxProgrammeMinutes: 780, maxDutyMinutes: 780, minRestMinutes: 660 }],
  travel: [service('H-A', 1, '22:00', 60), service('H-A', 2, '08:30', 30), service('A-H', 2, '19:30', 105)],
});

/** One of two is free from Tuesday noon on: the other goes on Monday and attends in A; both ride from there on Wednesday, not on Monday, and attend in B at once. */
export const LATE_DEPARTURE = problem({
  meetings: [within('on-the-way', 'A', '2027-11-08', ['10:00', '11:00']), within('one', 'B', '2027-11-12', ['10:00', '11:00']), within('other', 'B', '2027-11-12', ['10:00', '11:00'])],
  persons: [home('p1'), home('p2', { blocks: [{ id: 'busy', from: midnight('2027-11-08'), until: midnight('2027-11-09') + minuteOf('12:00'), cause: 'ENGAGED' }] })],
  travel: [service('H-A', 1, '08:00', 60), service('H-A', 3, '08:00', 60), service('A-B', 1, '14:00', 60), service('A-B', 3, '14:00', 60), service('B-H', 5, '14:00', 60)],
});

/** One day away, which has 25 hours: from a quarter past midnight to a quarter to the next. */
export const LONG_DAY = problem({
  period: { earliestDeparture: Date.parse('2027-10-30T22:00Z') / 60_000, latestReturn: Date.parse('2027-10-31T23:00Z') / 60_000 }, zones: [{ id: 'CLOCK', offsets: [{ from: 0, minutes: 120 }, { from: Date.parse('2027-10-31T01:00Z') / 60_000, minutes: 60 }] }],
  meetings: [{ ...within('before', 'H', '2027-10-31', ['00:00', '00:15']), serviceMinutes: 15 }, within('there', 'A', '2027-10-31', ['09:00', '10:00'])], persons: [home('p1', { maxDaysAway: 1 })], travel: [service('H-A', 7, '00:15', 60), service('A-H', 7, '22:45', 60)],
});

/** The journey from the one meeting to the other is longer than the rule of the first day lets a duty be, and is made on the second. */
export const LONGER_LATER: Problem = told.tiny({
  period: { earliestDeparture: told.on(0, 0), latestReturn: told.on(2, 0) }, places: [told.place('H'), told.place('X'), told.place('Y')], persons: [told.person('p', 'H')],
  meetings: [told.meeting('first', 'X', { windows: told.between(told.on(0, 10), told.on(0, 12)) }), told.meeting('second', 'Y', { windows: told.between(told.on(1, 14), told.on(1, 16)) })],
  travel: [told.link('H', 'X', [8]), told.link('X', 'Y', [6], { minutes: 360 }), told.link('Y', 'H', [18])],
  workRules: [told.rule('strict', { programme: 5, duty: 5, rest: 2 }, { validUntil: told.DAYS[0] }), told.rule('long', { programme: 13, duty: 13, rest: 11 }, { validFrom: told.DAYS[1] })],
});

/** The only way to the first of two places leads through the second, where nothing may be held before. */
export const THROUGH_TWO = told.tiny({
  places: ['HOME', 'ONE', 'TWO', 'THREE'].map((id) => told.place(id)), persons: [told.person('p0', 'HOME')], meetings: [told.meeting('m0', 'ONE'), told.meeting('m1', 'TWO'), told.meeting('m2', 'THREE')], pins: [{ id: 'ordered', why: 'ADVISER', pin: 'ORDER', placeIds: ['ONE', 'TWO'] }],
  travel: [told.link('HOME', 'THREE', [6]), told.link('THREE', 'TWO', [10]), told.link('TWO', 'ONE', [14]), told.link('ONE', 'TWO', [18]), told.link('TWO', 'HOME', [22])],
});
