import { expect, test } from 'vitest';

import type { Removable } from './answer.ts';
import { apply, remove } from './apply.ts';
import { brute } from './brute.fixture.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate/index.ts';
import { valueOf } from './value.ts';
import { ALL_NINE, at, FEW, held, journey, member, moved, ROUTE, without, WORKED } from './worked-example.fixture.ts';

test('all nine meetings by Sarajevo, Belgrade and Pristina are valid', () => {
  expect(validate(WORKED, ALL_NINE)).toEqual([]);
});

test('what they are worth can be told by hand', () => {
  // Fares: 3 × (200 + 30 + 250) euros and one car of 150. Allowances of each: Sarajevo a night, two midday meals less the second (left at noon), one evening meal; Belgrade two nights, one midday meal and two evening meals; Pristina one night, one midday meal and one evening meal.
  const [fares, each] = [3 * (20_000 + 3_000 + 25_000) + 15_000, (650 + 175 + 175) + (2 * 650 + 175 + 2 * 175) + (650 + 175 + 175)];
  const allowances = 3 * each * 10;
  expect(valueOf(WORKED, ALL_NINE)).toEqual([90, 3, -(fares + allowances + 20_000 + 5_000), -12]);
});

const PRISTINA_FIRST = [journey('PAR-PRN', at(8, '07:00')), journey('PRN-BEG', at(9, '12:00')), journey('BEG-PRN', at(11, '08:00')), journey('PRN-PAR', at(12, '14:00'))];
const pristinaFirst: Plan = {
  ...ALL_NINE, parties: [{ id: 'all', journeys: PRISTINA_FIRST }], team: [member('M', PRISTINA_FIRST), member('O', PRISTINA_FIRST), member('N', PRISTINA_FIRST)],
  meetings: [held('P1', at(8, '14:00')), held('B1', at(10, '09:30'))],
};

test('Pristina before Belgrade is refused by the border rule, whose source can be read', () => {
  const found = validate(WORKED, pristinaFirst);
  expect(found).toEqual(['M', 'N', 'O'].map((id) => ({ code: 'H7', fault: 'CROSSING_REFUSED', about: [{ kind: 'PERSON', id }, { kind: 'TRAVEL', id: 'PRN-BEG' }, { kind: 'RULE', id: 'xk-rs' }], at: at(9, '12:00'), amount: null })));
  expect(WORKED.borderRules!.find(({ id }) => id === 'xk-rs')).toMatchObject({ validFrom: '2016-01-01', source: { url: 'https://warsaw.mfa.gov.rs', isVerified: false } });
});

test.each([['SJJ', 'BEG', 'PRN'], ['SJJ', 'PRN', 'BEG'], ['BEG', 'SJJ', 'PRN'], ['BEG', 'PRN', 'SJJ'], ['PRN', 'SJJ', 'BEG'], ['PRN', 'BEG', 'SJJ']])('%s, %s, %s: of all orders one alone has a plan', (...placeIds) => {
  const { best } = brute({ ...FEW, pins: [{ id: 'order', why: 'ADVISER', pin: 'ORDER', placeIds }] }, { step: 30, maxOwn: 0, maxAsked: 100_000 });
  expect(best?.plan.meetings.map(({ meetingId }) => meetingId)).toEqual(placeIds.join() === 'SJJ,BEG,PRN' ? ['S3', 'B1', 'P1'] : undefined);
});

test('Pristina before Belgrade cannot be had together with the border rule: without either there is a plan', () => {
  const wished: Problem = { ...FEW, meetings: FEW.meetings.filter(({ id }) => id !== 'S3'), pins: [{ id: 'order', why: 'ADVISER', pin: 'ORDER', placeIds: ['PRN', 'BEG'] }] };
  const conflict: readonly Removable[] = [{ kind: 'PIN', id: 'order' }, { kind: 'RULE', id: 'xk-rs' }];
  const hasPlan = (problem: Problem): boolean => brute(problem, { step: 30, maxOwn: 0, maxAsked: 100_000 }).best !== null;
  expect([hasPlan(wished), ...conflict.map((one) => hasPlan(remove(wished, one)))]).toEqual([false, true, true]);
});

test('through Belgrade to Pristina and back to Belgrade is let through', () => {
  const back = [ROUTE[0]!, ROUTE[1]!, journey('BEG-PRN', at(10, '08:00')), journey('PRN-BEG', at(11, '08:00')), journey('BEG-PRN', at(12, '07:00')), ROUTE[3]!];
  const found = validate(WORKED, { ...ALL_NINE, parties: [{ id: 'all', journeys: back }], team: [member('M', back), member('O', back), member('N', back)], meetings: [held('S1', at(8, '10:30'))] });
  expect(found.filter(({ code }) => code === 'H7')).toEqual([]);
});

test('nothing is in Belgrade on Thursday: the holiday says so', () => {
  const late = [ROUTE[0]!, ROUTE[1]!, journey('BEG-PRN', at(11, '16:00')), ROUTE[3]!];
  const plan: Plan = { ...without(ALL_NINE, 'P1', 'P2'), parties: [{ id: 'all', journeys: late }], team: [member('M', late), member('O', late), member('N', late)] };
  expect(validate(WORKED, moved(plan, held('P3', at(12, '10:30'))))).toEqual([]);
  expect(validate(WORKED, moved(moved(plan, held('P3', at(12, '10:30'))), held('B3', at(11, '10:00'))))).toEqual([
    { code: 'H1', fault: 'DAY_OFF', about: [{ kind: 'MEETING', id: 'B3' }, { kind: 'DAY_OFF', id: 'rs-armistice' }], at: at(11, '10:00'), amount: null },
  ]);
});

/** The police officer is free from Wednesday on. */
const LATE_POLICE: Problem = { ...WORKED, persons: WORKED.persons.map((one) => (one.id === 'O' ? { ...one, blocks: [{ id: 'O-busy', from: at(8, '00:00'), until: at(10, '00:00'), cause: 'ENGAGED' }] } : one)) };
const joining = [journey('PAR-BEG', at(10, '07:00')), ROUTE[2]!, ROUTE[3]!];
const inTwo: Plan['meetings'] = ALL_NINE.meetings.map((one) => (one.meetingId.startsWith('S') ? held(one.meetingId, one.startsAt, ['M', 'N']) : one.meetingId === 'B1' ? held('B1', at(10, '10:00')) : one));
const joined: Plan = { ...ALL_NINE, team: [member('M'), member('O', joining), member('N')], meetings: inTwo };

test('without the police in Sarajevo what needs them there is refused, and left out is what remains valid', () => {
  expect(validate(LATE_POLICE, ALL_NINE)).toEqual([{ code: 'H4', fault: 'BLOCKED', about: [{ kind: 'PERSON', id: 'O' }, { kind: 'BLOCK', id: 'O-busy' }], at: at(8, '00:00'), amount: null }]);
  expect(validate(LATE_POLICE, joined)).toEqual(['S1', 'S2'].map((id) => ({ code: 'H3', fault: 'NEED_UNMET', about: [{ kind: 'MEETING', id }, { kind: 'NEED', id: `${id}-police` }], at: null, amount: 1 })));
  expect(validate(LATE_POLICE, without(joined, 'S1', 'S2'))).toEqual([]);
});

test('the change that frees them on Monday and Tuesday brings these in', () => {
  const freed = apply(LATE_POLICE, { change: 'FREE_PERSON', personId: 'O', from: at(8, '00:00'), until: at(10, '00:00') });
  expect(freed === 'NOT_APPLICABLE' || validate(freed, ALL_NINE)).toEqual([]);
});
