import { describe, expect, test } from 'vitest';

import { apply, remove } from './apply.ts';
import { priceOf, type Change } from './change.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate/index.ts';
import { ALL_NINE, at, held, moved, WORKED } from './worked-example.fixture.ts';

/** The worked example with something of everything that can be changed. */
const FULL: Problem = {
  ...WORKED, pins: [{ id: 'pin', why: 'ADVISER', pin: 'IN', meetingId: 'P1' }],
  meetings: WORKED.meetings.map((one) => (one.id === 'P1' ? { ...one, isMandatory: true, windows: [{ id: 'w', bounds: 'SERVICE', day: '2027-11-11', from: 840, until: 900 }] } : one.id === 'B2' ? { ...one, languages: [{ ...one.languages[0]!, mayInterpret: false }] } : one)),
  persons: WORKED.persons.map((one) => (one.id === 'N' ? { ...one, isReserve: true, maxDaysAway: 5, blocks: [{ id: 'b', from: at(1, '00:00'), until: at(3, '00:00'), cause: 'ENGAGED' }] } : one)),
};
const window = { id: 'w2', bounds: 'SERVICE', from: at(11, '15:00'), until: at(11, '17:00') } as const;

describe('changes', () => {
  test.each<[Change, (after: Problem) => unknown, unknown]>([
    [{ change: 'RAISE_LIMIT', limitId: 'envelope', by: 5 }, (one) => one.limits[0]!.cents, 600_005],
    [{ change: 'RAISE_NIGHTS', by: 2 }, (one) => one.maxNights, 14], [{ change: 'MORE_PARTIES', by: 1 }, (one) => one.maxParties, 2], [{ change: 'MORE_COUNTRIES', by: 1 }, (one) => one.maxCountries, 4], [{ change: 'LARGER_TEAM', by: 1 }, (one) => one.maxTeam, 7],
    [{ change: 'EXTEND_PERIOD', edge: 'START', minutes: 60 }, (one) => one.period, { earliestDeparture: at(8, '05:00'), latestReturn: at(12, '22:00') }],
    [{ change: 'ADD_WINDOW', meetingId: 'P1', window }, (one) => one.meetings[6]!.windows!.map(({ id }) => id), ['w', 'w2']],
    [{ change: 'FREE_PERSON', personId: 'N', from: at(2, '00:00'), until: at(2, '12:00') }, (one) => one.persons[2]!.blocks.map(({ id, from, until }) => [id, from, until]), [['b', at(1, '00:00'), at(2, '00:00')], ['b+', at(2, '12:00'), at(3, '00:00')]]],
    [{ change: 'FREE_PERSON', personId: 'N', from: at(1, '00:00'), until: at(3, '00:00') }, (one) => one.persons[2]!.blocks, []],
    [{ change: 'MORE_DAYS_AWAY', personId: 'N', by: 1 }, (one) => one.persons[2]!.maxDaysAway, 6], [{ change: 'ADMIT_PERSON', personId: 'N' }, (one) => one.persons[2]!.isReserve, false],
    [{ change: 'OFFER_SERVICE', travelId: 'SJJ-PAR' }, (one) => one.travel.find(({ id }) => id === 'SJJ-PAR'), { ...WORKED.travel.find(({ id }) => id === 'SJJ-PAR')!, isOffered: true }],
    [{ change: 'ALLOW_INTERPRETER', meetingId: 'B2', needId: 'B2-sr' }, (one) => one.meetings[4]!.languages[0]!.mayInterpret, true],
    [{ change: 'LOWER_NEED', needId: 'S1-police', by: 3 }, (one) => one.meetings[0]!.needs[0]!.atLeast, 0], [{ change: 'LOWER_NEED', needId: 'team-ngo', by: 1 }, (one) => one.teamRule[2]!.atLeast, 0],
    [{ change: 'DROP_PIN', pinId: 'pin' }, (one) => one.pins, []], [{ change: 'MAKE_OPTIONAL', meetingId: 'P1' }, (one) => one.meetings[6]!.isMandatory, false],
    [{ change: 'EXCUSE_DAY_OFF', meetingId: 'B1', day: '2027-11-11', reason: 'HOST' }, (one) => one.meetings[3]!.excusedDays, [{ day: '2027-11-11', reason: 'HOST' }]],
    [{ change: 'ADD_PIN', pin: { id: 'another', why: 'ADVISER', pin: 'OUT', meetingId: 'P2' } }, (one) => one.pins.map(({ id }) => id), ['pin', 'another']],
  ])('%j', (change, read, expected) => {
    const before = JSON.stringify(FULL);
    const after = apply(FULL, change);
    expect(after === 'NOT_APPLICABLE' || read(after)).toEqual(expected);
    expect(JSON.stringify(FULL)).toBe(before);
  });

  test.each<Change>([
    { change: 'RAISE_LIMIT', limitId: 'none', by: 5 }, { change: 'RAISE_LIMIT', limitId: 'envelope', by: -5 }, { change: 'RAISE_NIGHTS', by: 0 }, { change: 'EXTEND_PERIOD', edge: 'END', minutes: -1 }, { change: 'ADD_WINDOW', meetingId: 'P2', window },
    { change: 'ADD_WINDOW', meetingId: 'P1', window: { ...window, id: 'w' } }, { change: 'FREE_PERSON', personId: 'N', from: at(4, '00:00'), until: at(5, '00:00') }, { change: 'MORE_DAYS_AWAY', personId: 'M', by: 1 }, { change: 'ADMIT_PERSON', personId: 'M' },
    { change: 'OFFER_SERVICE', travelId: 'PAR-SJJ' }, { change: 'ALLOW_INTERPRETER', meetingId: 'B2', needId: 'none' }, { change: 'LOWER_NEED', needId: 'none', by: 1 }, { change: 'DROP_PIN', pinId: 'none' }, { change: 'MAKE_OPTIONAL', meetingId: 'P2' },
    { change: 'ADD_PIN', pin: { id: 'pin', why: 'ADVISER', pin: 'OUT', meetingId: 'P2' } },
  ])('%j is not for this problem', (change) => {
    expect(apply(FULL, change)).toBe('NOT_APPLICABLE');
  });

  test('a window where a meeting has none is none: it would restrict', () => {
    expect(apply(WORKED, { change: 'ADD_WINDOW', meetingId: 'P1', window })).toBe('NOT_APPLICABLE');
  });

  test('have a price by their amount, where somebody has said one', () => {
    const freed: Change = { change: 'FREE_PERSON', personId: 'O', from: at(8, '00:00'), until: at(9, '12:00') };
    expect([priceOf(WORKED.efforts, freed), priceOf(WORKED.efforts, { change: 'ADMIT_PERSON', personId: 'N' }), priceOf(WORKED.efforts, { change: 'RAISE_NIGHTS', by: 1 })]).toEqual([12, 15, undefined]);
  });
});

