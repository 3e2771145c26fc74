import { describe, expect, test } from 'vitest';

import { parsePlan, parseProblem } from './parse.ts';
import { ALL_NINE, WORKED } from './worked-example.fixture.ts';

type Json = Record<string, unknown> & Json[];
const copy = (): Json => JSON.parse(JSON.stringify(WORKED)) as Json;

/** What is said of the worked example with one thing put otherwise. */
function faultsOf(change: (problem: Json) => unknown): string[] {
  const problem = copy();
  change(problem);
  const parsed = parseProblem(problem);
  return parsed.isValid ? [] : parsed.faults.map(({ code, path }) => `${code} ${path}`);
}

const set = (target: unknown, more: object): unknown => Object.assign(target as object, more);
const at = (problem: Json, ...path: (string | number)[]): Json => path.reduce<Json>((one, key) => (one as Record<string | number, Json>)[key]!, problem);

describe('a problem out of JSON', () => {
  test('comes back as it was', () => {
    expect(parseProblem(copy())).toEqual({ isValid: true, value: WORKED });
    expect(parsePlan(JSON.parse(JSON.stringify(ALL_NINE)))).toEqual({ isValid: true, value: ALL_NINE });
  });

  test.each<[string, (problem: Json) => unknown, string[]]>([
    ['is an object', () => undefined, []],
    ['lacks nothing', (one) => delete (one as Record<string, unknown>)['period'], ['MISSING period']],
    ['has nothing that nobody asked for', (one) => set(at(one, 'persons', 0), { name: 'Somebody' }), ['UNKNOWN_FIELD persons[0].name']],
    ['has whole numbers', (one) => set(at(one, 'meetings', 0), { serviceMinutes: 0.5 }), ['NOT_AN_INTEGER meetings[0].serviceMinutes']],
    ['has safe numbers', (one) => set(at(one, 'meetings', 0), { profit: 2 ** 53 }), ['NOT_AN_INTEGER meetings[0].profit']],
    ['has one zero', (one) => set(at(one, 'meetings', 0), { serviceMinutes: -0 }), ['NOT_AN_INTEGER meetings[0].serviceMinutes']],
    ['has no negative minutes', (one) => set(at(one, 'meetings', 0), { serviceMinutes: -1 }), ['OUT_OF_RANGE meetings[0].serviceMinutes']],
    ['has days that there are', (one) => set(at(one, 'countries', 3, 'daysOff', 0), { day: '2027-02-29' }), ['NOT_A_DAY countries[3].daysOff[0].day']],
    ['knows its roles', (one) => set(at(one, 'persons', 0), { roles: ['KING'] }), ['NOT_ONE_OF persons[0].roles[0]']],
    ['knows its pins', (one) => set(one, { pins: [{ id: 'p', why: 'ADVISER', pin: 'MAYBE' }] }), ['NO_SUCH_ALTERNATIVE pins[0].pin']],
    ['knows its measures', (one) => set(at(one, 'goals', 0, 'terms', 0), { measure: 'LUCK' }), ['NO_SUCH_ALTERNATIVE goals[0].terms[0].measure']],
    ['has offsets for each zone', (one) => set(at(one, 'zones', 0), { offsets: [] }), ['EMPTY zones[0].offsets']],
    ['names places that there are', (one) => set(at(one, 'meetings', 0), { placeId: 'LYS' }), ['NO_SUCH_ID meetings[0].placeId']],
    ['names people that there are', (one) => set(at(one, 'borderRules', 0), { exceptPersons: ['Z'] }), ['NO_SUCH_ID borderRules[0].exceptPersons[0]']],
    ['names each once', (one) => set(at(one, 'persons', 1), { id: 'M' }), ['TWICE persons[1]']],
    ['names each need once, of the team or of a meeting', (one) => set(at(one, 'teamRule', 0), { id: 'S1-police' }), ['TWICE needs[3]']],
    ['has one rate of a country on a day', (one) => set(at(one, 'allowances', 'rates', 1), { countryId: 'BA' }), ['OVERLAP allowances.rates[1]']],
    ['may have another rate from the next day on', (one) => set(one, { allowances: { rules: at(one, 'allowances', 'rules'), rates: [{ ...at(one, 'allowances', 'rates', 0), validUntil: '2027-11-09' }, { ...at(one, 'allowances', 'rates', 0), id: 'next', validFrom: '2027-11-10' }] } }), []],
    ['has one set of terms on a day', (one) => at(one, 'allowances', 'rules').push({ ...at(one, 'allowances', 'rules', 0), id: 'again' } as unknown as Json), ['OVERLAP allowances.rules[1]']],
    ['has services that begin in the country of their place', (one) => set(at(one, 'travel', 0), { countries: ['AT', 'BA'] }), ['WRONG_ENDS travel[0].countries']],
    ['has matrices within a country', (one) => set(one, { travel: [{ type: 'MATRIX', id: 'm', placeIds: ['SJJ', 'BEG'], minutes: [[0, 1], [1, 0]] }] }), ['SEVERAL_COUNTRIES travel[0].placeIds']],
    ['may have matrices over abstract countries', (one) => set(one, { countries: [...at(one, 'countries')].map((country) => ({ ...country, isAbstract: true })), travel: [{ type: 'MATRIX', id: 'm', placeIds: ['SJJ', 'BEG'], minutes: [[0, 1], [1, 0]] }] }), []],
    ['has square matrices', (one) => set(one, { travel: [{ type: 'MATRIX', id: 'm', placeIds: ['SJJ'], minutes: [[0, 1]] }] }), ['NOT_SQUARE travel[0].minutes']],
    ['runs forwards', (one) => set(at(one, 'period'), { latestReturn: 0 }), ['BACKWARDS period']],
    ['is of a version that is known', (one) => set(one, { version: 2, unheard: true }), ['NEWER_VERSION version']],
  ])('%s', (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  test.each([null, [], 'text', 1])('%j is none', (value) => {
    expect(parseProblem(value)).toMatchObject({ isValid: false, faults: [{ code: 'NOT_AN_OBJECT', path: '' }] });
  });
});
