import { describe, expect, test } from 'vitest';

import type { Journey, Plan } from './plan.ts';
import type { Country, Service, Zone } from './travel.ts';
import type { Meeting, Person, Problem } from './problem.ts';
import { validate } from './validate/index.ts';
import { ALL_NINE, at, dated, held, journey, meeting, member, minuteOf, moved, person, ROUTE, WORKED } from './worked-example.fixture.ts';

const faults = (problem: Problem, plan: Plan): string[] => [...new Set(validate(problem, plan).map(({ code, fault }) => `${code} ${fault}`))];
const onPersons = (more: Partial<Person>): Problem => ({ ...WORKED, persons: WORKED.persons.map((one) => ({ ...one, ...more })) });
const riding = (journeys: readonly Journey[], ...meetings: Plan['meetings'][number][]): Plan => ({ ...ALL_NINE, parties: [{ id: 'all', journeys }], team: [member('M', journeys), member('O', journeys), member('N', journeys)], meetings });

describe('H7: borders', () => {
  const [rule] = WORKED.borderRules!;
  const fromPristina = riding([journey('PAR-PRN', at(8, '07:00')), journey('PRN-BEG', at(9, '12:00')), journey('BEG-PRN', at(11, '08:00')), ROUTE[3]!], held('B1', at(10, '09:30')));
  const ruled = (more: Partial<NonNullable<Problem['borderRules']>[number]>): Problem => ({ ...WORKED, borderRules: [{ ...rule!, ...more }] });

  test.each<[string, Problem, string[]]>([
    ['refuses who flew in', WORKED, ['H7 CROSSING_REFUSED']],
    ['lets through who last entered from there', ruled({ unlessEnteredFrom: ['FR'] }), []],
    ['does not concern who is excepted', ruled({ exceptPersons: ['M', 'N', 'O'] }), []],
    ['does not apply where there are no such laws', { ...WORKED, borderRules: null }, []],
    ['leaves a border open that no rule names', { ...WORKED, borderRules: [] }, []],
    ['is in force on the last day', ruled({ validUntil: '2027-11-09' }), ['H7 CROSSING_REFUSED']],
    ['is not known to be open once its rules are over', ruled({ validUntil: '2027-11-08' }), ['H7 NO_RULE_IN_FORCE']],
  ])('a rule %s', (_, problem, expected) => {
    expect(faults(problem, fromPristina)).toEqual(expected);
  });

  test('the day of a crossing is that on which the journey departs', () => {
    const overnight = riding([journey('PAR-PRN', at(8, '07:00')), journey('PRN-BEG', at(9, '20:00')), journey('BEG-PRN', at(11, '08:00')), ROUTE[3]!], held('B1', at(10, '09:30')));
    expect(faults({ ...ruled({ validUntil: '2027-11-09' }), workRules: null }, overnight)).toEqual(['H7 CROSSING_REFUSED']);
    expect(faults({ ...ruled({ validFrom: '2027-11-10' }), workRules: null }, overnight)).toEqual(['H7 NO_RULE_IN_FORCE']);
  });

  test('who is abroad already has the stamps that are known, and without one is refused', () => {
    const there: Problem = { ...onPersons({ startPlaceId: 'PRN', endPlaceId: 'BEG' }), teamRule: [] };
    const road = riding([journey('PRN-BEG', at(9, '08:00'))], held('B1', at(10, '09:30')));
    expect(faults(there, road)).toEqual(['H7 CROSSING_REFUSED']);
    expect(faults({ ...there, persons: there.persons.map((one) => ({ ...one, enteredFrom: { XK: 'RS' } })) }, road)).toEqual([]);
    expect(faults({ ...there, persons: there.persons.map((one) => ({ ...one, enteredFrom: { XK: 'FR' } })) }, road)).toEqual(['H7 CROSSING_REFUSED']);
  });

  test('a border that a link crosses on its way is crossed', () => {
    const through: Problem = { ...WORKED, travel: WORKED.travel.map((one) => (one.id === 'PRN-PAR' ? { ...one, countries: ['XK', 'RS', 'FR'] } as Service : one)) };
    expect(faults(through, ALL_NINE)).toEqual([]);
    expect(faults({ ...through, borderRules: [{ ...rule!, unlessEnteredFrom: [] }] }, ALL_NINE)).toEqual(['H7 CROSSING_REFUSED']);
  });
});

test('H5: where there is no meeting nobody is needed', () => {
  expect(faults(WORKED, { ...ALL_NINE, parties: [], team: [], meetings: [] })).toEqual([]);
});

test('H2: nobody leaves before they have come', () => {
  const hasty = (hour: string): Plan => riding([ROUTE[0]!, journey('SJJ-BEG', at(8, hour)), ...ROUTE.slice(2)], held('B1', at(10, '09:30')));
  expect(faults(WORKED, hasty('09:30'))).toEqual([]);
  expect(faults(WORKED, hasty('09:29'))).toEqual(['H2 DEPARTS_FROM_ELSEWHERE']);
});

