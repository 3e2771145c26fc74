import { describe, expect, test } from 'vitest';

import type { Ref, RuleCode, Violation } from './answer.ts';
import type { Plan } from './plan.ts';
import type { Meeting, Person, Pin, Problem } from './problem.ts';
import type { Service } from './travel.ts';
import { validate } from './validate/index.ts';
import { ALL_NINE, at, dated, held, journey, member, moved, person, ROUTE, without, WORKED } from './worked-example.fixture.ts';

/** The codes and references of what a plan breaks: `H1 DAY_OFF MEETING:B1 DAY_OFF:rs`. */
const told = (problem: Problem, plan: Plan): string[] => validate(problem, plan).map(({ code, fault, about }: Violation) => [code, fault, ...about.map(({ kind, id }: Ref) => `${kind}:${id}`)].join(' '));

const onMeeting = (id: string, more: Partial<Meeting>, problem = WORKED): Problem => ({ ...problem, meetings: problem.meetings.map((one) => (one.id === id ? { ...one, ...more } : one)) });
const onPerson = (id: string, more: Partial<Person>, problem = WORKED): Problem => ({ ...problem, persons: problem.persons.map((one) => (one.id === id ? { ...one, ...more } : one)) });
const onService = (id: string, more: Partial<Service>): Problem => ({ ...WORKED, travel: WORKED.travel.map((one) => (one.id === id ? { ...one, ...more } as Service : one)) });
const pinned = (pin: Pin): Problem => ({ ...WORKED, pins: [pin] });
const riding = (journeys: typeof ROUTE): Plan => ({ ...ALL_NINE, parties: [{ id: 'all', journeys }], team: [member('M', journeys), member('O', journeys), member('N', journeys)] });
const holiday = { ...dated('ba-day'), day: '2027-11-08', kind: 'HOLIDAY' } as const;
const bosnia = (more: Partial<Problem['countries'][number]>): Problem => ({ ...WORKED, countries: WORKED.countries.map((one) => (one.id === 'BA' ? { ...one, ...more } : one)) });
const window = { id: 'w', bounds: 'SERVICE', day: '2027-11-08' } as const;
const everybody = (fault: string): string[] => ['M', 'N', 'O'].map((id) => fault.replace('*', id));

interface Case {
  readonly code: RuleCode;
  readonly what: string;
  readonly keeps: readonly [Problem, Plan];
  readonly breaks: readonly [Problem, Plan];
  readonly told: readonly string[];
}

