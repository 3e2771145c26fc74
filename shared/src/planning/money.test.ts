import { describe, expect, test } from 'vitest';

import { costsOf } from './costs.ts';
import { factsOf } from './facts.ts';
import type { Interpreter } from './laws.ts';
import type { Plan } from './plan.ts';
import type { CostKind, Meeting, Problem } from './problem.ts';
import { readPlan } from './reading.ts';
import { validate } from './validate/index.ts';
import { ALL_NINE, at, dated, held, journey, member, moved, ROUTE, without, WORKED } from './worked-example.fixture.ts';

const lines = (problem: Problem, plan: Plan, kind: CostKind) => costsOf(factsOf(problem), readPlan(factsOf(problem), plan)).lines.filter((line) => line.kind === kind);
const total = (problem: Problem, plan: Plan, kind: CostKind): number => lines(problem, plan, kind).reduce((sum, { cents }) => sum + cents, 0);
const onMeeting = (id: string, more: Partial<Meeting>): Problem => ({ ...WORKED, meetings: WORKED.meetings.map((one) => (one.id === id ? { ...one, ...more } : one)) });
const [terms] = WORKED.allowances!.rules;
const counted = (problem: Problem, placeId: string) => lines(problem, ALL_NINE, 'ALLOWANCE').filter(({ about }) => about[0]!.id === 'M' && about[1]!.id === placeId).map((line) => ({ ...line.counted, cents: line.cents }));

describe('allowances', () => {
  test('nights and meals of a stay are those of its local days', () => {
    expect(counted(WORKED, 'BEG')).toEqual([{ nights: ['2027-11-10', '2027-11-11'], lunches: ['2027-11-10'], dinners: ['2027-11-09', '2027-11-10'], cents: 18_250 }]);
  });

  test('a meal that a host gives is taken from its own day: where none is counted on that day nothing goes', () => {
    expect(counted(onMeeting('B2', { provides: 'LUNCH' }), 'BEG')).toMatchObject([{ lunches: [], cents: 16_500 }]);
    expect(counted(onMeeting('B3', { provides: 'DINNER' }), 'BEG')).toMatchObject([{ lunches: ['2027-11-10'], dinners: ['2027-11-09'] }]);
    expect(counted(onMeeting('S3', { provides: 'LUNCH' }), 'SJJ')).toMatchObject([{ lunches: ['2027-11-08'] }]);
  });

  test('where the host lodges somebody no night is counted', () => {
    const lodged: Problem = { ...WORKED, persons: WORKED.persons.map((one) => ({ ...one, lodgedAt: ['BEG'] })) };
    expect(counted(lodged, 'BEG')).toMatchObject([{ nights: [], cents: 5_250 }]);
  });

  test('where somebody starts or ends nothing is given, though they come through', () => {
    const ends = { ...WORKED, persons: WORKED.persons.map((one) => ({ ...one, endPlaceId: 'BEG' })) };
    const back: Plan = { ...ALL_NINE, team: [member('M', [...ROUTE.slice(0, 3), journey('PRN-BEG', at(12, '12:00'))])] };
    expect(lines(ends, back, 'ALLOWANCE').map(({ about }) => about[1]!.id)).toEqual(['SJJ', 'PRN']);
  });

  test('a rate that changes during a stay makes a line for each, each rounded once', () => {
    const [bosnia, serbia, kosovo] = WORKED.allowances!.rates as [NonNullable<Problem['allowances']>['rates'][number], NonNullable<Problem['allowances']>['rates'][number], NonNullable<Problem['allowances']>['rates'][number]];
    const raised: Problem = { ...WORKED, allowances: { rules: [terms!], rates: [bosnia, { ...serbia, validUntil: '2027-11-10' }, { ...serbia, id: 'later', validFrom: '2027-11-11', centsPerDay: 10_001 }, kosovo] } };
    expect(counted(raised, 'BEG').map(({ nights, cents }) => [nights, cents])).toEqual([[['2027-11-10'], 11_750], [['2027-11-11'], 6_501]]);
  });

  test('a rate that is unknown breaks the plan only where something is counted', () => {
    const through: Plan = {
      ...ALL_NINE, team: [member('M'), member('O', [journey('PAR-BEG', at(10, '07:00')), ROUTE[2]!, ROUTE[3]!]), member('N')],
      meetings: without(ALL_NINE, 'S1', 'S2').meetings.map((one) => (one.meetingId === 'S3' ? held('S3', one.startsAt, ['M', 'N']) : one.meetingId === 'B1' ? held('B1', at(10, '10:00')) : one)),
    };
    const unknown: Problem = { ...WORKED, allowances: { rules: [{ ...terms!, night: { ...terms!.night, permille: 0 }, dinner: { ...terms!.dinner, permille: 0 } }], rates: WORKED.allowances!.rates.filter(({ countryId }) => countryId !== 'BA') } };
    // M and N have midday meals in Sarajevo; O never goes there.
    expect(validate(unknown, through).map(({ fault, about }) => [fault, ...about.map(({ id }) => id)])).toEqual([['NO_RATE', 'M', 'BA'], ['NO_RATE', 'N', 'BA']]);
    const nothing: Problem = { ...unknown, allowances: { ...unknown.allowances!, rules: [{ ...unknown.allowances!.rules[0]!, lunch: { ...terms!.lunch, permille: 0 } }] } };
    expect(validate(nothing, through)).toEqual([]);
  });
});