test('what a plan breaks is gone with what is taken away', () => {
  const holiday = moved(ALL_NINE, held('B3', at(11, '09:00')));
  expect(validate(WORKED, holiday).map(({ fault }) => fault)).toContain('DAY_OFF');
  expect(validate(remove(WORKED, { kind: 'DAY_OFF', id: 'rs-armistice' }), holiday).map(({ fault }) => fault)).not.toContain('DAY_OFF');
  expect(remove(WORKED, { kind: 'RULE', id: 'work' }).workRules).toBeNull();
  expect(remove(FULL, { kind: 'PIN', id: 'pin' }).pins).toEqual([]);
  expect(remove(FULL, { kind: 'MEETING', id: 'P1' }).meetings.some(({ isMandatory }) => isMandatory)).toBe(false);
  expect(remove(FULL, { kind: 'BLOCK', id: 'b' }).persons.flatMap(({ blocks }) => blocks)).toEqual([]);
});

test('a law that is taken away refuses nothing, and leaves no day of which nothing is known', () => {
  const [rule, work] = [WORKED.borderRules![0]!, WORKED.workRules![0]!];
  const two: Problem = { ...WORKED, borderRules: [rule, { ...rule, id: 'old', validUntil: '2020-01-01' }], workRules: [work, { ...work, id: 'later', validFrom: '2028-01-01' }, { ...work, id: 'never', validFrom: '2029-01-01' }] };
  const [border, rest] = [remove(two, { kind: 'RULE', id: 'xk-rs' }), remove(two, { kind: 'RULE', id: 'work' })];
  expect(border.borderRules!.map(({ id, exceptPersons }) => [id, exceptPersons])).toEqual([['xk-rs', ['M', 'O', 'N']], ['old', []]]);
  expect([validate(border, ALL_NINE), validate(rest, ALL_NINE)]).toEqual([[], []]);
  expect(remove(border, { kind: 'RULE', id: 'old' }).borderRules).toBeNull();
  expect(remove(remove(rest, { kind: 'RULE', id: 'never' }), { kind: 'RULE', id: 'later' }).workRules).toBeNull();
});
