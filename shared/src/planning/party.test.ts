import { describe, expect, test } from 'vitest';

import type { Journey, Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate/index.ts';
import { ALL_NINE, at, held, journey, member, ROUTE, WORKED } from './worked-example.fixture.ts';

const faults = (problem: Problem, plan: Plan): string[] => validate(problem, plan).map(({ code, fault, about }) => [code, fault, ...about.map(({ id }) => id)].join(' '));
const TOGETHER: Problem = { ...WORKED, riding: 'TOGETHER', teamRule: [] };
const JOINING: Problem = { ...WORKED, teamRule: [] };

/** O comes by an own flight to Belgrade on Wednesday; the others come from Sarajevo. */
const own = journey('PAR-BEG', at(10, '07:00'));
const plan = (party: readonly Journey[], o: readonly Journey[], ...meetings: Plan['meetings'][number][]): Plan => ({ ...ALL_NINE, parties: [{ id: 'all', journeys: party }], team: [member('M'), member('O', o), member('N')], meetings });

describe('people travel as parties', () => {
  test('who joins on the way rides a part of the journeys', () => {
    const joins = plan(ROUTE, [own, ...ROUTE.slice(2)], held('S3', at(9, '09:00'), ['M', 'N']), held('B1', at(10, '10:30')));
    expect(faults(JOINING, joins)).toEqual([]);
    expect(faults(TOGETHER, joins)).toEqual(['PARTY NOT_WITH_PARTY O all']);
  });

  test('together, each comes and goes on their own and rides all that is between', () => {
    const between = plan(ROUTE.slice(2), [own, ...ROUTE.slice(2)], held('B1', at(10, '10:30')), held('P1', at(11, '14:00')));
    expect(faults(TOGETHER, between)).toEqual([]);
  });

  test('together, nobody leaves before the end', () => {
    const offered: Problem = { ...TOGETHER, travel: TOGETHER.travel.map((one) => (one.id === 'SJJ-PAR' ? { ...one, isOffered: true } as Problem['travel'][number] : one)) };
    const leaves = plan(ROUTE, [ROUTE[0]!, journey('SJJ-PAR', at(9, '07:00'))], held('S1', at(8, '10:30')));
    expect(faults({ ...offered, riding: 'JOIN_LEAVE' }, leaves)).toEqual([]);
    expect(faults(offered, leaves)).toEqual(['PARTY NOT_WITH_PARTY O all']);
  });

  test('nobody attends anything on their own way there', () => {
    const early = plan(ROUTE.slice(2), [own, ...ROUTE.slice(2)], held('S3', at(9, '09:00'), ['M', 'N']), held('B1', at(10, '10:30')));
    expect(faults(TOGETHER, early)).toEqual(['PARTY NOT_WITH_PARTY M all', 'PARTY NOT_WITH_PARTY N all']);
  });

  test('a part is unbroken: who leaves between comes back to nothing', () => {
    const around: Problem = { ...JOINING, travel: [...JOINING.travel, { ...JOINING.travel.find(({ id }) => id === 'SJJ-BEG')!, id: 'SJJ-BEG-by-car' }] as Problem['travel'] };
    const apart = plan(ROUTE, [ROUTE[0]!, { ...ROUTE[1]!, travelId: 'SJJ-BEG-by-car' }, ...ROUTE.slice(2)], held('B1', at(10, '10:30')));
    expect(faults(around, apart)).toEqual([]);
    expect(faults(around, { ...apart, meetings: [held('S3', at(9, '09:00')), ...apart.meetings] })).toEqual(['PARTY NOT_WITH_PARTY O all']);
  });

  test('a party without journeys is in one place', () => {
    expect(faults(TOGETHER, plan([], [own, ...ROUTE.slice(2)], held('B1', at(10, '10:30'))))).toEqual([]);
    expect(faults(TOGETHER, plan([], [own, ...ROUTE.slice(2)], held('B1', at(10, '10:30')), held('P1', at(11, '14:00'))))).toEqual(['PARTY NOT_WITH_PARTY M all', 'PARTY NOT_WITH_PARTY N all', 'PARTY NOT_WITH_PARTY O all']);
  });

  test('who rides none of its journeys is once where the party is', () => {
    const inBelgrade = (o: readonly Journey[]): Plan => plan([], o, held('B1', at(10, '10:30'), ['M', 'N']));
    expect(faults(TOGETHER, inBelgrade([own, ...ROUTE.slice(2)]))).toEqual([]);
    const passesBy: Problem = { ...TOGETHER, travel: TOGETHER.travel.map((one) => (one.id === 'SJJ-PAR' ? { ...one, isOffered: true } as Problem['travel'][number] : one)) };
    expect(faults(passesBy, inBelgrade([ROUTE[0]!, journey('SJJ-PAR', at(9, '07:00'))]))).toEqual(['PARTY NOT_WITH_PARTY O all']);
  });

  test('the journeys of a party follow each other, though nobody may ride them all', () => {
    const broken = plan([...ROUTE.slice(0, 1), ...ROUTE.slice(2)], [own, ...ROUTE.slice(2)], held('P1', at(11, '14:00'), ['O']));
    expect(faults(JOINING, broken)).toEqual(['H2 DEPARTS_FROM_ELSEWHERE all BEG-PRN']);
  });

  test('of two parties each has meetings of its own', () => {
    const two: Plan = { ...plan(ROUTE, ROUTE, held('S3', at(9, '09:00'), ['M', 'N']), held('P1', at(11, '14:00'), ['O'])), parties: [{ id: 'all', journeys: ROUTE }, { id: 'two', journeys: ROUTE }], team: [member('M'), { ...member('O'), partyId: 'two' }, member('N')] };
    expect(faults({ ...TOGETHER, maxParties: 2 }, two)).toEqual([]);
    const ordered = (placeIds: readonly string[]): Problem => ({ ...TOGETHER, maxParties: 2, pins: [{ id: 'order', why: 'ADVISER', pin: 'ORDER', placeIds }] });
    // Of each party by itself: only one of them is in two of the places.
    const apart: Plan = { ...two, meetings: [...two.meetings, held('B1', at(10, '09:30'), ['M', 'N'])] };
    expect([faults(ordered(['PRN', 'SJJ']), apart), faults(ordered(['BEG', 'SJJ']), apart)]).toEqual([[], ['H12 PIN_BROKEN order']]);
  });
});