describe('fares', () => {
  test('of a vehicle are shared by who leaves with it', () => {
    expect(lines(WORKED, ALL_NINE, 'FARE').find(({ about }) => about[0]!.id === 'BEG-PRN')).toMatchObject({ units: 1, cents: 15_000 });
    const two: Problem = { ...WORKED, travel: WORKED.travel.map((one) => (one.type === 'SERVICE' && one.id === 'BEG-PRN' ? { ...one, seats: 2 } : one)) };
    expect(lines(two, ALL_NINE, 'FARE').find(({ about }) => about[0]!.id === 'BEG-PRN')).toMatchObject({ units: 2, cents: 30_000 });
  });

  test('who leaves at another minute takes another vehicle', () => {
    const apart: Plan = { ...ALL_NINE, team: [member('M'), member('O'), member('N', [ROUTE[0]!, ROUTE[1]!, journey('BEG-PRN', at(11, '09:00')), ROUTE[3]!])] };
    expect(lines(WORKED, apart, 'FARE').filter(({ about }) => about[0]!.id === 'BEG-PRN')).toHaveLength(2);
  });
});

describe('interpreters', () => {
  const serbian = [{ id: 'B1-sr', anyOf: [{ language: 'sr', atLeast: 'C1' }], mayInterpret: true }] as const;
  const both = onMeeting('B1', { languages: serbian });
  const used = moved(ALL_NINE, { ...held('B1', at(10, '09:30')), interpreted: [{ needId: 'B1-sr', interpreterId: 'int-sr' }] });
  const by = (more: Partial<Interpreter>): Problem => ({ ...both, interpreters: [{ ...both.interpreters[0]!, ...more }] });

  test('are paid by what is used: a meeting, a half of a day, a day', () => {
    expect([total(by({ per: 'MEETING' }), used, 'INTERPRETER'), total(both, used, 'INTERPRETER'), total(by({ per: 'HALF_DAY', halfDayAt: 660 }), used, 'INTERPRETER'), total(by({ per: 'DAY' }), used, 'INTERPRETER')]).toEqual([40_000, 20_000, 40_000, 20_000]);
  });

  test('a meeting that lies in both halves uses both, and one that ends with a half that one alone', () => {
    expect(total(by({ halfDayAt: 750 }), used, 'INTERPRETER')).toBe(20_000);
    expect(total(by({ halfDayAt: 720 }), used, 'INTERPRETER')).toBe(40_000);
  });

  test('are at no more meetings at once than there are of them, and each who is used at once is paid', () => {
    const apart = moved(moved(ALL_NINE, { ...held('B1', at(10, '11:30'), ['M']), interpreted: [{ needId: 'B1-sr', interpreterId: 'int-sr' }] }), held('B2', at(10, '11:30'), ['O', 'N']));
    expect(validate(both, apart).map(({ fault }) => fault)).toEqual(['INTERPRETER_TAKEN', 'INTERPRETER_TAKEN']);
    expect(validate(by({ atOnce: 2 }), apart)).toEqual([]);
    expect(total(by({ atOnce: 2 }), apart, 'INTERPRETER')).toBe(40_000);
  });

  test('work while their offer is in force', () => {
    expect(validate(by({ ...dated('int-sr'), validUntil: '2027-11-09' }), used).map(({ fault }) => fault)).toEqual(['NO_SUCH_INTERPRETER', 'NO_SUCH_INTERPRETER']);
  });
});