const CASES: readonly Case[] = [
  { code: 'H1', what: 'the last minute of a window', keeps: [onMeeting('S1', { windows: [{ ...window, from: 600, until: 690 }] }), ALL_NINE], breaks: [onMeeting('S1', { windows: [{ ...window, from: 600, until: 689 }] }), ALL_NINE], told: ['H1 OUTSIDE_WINDOWS MEETING:S1'] },
  { code: 'H1', what: 'a window of starts', keeps: [onMeeting('S1', { windows: [{ ...window, bounds: 'START', from: 600, until: 630 }] }), ALL_NINE], breaks: [onMeeting('S1', { windows: [{ ...window, bounds: 'START', from: 600, until: 629 }] }), ALL_NINE], told: ['H1 OUTSIDE_WINDOWS MEETING:S1'] },
  { code: 'H1', what: 'working hours', keeps: [WORKED, moved(ALL_NINE, held('B3', at(10, '16:00')))], breaks: [WORKED, moved(ALL_NINE, held('B3', at(10, '16:01')))], told: ['H1 OUTSIDE_HOURS MEETING:B3 COUNTRY:RS'] },
  { code: 'H1', what: 'an excused day', keeps: [onMeeting('S1', { excusedDays: [{ day: '2027-11-08', reason: 'HOST' }] }, bosnia({ daysOff: [holiday] })), without(ALL_NINE, 'S2')], breaks: [bosnia({ daysOff: [holiday] }), without(ALL_NINE, 'S2')], told: ['H1 DAY_OFF MEETING:S1 DAY_OFF:ba-day'] },
  {
    code: 'H1', what: 'a day without hours, excused: the window alone counts', keeps: [onMeeting('S1', { windows: [{ ...window, from: 600, until: 700 }], excusedDays: [{ day: '2027-11-08', reason: 'HOST' }] }, bosnia({ workingHours: [{ weekday: 2, from: 540, until: 1020 }] })), without(ALL_NINE, 'S2')],
    breaks: [onMeeting('S1', { excusedDays: [{ day: '2027-11-08', reason: 'HOST' }] }, bosnia({ workingHours: [{ weekday: 2, from: 540, until: 1020 }] })), without(ALL_NINE, 'S2')], told: ['H1 OUTSIDE_HOURS MEETING:S1 COUNTRY:BA'],
  },
  { code: 'H2', what: 'the buffer after arriving', keeps: [WORKED, moved(ALL_NINE, held('S1', at(8, '10:00')))], breaks: [WORKED, moved(ALL_NINE, held('S1', at(8, '09:59')))], told: everybody('H2 NOT_THERE PERSON:* MEETING:S1') },
  { code: 'H2', what: 'the transfer between meetings', keeps: [WORKED, moved(ALL_NINE, held('S2', at(8, '12:00')))], breaks: [WORKED, moved(ALL_NINE, held('S2', at(8, '11:59')))], told: everybody('H2 TWO_MEETINGS_AT_ONCE PERSON:* MEETING:S2 MEETING:S1') },
  { code: 'H2', what: 'the hour of a flight', keeps: [WORKED, ALL_NINE], breaks: [WORKED, riding([{ ...ROUTE[0]!, departsAt: at(8, '07:01') }, ...ROUTE.slice(1)])], told: ['H2 NO_SUCH_DEPARTURE TRAVEL:PAR-SJJ'] },
  { code: 'H2', what: 'the day of a flight', keeps: [onService('PRN-PAR', { weekdays: [5] }), ALL_NINE], breaks: [onService('PRN-PAR', { weekdays: [4] }), ALL_NINE], told: ['H2 NO_SUCH_DEPARTURE TRAVEL:PRN-PAR'] },
  { code: 'H2', what: 'the last minute at which a road is taken', keeps: [onService('BEG-PRN', { departs: { first: 0, last: 480 } }), ALL_NINE], breaks: [onService('BEG-PRN', { departs: { first: 0, last: 479 } }), ALL_NINE], told: ['H2 NO_SUCH_DEPARTURE TRAVEL:BEG-PRN'] },
  { code: 'H2', what: 'a service that is offered', keeps: [WORKED, ALL_NINE], breaks: [onService('SJJ-BEG', { isOffered: false }), ALL_NINE], told: ['H2 NOT_OFFERED TRAVEL:SJJ-BEG'] },
  { code: 'H2', what: 'a service in force', keeps: [onService('SJJ-BEG', { validUntil: '2027-11-09' }), ALL_NINE], breaks: [onService('SJJ-BEG', { validUntil: '2027-11-08' }), ALL_NINE], told: ['H2 NO_SUCH_DEPARTURE TRAVEL:SJJ-BEG'] },
  { code: 'H3', what: 'a role', keeps: [WORKED, ALL_NINE], breaks: [WORKED, moved(ALL_NINE, held('S1', at(8, '10:30'), ['M', 'N']))], told: ['H3 NEED_UNMET MEETING:S1 NEED:S1-police'] },
  { code: 'H3', what: 'two roles of one person', keeps: [onPerson('M', { roles: ['MAGISTRATE', 'POLICE'], mayCountForSeveral: true }), { ...ALL_NINE, team: [{ ...member('M'), as: ['MAGISTRATE', 'POLICE'] }, member('O'), member('N')] }], breaks: [onPerson('M', { roles: ['MAGISTRATE', 'POLICE'] }), { ...ALL_NINE, team: [{ ...member('M'), as: ['MAGISTRATE', 'POLICE'] }, member('O'), member('N')] }], told: ['H3 NOT_THEIR_ROLE PERSON:M'] },
  { code: 'H3', what: 'a language that is spoken', keeps: [onPerson('N', { languages: [{ language: 'sr', level: 'C1' }] }), moved(ALL_NINE, { ...held('B2', at(10, '11:30')), interpreted: [] })], breaks: [onPerson('N', { languages: [{ language: 'sr', level: 'B2' }] }), moved(ALL_NINE, { ...held('B2', at(10, '11:30')), interpreted: [] })], told: ['H3 LANGUAGE_UNMET MEETING:B2 NEED:B2-sr'] },
  { code: 'H3', what: 'where nobody may interpret', keeps: [WORKED, ALL_NINE], breaks: [onMeeting('B2', { languages: [{ id: 'B2-sr', anyOf: [{ language: 'sr', atLeast: 'C1' }], mayInterpret: false }] }), ALL_NINE], told: ['H3 MAY_NOT_BE_INTERPRETED MEETING:B2 NEED:B2-sr'] },
  { code: 'H3', what: 'an interpreter of another place', keeps: [WORKED, ALL_NINE], breaks: [{ ...WORKED, interpreters: WORKED.interpreters.map((one) => ({ ...one, placeIds: ['PRN'] })) }, ALL_NINE], told: ['H3 NO_SUCH_INTERPRETER MEETING:B2 INTERPRETER:int-sr'] },
  { code: 'H3', what: 'what is only for the adviser', keeps: [onMeeting('P1', { isOnlyAdviser: false }), ALL_NINE], breaks: [onMeeting('P1', { isOnlyAdviser: true }), ALL_NINE], told: everybody('H3 ONLY_ADVISER MEETING:P1 PERSON:*') },
  { code: 'H4', what: 'a block that ends as somebody leaves', keeps: [onPerson('O', { blocks: [{ id: 'b', from: at(8, '00:00'), until: at(8, '07:00'), cause: 'ENGAGED' }] }), ALL_NINE], breaks: [onPerson('O', { blocks: [{ id: 'b', from: at(8, '00:00'), until: at(8, '07:01'), cause: 'ENGAGED' }] }), ALL_NINE], told: ['H4 BLOCKED PERSON:O BLOCK:b'] },
  { code: 'H4', what: 'a reserve', keeps: [WORKED, ALL_NINE], breaks: [onPerson('O', { isReserve: true }), ALL_NINE], told: ['H4 RESERVE PERSON:O'] },
  { code: 'H5', what: 'the team of the mission', keeps: [WORKED, without(ALL_NINE, 'S1', 'S2')], breaks: [WORKED, { ...without(ALL_NINE, 'S1', 'S2'), team: [member('M'), member('N')], meetings: without(ALL_NINE, 'S1', 'S2').meetings.map((one) => held(one.meetingId, one.startsAt, ['M', 'N'])) }], told: ['H5 NEED_UNMET NEED:team-police'] },
  { code: 'H5', what: 'the team in each country', keeps: [{ ...WORKED, teamRule: [{ ...WORKED.teamRule[1]!, scope: 'EACH_COUNTRY' }] }, ALL_NINE], breaks: [{ ...WORKED, teamRule: [{ ...WORKED.teamRule[1]!, scope: 'EACH_COUNTRY' }] }, { ...without(ALL_NINE, 'P1', 'P2'), meetings: without(ALL_NINE, 'P1', 'P2').meetings.map((one) => (one.meetingId === 'P3' ? held('P3', one.startsAt, ['M', 'N']) : one)) }], told: ['H5 NEED_UNMET NEED:team-police COUNTRY:XK'] },
  { code: 'H5', what: 'no more than may go', keeps: [{ ...WORKED, maxTeam: 3 }, ALL_NINE], breaks: [{ ...WORKED, maxTeam: 2 }, ALL_NINE], told: ['H5 TEAM_TOO_LARGE BOUND:maxTeam'] },
  { code: 'H6', what: 'the envelope to the cent', keeps: [{ ...WORKED, limits: [{ ...WORKED.limits[0]!, cents: 298_750 }] }, ALL_NINE], breaks: [{ ...WORKED, limits: [{ ...WORKED.limits[0]!, cents: 298_749 }] }, ALL_NINE], told: ['H6 OVER_LIMIT LIMIT:envelope'] },
  { code: 'H6', what: 'a limit of one kind', keeps: [{ ...WORKED, limits: [{ id: 'fares', kinds: ['FARE'], cents: 159_000 }] }, ALL_NINE], breaks: [{ ...WORKED, limits: [{ id: 'fares', kinds: ['FARE'], cents: 158_999 }] }, ALL_NINE], told: ['H6 OVER_LIMIT LIMIT:fares'] },
  { code: 'H6', what: 'a rate that is unknown', keeps: [{ ...WORKED, allowances: null }, ALL_NINE], breaks: [{ ...WORKED, allowances: { ...WORKED.allowances!, rates: WORKED.allowances!.rates.filter(({ countryId }) => countryId !== 'XK') } }, ALL_NINE], told: everybody('H6 NO_RATE PERSON:* COUNTRY:XK') },
  { code: 'H6', what: 'terms for each day of a stay', keeps: [WORKED, ALL_NINE], breaks: [{ ...WORKED, allowances: { ...WORKED.allowances!, rules: [{ ...WORKED.allowances!.rules[0]!, validUntil: '2027-11-11' }] } }, ALL_NINE], told: everybody('H6 NO_RULE_IN_FORCE PERSON:* COUNTRY:XK') },
  { code: 'H8', what: 'what is mandatory', keeps: [onMeeting('P2', { isMandatory: true }), ALL_NINE], breaks: [onMeeting('P2', { isMandatory: true }), without(ALL_NINE, 'P2')], told: ['H8 LEFT_OUT MEETING:P2'] },
  { code: 'H9', what: 'the gap', keeps: [{ ...WORKED, precedences: [{ ...WORKED.precedences[0]!, gapMinutes: 240 }] }, ALL_NINE], breaks: [{ ...WORKED, precedences: [{ ...WORKED.precedences[0]!, gapMinutes: 241 }] }, ALL_NINE], told: ['H9 TOO_EARLY PRECEDENCE:courtesy-first MEETING:B1 MEETING:B3'] },
  { code: 'H9', what: 'what requires another one', keeps: [WORKED, without(ALL_NINE, 'B1')], breaks: [{ ...WORKED, precedences: [{ ...WORKED.precedences[0]!, kind: 'REQUIRES' }] }, without(ALL_NINE, 'B1')], told: ['H9 WITHOUT_BEFORE PRECEDENCE:courtesy-first MEETING:B1 MEETING:B3'] },
  { code: 'H10', what: 'the programme of a duty', keeps: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, maxProgrammeMinutes: 360 }] }, ALL_NINE], breaks: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, maxProgrammeMinutes: 359 }] }, ALL_NINE], told: everybody('H10 PROGRAMME_TOO_LONG PERSON:* RULE:work') },
  { code: 'H10', what: 'the whole of a duty', keeps: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, maxDutyMinutes: 510 }] }, ALL_NINE], breaks: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, maxDutyMinutes: 509 }] }, ALL_NINE], told: everybody('H10 DUTY_TOO_LONG PERSON:* RULE:work').flatMap((one) => [one, one]) },
  { code: 'H10', what: 'a rest that is none', keeps: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, minRestMinutes: 960 }] }, ALL_NINE], breaks: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, minRestMinutes: 961 }] }, ALL_NINE], told: [...everybody('H10 DUTY_TOO_LONG PERSON:* RULE:work'), ...everybody('H10 PROGRAMME_TOO_LONG PERSON:* RULE:work')] },
  { code: 'H10', what: 'a rule for each day', keeps: [{ ...WORKED, workRules: null }, ALL_NINE], breaks: [{ ...WORKED, workRules: [{ ...WORKED.workRules![0]!, validFrom: '2027-11-09' }] }, ALL_NINE], told: everybody('H10 NO_RULE_IN_FORCE PERSON:*').flatMap((one) => [one, one, one]) },
  { code: 'H11', what: 'the beginning of the period', keeps: [{ ...WORKED, period: { ...WORKED.period, earliestDeparture: at(8, '07:00') } }, ALL_NINE], breaks: [{ ...WORKED, period: { ...WORKED.period, earliestDeparture: at(8, '07:01') } }, ALL_NINE], told: everybody('H11 BEFORE_PERIOD PERSON:* PERIOD:earliestDeparture') },
  { code: 'H11', what: 'the end of the period', keeps: [{ ...WORKED, period: { ...WORKED.period, latestReturn: at(12, '17:00') } }, ALL_NINE], breaks: [{ ...WORKED, period: { ...WORKED.period, latestReturn: at(12, '16:59') } }, ALL_NINE], told: everybody('H11 AFTER_PERIOD PERSON:* PERIOD:latestReturn') },
  { code: 'H11', what: 'being home', keeps: [onPerson('M', { endPlaceId: 'PRN' }), { ...ALL_NINE, team: [member('M', ROUTE.slice(0, 3)), member('O'), member('N')] }], breaks: [WORKED, { ...ALL_NINE, team: [member('M', ROUTE.slice(0, 3)), member('O'), member('N')] }], told: ['H11 NOT_HOME PERSON:M PLACE:PAR'] },
  { code: 'H11', what: 'days away', keeps: [onPerson('M', { maxDaysAway: 5 }), ALL_NINE], breaks: [onPerson('M', { maxDaysAway: 4 }), ALL_NINE], told: ['H11 TOO_MANY_DAYS PERSON:M'] },
  { code: 'H11', what: 'the nights of all', keeps: [{ ...WORKED, maxNights: 12 }, ALL_NINE], breaks: [{ ...WORKED, maxNights: 11 }, ALL_NINE], told: ['H11 TOO_MANY_NIGHTS BOUND:maxNights'] },
  { code: 'H11', what: 'countries', keeps: [{ ...WORKED, maxCountries: 3 }, ALL_NINE], breaks: [{ ...WORKED, maxCountries: 2 }, ALL_NINE], told: ['H11 TOO_MANY_COUNTRIES BOUND:maxCountries'] },
  { code: 'H12', what: 'IN', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'IN', meetingId: 'P1' }), ALL_NINE], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'IN', meetingId: 'P1' }), without(ALL_NINE, 'P1')], told: ['H12 PIN_BROKEN PIN:p MEETING:P1'] },
  { code: 'H12', what: 'OUT', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'OUT', meetingId: 'P1' }), without(ALL_NINE, 'P1')], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'OUT', meetingId: 'P1' }), ALL_NINE], told: ['H12 PIN_BROKEN PIN:p MEETING:P1'] },
  { code: 'H12', what: 'AT, which implies IN', keeps: [pinned({ id: 'p', why: 'CONFIRMED', pin: 'AT', meetingId: 'P1', startsAt: at(11, '14:00') }), ALL_NINE], breaks: [pinned({ id: 'p', why: 'CONFIRMED', pin: 'AT', meetingId: 'P1', startsAt: at(11, '14:00') }), without(ALL_NINE, 'P1')], told: ['H12 PIN_BROKEN PIN:p MEETING:P1'] },
  { code: 'H12', what: 'ATTENDS', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'ATTENDS', meetingId: 'P1', personId: 'N' }), ALL_NINE], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'ATTENDS', meetingId: 'P1', personId: 'N' }), moved(ALL_NINE, held('P1', at(11, '14:00'), ['M', 'O']))], told: ['H12 PIN_BROKEN PIN:p MEETING:P1 PERSON:N'] },
  { code: 'H12', what: 'ABSENT', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'ABSENT', meetingId: 'P1', personId: 'N' }), moved(ALL_NINE, held('P1', at(11, '14:00'), ['M', 'O']))], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'ABSENT', meetingId: 'P1', personId: 'N' }), ALL_NINE], told: ['H12 PIN_BROKEN PIN:p MEETING:P1 PERSON:N'] },
  { code: 'H12', what: 'GOES', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'GOES', personId: 'N' }), ALL_NINE], breaks: [{ ...pinned({ id: 'p', why: 'ADVISER', pin: 'GOES', personId: 'X' }), persons: [...WORKED.persons, person('X', ['OTHER'])] }, ALL_NINE], told: ['H12 PIN_BROKEN PIN:p PERSON:X'] },
  { code: 'H12', what: 'STAYS', keeps: [{ ...pinned({ id: 'p', why: 'ADVISER', pin: 'STAYS', personId: 'X' }), persons: [...WORKED.persons, person('X', ['OTHER'])] }, ALL_NINE], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'STAYS', personId: 'N' }), ALL_NINE], told: ['H12 PIN_BROKEN PIN:p PERSON:N'] },
  { code: 'H12', what: 'TRAVELS', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'TRAVELS', personId: 'N', journey: ROUTE[2]! }), ALL_NINE], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'TRAVELS', personId: 'N', journey: { ...ROUTE[2]!, departsAt: at(11, '08:01') } }), ALL_NINE], told: ['H12 PIN_BROKEN PIN:p PERSON:N'] },
  { code: 'H12', what: 'ORDER', keeps: [pinned({ id: 'p', why: 'ADVISER', pin: 'ORDER', placeIds: ['SJJ', 'BEG', 'PRN'] }), ALL_NINE], breaks: [pinned({ id: 'p', why: 'ADVISER', pin: 'ORDER', placeIds: ['SJJ', 'PRN', 'BEG'] }), ALL_NINE], told: ['H12 PIN_BROKEN PIN:p'] },
  { code: 'PARTY', what: 'as many parties as may be', keeps: [WORKED, ALL_NINE], breaks: [{ ...WORKED, maxParties: 0 }, ALL_NINE], told: ['PARTY TOO_MANY_PARTIES BOUND:maxParties'] },
  { code: 'PARTY', what: 'riding the journeys of one’s party', keeps: [WORKED, ALL_NINE], breaks: [WORKED, { ...ALL_NINE, team: [member('M'), member('O'), member('N', [ROUTE[0]!, journey('SJJ-BEG', at(9, '12:30')), ...ROUTE.slice(2)])] }], told: ['PARTY NOT_WITH_PARTY PERSON:N PARTY:all'] },
  { code: 'PARTY', what: 'a meeting of one party', keeps: [{ ...WORKED, maxParties: 2 }, ALL_NINE], breaks: [{ ...WORKED, maxParties: 2 }, { ...ALL_NINE, parties: [...ALL_NINE.parties, { id: 'two', journeys: ROUTE }], team: [member('M'), member('O'), { ...member('N'), partyId: 'two' }] }], told: ALL_NINE.meetings.map(({ meetingId }) => `PARTY TWO_PARTIES MEETING:${meetingId}`).sort() },
  { code: 'FORM', what: 'ids that there are', keeps: [WORKED, ALL_NINE], breaks: [WORKED, moved(ALL_NINE, { ...held('P1', at(11, '14:00')), interpreted: [{ needId: 'B2-sr', interpreterId: 'int-sr' }] })], told: ['FORM UNKNOWN_ID NEED:B2-sr'] },
  { code: 'FORM', what: 'each meeting once', keeps: [WORKED, ALL_NINE], breaks: [WORKED, { ...ALL_NINE, meetings: [...ALL_NINE.meetings, held('P1', at(11, '17:00'))] }], told: ['FORM TWICE MEETING:P1'] },
  { code: 'FORM', what: 'whole minutes', keeps: [WORKED, ALL_NINE], breaks: [WORKED, moved(ALL_NINE, held('P1', at(11, '14:00') + 0.5))], told: ['FORM NOT_INTEGER MEETING:P1'] },
  { code: 'FORM', what: 'somebody at each meeting', keeps: [WORKED, ALL_NINE], breaks: [WORKED, moved(ALL_NINE, held('P1', at(11, '14:00'), []))], told: ['FORM NOBODY MEETING:P1'] },
  { code: 'FORM', what: 'journeys one after another', keeps: [WORKED, ALL_NINE], breaks: [WORKED, { ...ALL_NINE, team: [member('M'), member('O'), member('N', [ROUTE[1]!, ROUTE[0]!, ...ROUTE.slice(2)])] }], told: ['FORM OUT_OF_ORDER PERSON:N'] },
];

describe('each rule is kept by a plan and broken by the nearest one that breaks it', () => {
  test.each(CASES)('$code: $what', ({ keeps, breaks, told: expected }) => {
    expect(told(...keeps)).toEqual([]);
    expect(told(...breaks)).toEqual(expected);
  });
});

test('no rule is without a case', () => {
  const codes = new Set([...CASES.map(({ code }) => code), 'H7']);
  expect([...codes].sort()).toEqual(['FORM', 'H1', 'H10', 'H11', 'H12', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9', 'PARTY']);
});
