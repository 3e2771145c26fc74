/** The invented mission to Sarajevo, Belgrade and Pristina becomes a problem that a planner can be asked, and nothing that is not known becomes a number in it. */
import { parseProblem, type Problem } from '@passerelle/shared/planning.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { zoneOf } from './dated.ts';
import type { MissionFacts } from './facts.ts';
import { missionFacts } from './load.ts';
import { ratesOf } from './money.ts';
import { type Posed, problemOf } from './problem.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const MISSION = '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';
const database = testDatabase('full');
let facts: MissionFacts;
let posed: Posed;

beforeAll(async () => {
  facts = (await missionFacts(database().orm.em.fork(), MISSION))!;
  posed = problemOf(facts);
});

const faultsOf = (problem: Problem): unknown => {
  const parsed = parseProblem(JSON.parse(JSON.stringify(problem)));
  return parsed.isValid ? [] : parsed.faults;
};

describe('the invented mission', () => {
  test('becomes a problem without a fault, whatever is planned with', () => {
    expect(faultsOf(posed.problem)).toEqual([]);
    expect(faultsOf(problemOf(facts, { ...DEFAULT_SETTINGS, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], isTeamKept: false, workRules: null }).problem)).toEqual([]);
  });

  test('begins when its first day does in Paris, and ends with its last', () => {
    const at = (instant: number): string => new Date(instant * 60_000).toISOString();
    expect([at(posed.problem.period.earliestDeparture), at(posed.problem.period.latestReturn)]).toEqual(['2027-11-07T23:00:00.000Z', '2027-11-12T23:00:00.000Z']);
  });

  test('has its meetings with what they need, and the hour that a host has confirmed is fixed', () => {
    expect(posed.problem.meetings.map(({ placeId, side, serviceMinutes, isMandatory, windows, needs }) => [placeId, side, serviceMinutes, isMandatory, windows?.length ?? null, needs.map(({ kind }) => kind)])).toEqual(expect.arrayContaining([
      ['sarajevo', 'NGO', 90, false, 1, ['NGO']], ['belgrade', 'JUSTICE', 90, true, 1, ['MAGISTRATE']], ['belgrade', 'POLICE', 60, false, null, ['POLICE']], ['belgrade', 'POST', 45, false, null, []],
    ]));
    expect(posed.problem.pins.flatMap((pin) => (pin.pin === 'AT' ? [new Date(pin.startsAt * 60_000).toISOString()] : []))).toEqual(['2027-11-10T09:00:00.000Z']);
    expect(posed.problem.precedences).toMatchObject([{ gapMinutes: 30, kind: 'IF_BOTH' }]);
  });

  test('knows the holiday in Belgrade on the eleventh, with its source', () => {
    const serbia = posed.problem.countries.find(({ id }) => id === 'RS')!;
    expect(serbia.daysOff.map(({ day, kind, source }) => [day, kind, source.text.length > 0])).toEqual([['2027-11-11', 'HOLIDAY', true]]);
  });

  test('travels by links of which everything is known; of the others it is said what is not', () => {
    const ways = posed.problem.travel.flatMap((way) => (way.type === 'SERVICE' ? [`${way.from} ${way.to} ${way.mode} ${way.countries.join(' ')}`] : []));
    expect(ways).toEqual(expect.arrayContaining(['paris sarajevo FLIGHT FR BA', 'sarajevo belgrade ROAD BA RS', 'belgrade pristina ROAD RS XK', 'pristina paris FLIGHT XK FR']));
    expect(ways.some((way) => way.startsWith('vienna skopje'))).toBe(false);
    expect(posed.leftOut).toContainEqual({ key: 'vienna-skopje-flight', lacking: ['VALID_FROM', 'MINUTES', 'FARE', 'WEEKDAYS', 'HOURS'] });
    expect(posed.leftOut).toContainEqual({ key: 'belgrade-pristina-flight', lacking: [] });
  });

  test('is refused at the border by a rule that leads to its source, and that nobody has checked', () => {
    expect(posed.problem.borderRules).toMatchObject([{ type: 'LAST_ENTRY', from: 'XK', to: 'RS', unlessEnteredFrom: ['RS'], validUntil: null, source: { isVerified: false, checkedOn: null } }]);
    expect(posed.problem.borderRules![0]!.source.text).toContain('Embassy of Serbia');
  });

  test('costs what the rule of the State and the invented rates say, within its envelope', () => {
    expect(posed.problem.allowances!.rules.map(({ id, night, lunch }) => [id, night.permille, lunch.from])).toEqual([['interior-2023', 650, 720]]);
    expect(posed.problem.allowances!.rates.filter(({ countryId }) => countryId === 'RS').map(({ centsPerDay, micros, validUntil }) => [centsPerDay, micros, validUntil])).toEqual([[13_000, 1_000_000, null]]);
    expect(posed.problem.limits).toMatchObject([{ id: 'envelope', cents: facts.envelopeCents }]);
  });

  test('says who goes, from where, and nothing of who they are', () => {
    const { problem, assumedHomes } = posed;
    expect(problem.persons.length).toBe(5);
    expect(problem.persons.map(({ startPlaceId }) => startPlaceId).sort()).toEqual(['bucharest', 'paris', 'paris', 'paris', 'paris']);
    expect(assumedHomes.length).toBe(3);
    expect(problem.persons.filter(({ isReserve }) => isReserve).length).toBe(facts.persons.filter(({ isSubstitute }) => isSubstitute).length);
    expect(problem.teamRule.map(({ kind, atLeast }) => [kind, atLeast])).toEqual([['MAGISTRATE', 1], ['NGO', 1], ['POLICE', 1]]);
    expect(JSON.stringify(problem)).not.toMatch(/@|passerelle\.example/);
  });
});