describe('H1: hours', () => {
  const belgrade: Partial<Meeting> = { excusedDays: [{ day: '2027-11-11', reason: 'HOST' }] };
  const late = [ROUTE[0]!, ROUTE[1]!, journey('BEG-PRN', at(11, '18:00')), ROUTE[3]!];
  const excused = (more: Partial<Meeting>): Problem => ({ ...WORKED, meetings: WORKED.meetings.map((one) => (one.id === 'B1' ? { ...one, ...belgrade, ...more } : one)) });

  test('an excused day off without windows keeps the hours of the country', () => {
    expect(faults(excused({}), riding(late, held('B1', at(11, '16:00'))))).toEqual([]);
    expect(faults(excused({}), riding(late, held('B1', at(11, '16:01'))))).toEqual(['H1 OUTSIDE_HOURS']);
  });

  test('with windows these alone count on it', () => {
    const window = { id: 'w', bounds: 'SERVICE', day: '2027-11-11', from: 960, until: 1050 } as const;
    expect(faults(excused({ windows: [window] }), riding(late, held('B1', at(11, '16:30'))))).toEqual([]);
    expect(faults(excused({ windows: [window] }), riding(late, held('B1', at(11, '16:31'))))).toEqual(['H1 OUTSIDE_WINDOWS', 'H2 NOT_THERE']);
  });

  test('a day off that is not in force on its day is none', () => {
    const over: Problem = { ...WORKED, countries: WORKED.countries.map((one): Country => ({ ...one, daysOff: one.daysOff.map((off) => ({ ...off, validUntil: '2026-12-31' })) })) };
    expect([faults(WORKED, riding(late, held('B1', at(11, '16:00')))), faults(over, riding(late, held('B1', at(11, '16:00'))))]).toEqual([['H1 DAY_OFF'], []]);
  });

  test('where every minute is open a day off is closed all the same, also the second day of a meeting over midnight', () => {
    const countries = WORKED.countries.map((one): Country => (one.id === 'RS' ? { ...one, workingHours: null } : one));
    const night: Problem = { ...WORKED, workRules: null, countries, precedences: [] };
    expect(faults(night, moved(ALL_NINE, held('B3', at(10, '23:00'))))).toEqual([]);
    expect(faults(night, moved(ALL_NINE, held('B3', at(10, '23:01'))))).toEqual(['H1 DAY_OFF']);
  });
});

test('H4: a block while somebody is away refuses them, also where they do nothing then', () => {
  const night = { id: 'night', from: at(9, '22:00'), until: at(9, '23:00'), cause: 'ENGAGED' } as const;
  expect(faults(onPersons({ blocks: [night] }), ALL_NINE)).toEqual(['H4 BLOCKED']);
  expect(faults(onPersons({ blocks: [{ ...night, from: at(12, '17:00'), until: at(12, '23:00') }] }), ALL_NINE)).toEqual([]);
});

/** A night in which the clocks go back, in a country whose every minute is open. */
const CHANGE: Zone = { id: 'CET', offsets: [{ from: 0, minutes: 120 }, { from: Date.parse('2027-10-31T01:00Z') / 60_000, minutes: 60 }] };
const utc = (hour: string): number => Date.parse(`2027-10-31T${hour}:00Z`) / 60_000;

describe('where clocks change', () => {
  const window = { id: 'w', bounds: 'SERVICE', day: '2027-10-31', from: 120, until: 180 } as const;
  const night: Problem = {
    ...WORKED, period: { earliestDeparture: utc('00:00') - 1440, latestReturn: utc('23:00') }, zones: [CHANGE], countries: WORKED.countries.map((one) => ({ ...one, workingHours: null })), meetings: [meeting('A', 'BEG', { windows: [window] })],
    precedences: [], persons: [person('M', ['MAGISTRATE'], { startPlaceId: 'BEG', endPlaceId: 'BEG' })], teamRule: [], workRules: null, travel: [], interpreters: [],
  };
  const plan = (startsAt: number): Plan => ({ ...ALL_NINE, parties: [{ id: 'all', journeys: [] }], team: [member('M', [])], meetings: [held('A', startsAt, ['M'])] });

  test('an hour that comes twice is the later one: a window has the minutes that pass', () => {
    expect(faults(night, plan(utc('01:00')))).toEqual([]);
    expect(faults(night, plan(utc('00:59')))).toEqual(['H1 OUTSIDE_WINDOWS']);
  });

  test('a service leaves at the later one', () => {
    const leaves = { ...WORKED.travel.find(({ id }) => id === 'BEG-PRN')!, departs: { at: [minuteOf('02:30')] } } as Service;
    const home: Problem = { ...night, travel: [leaves], meetings: [], persons: [person('M', ['MAGISTRATE'], { startPlaceId: 'BEG', endPlaceId: 'PRN' })] };
    const leaving = (departsAt: number): Plan => ({ ...plan(0), team: [member('M', [journey('BEG-PRN', departsAt)])], meetings: [] });
    expect([faults(home, leaving(utc('01:30'))), faults(home, leaving(utc('00:30')))]).toEqual([[], ['H2 NO_SUCH_DEPARTURE']]);
  });
});

describe('H10: work and rest', () => {
  const sleeper = (isRest: boolean): Problem => ({
    ...WORKED, allowances: null, workRules: [{ ...dated('work'), maxProgrammeMinutes: 540, maxDutyMinutes: 780, minRestMinutes: 660 }],
    travel: WORKED.travel.map((one) => (one.id === 'SJJ-BEG' ? { ...one, minutes: 660, isRest, departs: { at: [minuteOf('20:00')] } } as Service : one)),
  });
  const overnight = riding([ROUTE[0]!, journey('SJJ-BEG', at(8, '20:00')), ...ROUTE.slice(2)], held('S1', at(8, '10:30')), held('B1', at(9, '09:30')));

  test('a night on the way is rest where it is one', () => {
    expect(faults(sleeper(true), overnight)).toEqual([]);
    expect(faults(sleeper(false), overnight)).toEqual(['H10 DUTY_TOO_LONG', 'H10 PROGRAMME_TOO_LONG']);
  });
});
