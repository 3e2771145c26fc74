import { expect, test } from 'vitest';
import { at, FEW, meeting, person, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem, TimeWindow } from '@passerelle/shared/planning.ts';

import { bruteSolve } from './brute-solve.fixture.ts';
import { Asking, conflictsOf, leftOut, sayConflicts, sayLeftOut, sayLeg, whyThisLeg, type Valued } from './index.ts';

const solve = bruteSolve({ step: 30, maxOwn: 0, maxAsked: 3_100 });
const asking = (): Asking => new Asking(solve, { maxSolves: 100 });
const bestOf = (problem: Problem): Valued => {
  const { plan, value } = solve(problem);
  return { plan: plan!, value: value! };
};

const startsAt = (day: number, hour: string): TimeWindow => ({ id: `${day} ${hour}`, bounds: 'START', from: at(day, hour), until: at(day, hour) });
/** In four nights: in more one could go through Belgrade to Pristina and be let back in, if it were not for the holiday and the rest. */
const BELGRADE_AND_PRISTINA: Problem = {
  ...FEW, maxNights: 4, travel: FEW.travel.filter(({ id }) => !id.includes('SJJ')), meetings: FEW.meetings.filter(({ id }) => id !== 'S3').map((one) => ({ ...one, windows: one.windows!.filter(({ id }) => id.endsWith('10:00')) })),
};

test('Belgrade comes before Pristina because the border rule refuses the other way, and its source can be read', () => {
  const { legs: [leg, ...others], isComplete } = whyThisLeg(asking(), BELGRADE_AND_PRISTINA, bestOf(BELGRADE_AND_PRISTINA));
  expect(leg).toEqual({ partyId: 'all', from: 'BEG', to: 'PRN', is: 'REFUSED', about: [{ kind: 'RULE', id: 'xk-rs' }], isMinimal: true, instead: null, loses: null, fallsOut: [] });
  expect([others, isComplete]).toEqual([[], true]);
  expect(WORKED.borderRules!.find(({ id }) => id === 'xk-rs')!.source).toMatchObject({ text: 'Embassy of Serbia in Warsaw', checkedOn: '2026-11-28', isVerified: false });
  expect(sayLeg(leg!)).toMatchObject({ code: 'LEG.REFUSED', about: [{ kind: 'PLACE', id: 'BEG' }, { kind: 'PLACE', id: 'PRN' }, ...leg!.about] });
});

test('Pristina before Belgrade is a wish that the border rule does not allow: one of what is named has to go', () => {
  const wished: Problem = { ...BELGRADE_AND_PRISTINA, pins: [{ id: 'order', why: 'ADVISER', pin: 'ORDER', placeIds: ['PRN', 'BEG'] }] };
  const { conflicts, isResolved } = conflictsOf(asking(), wished);
  expect(conflicts.map(({ members, isMinimal }) => [members.map(({ id }) => id), isMinimal])).toEqual([[['order', 'B1', 'P1', 'xk-rs'], true]]);
  expect([isResolved, sayConflicts(conflicts, isResolved).map(({ code }) => code)]).toEqual([true, ['CONFLICT.MINIMAL']]);
});

/** The ministry in Sarajevo receives on Monday, with the police; the police officer is free from Wednesday on. */
const LATE_POLICE: Problem = {
  ...FEW, maxTeam: null, persons: [person('M', ['MAGISTRATE']), person('O', ['POLICE'], { blocks: [{ id: 'O-busy', from: at(8, '00:00'), until: at(10, '00:00'), cause: 'ENGAGED' }] })],
  meetings: [meeting('S1', 'SJJ', { needs: [{ id: 'S1-police', kind: 'POLICE', atLeast: 1 }], windows: [startsAt(8, '10:30')] }), meeting('P1', 'PRN', { windows: [startsAt(12, '10:00')] })],
};

test('the ministry that wants the police on Monday is out because they are engaged on Monday and Tuesday, and in when they are free', () => {
  const { leftOut: [one], isComplete } = leftOut(asking(), LATE_POLICE, bestOf(LATE_POLICE));
  expect([isComplete, one!.why, one!.about.filter(({ kind }) => kind === 'NEED' || kind === 'BLOCK')]).toEqual([true, 'NOBODY_FOR_NEED', [{ kind: 'NEED', id: 'S1-police' }, { kind: 'BLOCK', id: 'O-busy' }]]);
  expect(one!.witness).toMatchObject({ changes: [{ change: 'FREE_PERSON', personId: 'O', from: at(8, '07:00'), until: at(10, '00:00') }], price: 12, isCheapest: true, isLeast: true });
  expect(one!.witness!.plan.meetings.map(({ meetingId }) => meetingId).sort()).toEqual(['P1', 'S1']);
  expect(sayLeftOut(one!).map(({ code, amount, from }) => [code, amount, from])).toEqual([['LEFT_OUT.NOBODY_FOR_NEED', null, null], ['WITNESS.CHEAPEST', 12, null], ['CHANGE.FREE_PERSON', null, at(8, '07:00')]]);
});

/** Belgrade could receive on Thursday alone, which is a holiday there. */
const ON_THURSDAY: Problem = {
  ...FEW, efforts: [{ change: 'EXCUSE_DAY_OFF', base: 6, perUnit: 0, unit: 1 }, { change: 'OFFER_SERVICE', base: 2, perUnit: 0, unit: 1 }],
  meetings: [meeting('B1', 'BEG', { windows: [startsAt(11, '10:00')] }), meeting('P1', 'PRN', { windows: [startsAt(12, '10:00')] })],
};

test('Belgrade on Thursday is out because of the holiday, and in when the host excuses it', () => {
  const { leftOut: [one] } = leftOut(asking(), ON_THURSDAY, bestOf(ON_THURSDAY));
  expect([one!.meetingId, one!.why, one!.about.filter(({ kind }) => kind === 'DAY_OFF')]).toEqual(['B1', 'DAY_OFF', [{ kind: 'DAY_OFF', id: 'rs-armistice' }]]);
  expect(one!.witness).toMatchObject({ changes: [{ change: 'EXCUSE_DAY_OFF', meetingId: 'B1', day: '2027-11-11' }], price: 6, isCheapest: true });
});
