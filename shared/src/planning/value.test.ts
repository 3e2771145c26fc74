import { describe, expect, test } from 'vitest';

import { compareValues, type GoalTerm } from './goals.ts';
import type { Problem } from './problem.ts';
import { valueOf } from './value.ts';
import { ALL_NINE, at, held, moved, without, WORKED } from './worked-example.fixture.ts';

const problem: Problem = {
  ...WORKED, former: moved(without(ALL_NINE, 'P3'), held('P1', at(11, '13:00'), ['M', 'O'])),
  persons: WORKED.persons.map((one) => ({ ...one, balanceGroup: one.id === 'N' ? 'b' : 'a', lastMissionOn: one.id === 'M' ? null : one.id === 'O' ? '2026-12-31' : '2027-01-01' })),
  meetings: WORKED.meetings.map((one) => (one.id === 'P2' ? { ...one, needIds: ['need-xk'] } : one)),
};

/** What the plan of all nine measures. */
const measured = (term: GoalTerm, plan = ALL_NINE): number => valueOf({ ...problem, goals: [{ id: 'one', terms: [term] }] }, plan)[0]!;
const countryIds = ['BA', 'RS', 'XK', 'MK'];

describe('each measure, counted by hand', () => {
  test.each<[string, GoalTerm, number]>([
    ['profits', { measure: 'PROFIT', weight: 2 }, 180],
    ['listed countries with a meeting', { measure: 'COUNTRIES_SERVED', weight: 1, countryIds }, 3],
    ['countries beyond the first that share a need', { measure: 'SHARED_NEEDS', weight: 1, sharedNeeds: [['need-ba', 'need-rs'], ['need-xk'], ['need-ba', 'need-rs', 'need-xk']] }, 1 + 0 + 2],
    ['minutes on the way', { measure: 'TRAVEL_MINUTES', weight: -1 }, -3 * (150 + 330 + 330 + 180)],
    ['nights of all', { measure: 'NIGHTS', weight: 1 }, 12],
    ['days of all', { measure: 'PERSON_DAYS', weight: 1 }, 15],
    ['the smaller side of each country: two and one, two and one, two and one', { measure: 'BALANCE', weight: 1, countryIds }, 3],
    ['countries with victims’ assistance', { measure: 'NGO_COUNTRIES', weight: 1, countryIds }, 2],
    ['what lacks before flights: P3 ends at 10:30, the flight leaves at 14:00', { measure: 'SHORT_SLACK', weight: -1, slackMinutes: 240 }, -3 * 30],
    ['what is kept: seven hours and 23 attendances', { measure: 'KEPT', weight: 1 }, 7 + 7 * 3 + 2],
    ['whose last mission was before a day: of M it is not known, and who is unknown does not count', { measure: 'FRESH', weight: 1, freshBefore: '2027-01-01' }, 1],
    ['the smallest of the groups', { measure: 'GROUPS', weight: 1, groups: ['a', 'b'] }, 1],
    ['a group of which nobody goes', { measure: 'GROUPS', weight: 1, groups: ['a', 'c'] }, 0],
  ])('%s', (_, term, expected) => {
    expect(measured(term)).toBe(expected);
  });

  test('who arrives after midnight was away that night, too', () => {
    const late = { ...ALL_NINE, team: ALL_NINE.team.map((one) => ({ ...one, journeys: [...one.journeys.slice(0, 3), { ...one.journeys[3]!, departsAt: at(12, '22:00') }] })) };
    expect([measured({ measure: 'NIGHTS', weight: 1 }, late), measured({ measure: 'PERSON_DAYS', weight: 1 }, late)]).toEqual([15, 18]);
  });

  test('who arrives on an earlier day than they left on, by the clocks there, was away for a day and no night', () => {
    const west: Problem = { ...problem, zones: [...problem.zones, { id: 'WEST', offsets: [{ from: 0, minutes: -600 }] }], places: problem.places.map((one) => (one.id === 'PAR' ? { ...one, zoneId: 'WEST' } : one)) };
    const home = { ...ALL_NINE, team: ALL_NINE.team.map((one) => ({ ...one, journeys: [{ ...one.journeys.at(-1)!, departsAt: at(12, '00:30') }] })) };
    expect(valueOf({ ...west, goals: [{ id: 'nights', terms: [{ measure: 'NIGHTS', weight: 1 }] }, { id: 'days', terms: [{ measure: 'PERSON_DAYS', weight: 1 }] }] }, home)).toEqual([0, 3]);
  });

  test('without a former plan nothing is kept', () => {
    expect(valueOf({ ...problem, former: null, goals: [{ id: 'one', terms: [{ measure: 'KEPT', weight: 1 }] }] }, ALL_NINE)).toEqual([0]);
  });
});

test('of two values the first level at which they differ decides', () => {
  expect([compareValues([1, 0], [0, 9]) > 0, compareValues([1, 2], [1, 3]) < 0, compareValues([1, 2], [1, 2])]).toEqual([true, true, 0]);
});