test('of who plans no mission nothing is found', async () => {
  expect(await missionFacts(database().orm.em.fork(), '00000000-0000-4000-8000-000000000000')).toBeUndefined();
});

describe('somebody who was asked', () => {
  const asked: MissionFacts['persons'][number] = {
    key: 'x', roles: ['MAGISTRATE'], languages: [], themes: [], isMember: false, isSubstitute: false, isExpert: true, homeCity: 'paris', mostDays: null, lastMissionOn: null, engagements: [{ from: Date.UTC(2027, 10, 9, 8), until: Date.UTC(2027, 10, 9, 9, 30), isFirm: true }],
    clearances: [{ from: '2027-11-01', until: '2027-11-10' }], answers: [{ day: '2027-11-08', answer: 'YES' }, { day: '2027-11-09', answer: 'YES' }, { day: '2027-11-10', answer: 'NO' }, { day: '2027-11-11', answer: 'PERHAPS' }],
  };
  const blocks = (taken: typeof DEFAULT_SETTINGS.taken, person = asked) => problemOf({ ...facts, persons: [person] }, { ...DEFAULT_SETTINGS, taken }).problem.persons[0]!.blocks.map(({ cause, from, until }) => [cause, new Date(from * 60_000).toISOString().slice(0, 16), (until - from) / 60]);

  test('cannot when they are engaged, have said no, or may not be away, and may not where nobody knows', () => {
    expect(blocks([])).toEqual([
      ['ENGAGED', '2027-11-09T08:00', 1.5], ['ANSWERED_NO', '2027-11-09T23:00', 24], ['PERHAPS', '2027-11-10T23:00', 24], ['NOT_ASKED', '2027-11-11T23:00', 24], ['NOT_CLEARED', '2027-11-10T23:00', 48],
    ]);
  });

  test('of an NGO needs a clearance only where one is recorded, as the board says; anybody else needs one for each day', () => {
    const lacking = (changes: Partial<typeof asked>): unknown[] => blocks([], { ...asked, ...changes }).filter(([cause]) => cause === 'NOT_CLEARED').map(([, , hours]) => hours);
    expect([lacking({ roles: ['NGO'], clearances: [] }), lacking({ roles: ['NGO'] }), lacking({ clearances: [] })]).toEqual([[], [48], [120]]);
  });

  test('may be planned with where whoever plans takes what is not known for a yes', () => {
    expect(blocks(['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED']).map(([cause]) => cause)).toEqual(['ENGAGED', 'ANSWERED_NO']);
  });
});

test('a rate in another currency is worth what its exchange says, and on days without one nothing is known', () => {
  const source = { source: 'S', sourceUrl: null, checkedOn: '2026-11', isVerified: true };
  const rates = ratesOf(
    [{ ...source, key: 'a', country: 'RS', centsPerDay: 100, currency: 'RSD', validFrom: '2027-01-01' }, { ...source, key: 'b', country: 'RS', centsPerDay: 200, currency: 'EUR', validFrom: '2028-01-01' }],
    [{ ...source, key: 'x', currency: 'RSD', micros: 8500, validFrom: '2027-03-01' }, { ...source, key: 'y', currency: 'RSD', micros: 8600, validFrom: '2027-07-01' }]);
  expect(rates.map(({ id, validFrom, validUntil, micros, source: { checkedOn } }) => [id, validFrom, validUntil, micros, checkedOn])).toEqual([
    ['a.x', '2027-03-01', '2027-06-30', 8500, '2026-11-01'], ['a.y', '2027-07-01', '2027-12-31', 8600, '2026-11-01'], ['b', '2028-01-01', null, 1_000_000, '2026-11-01'],
  ]);
});

test('the clocks of a zone change at their minute', () => {
  const { offsets } = zoneOf('Europe/Paris', '2027-10-29', '2027-11-01');
  expect(offsets.map(({ from, minutes }) => [new Date(from * 60_000).toISOString(), minutes])).toEqual([['2027-10-27T00:00:00.000Z', 120], ['2027-10-31T01:00:00.000Z', 60]]);
});
