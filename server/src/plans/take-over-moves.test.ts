/** A plan that is taken over after another: what the first one wrote goes or is written anew, what somebody has typed or paid stays, and each of these is shown. */
import { expect, test } from 'vitest';
import type { MemberLine } from '../missions/index.ts';
import type { CostNow, JourneyNow, MeetingNow, MissionNow } from './mission-now.ts';
import { linesOf, sealOf } from './take-over-lines.ts';
import { movesOf } from './take-over-moves.ts';
import type { Target, TargetJourney } from './take-over-target.ts';

const WAY = { mode: 'TRAIN', fromCity: 'paris', toCity: 'belgrade', departsAt: '2027-11-08T08:00', arrivesAt: '2027-11-08T18:00' } as const;
const journey = (said: Partial<JourneyNow> = {}): JourneyNow => ({ ...WAY, mode: 'TRAIN' as JourneyNow['mode'], uuid: 'j', version: 1, carrier: null, travellers: [], ...said });
const cost = (said: Partial<CostNow>): CostNow => ({ uuid: 'c', version: 1, kind: 'INTERPRETER', unitCents: 30_000, currency: 'EUR', onDay: '2027-11-09', travel: null, isPaid: false, isOfPlan: true, ...said });
const planned = (fareCents: number): TargetJourney => ({ ...WAY, mode: 'TRAIN' as TargetJourney['mode'], persons: [], fareCents });

const movesFor = (now: Partial<MissionNow>, target: Partial<Target>) => movesOf({ legs: new Map(), people: [], meetings: new Map(), journeys: [], interpreters: [], faults: [], ...target }, { members: [], meetings: [], journeys: [], costs: [], ...now }, [], () => 'k');
const told = (now: Partial<MissionNow>, target: Partial<Target> = {}) => linesOf(movesFor(now, target)).filter(({ part }) => part === 'COST').map(({ becomes, before, after }) => [becomes, before?.cents ?? null, after?.cents ?? null]);

test('interpretation that the plan before wrote, and this one does not say, is not paid twice: it goes, and is shown as lost', () => {
  const moves = movesFor({ costs: [cost({})] }, { interpreters: [{ onDay: '2027-11-10', cents: 30_000 }] });
  expect(moves.gone.costs).toHaveLength(1);
  expect(told({ costs: [cost({})] }, { interpreters: [{ onDay: '2027-11-10', cents: 30_000 }] })).toEqual([['LOST', 30_000, null], ['ADDED', null, 30_000]]);
});

test('what this plan says as the one before did stays', () => {
  expect(told({ costs: [cost({})] }, { interpreters: [{ onDay: '2027-11-09', cents: 30_000 }] })).toEqual([['KEPT', 30_000, 30_000]]);
});

test.each([['typed', { isOfPlan: false }], ['paid', { isPaid: true }]] as const)('interpretation that somebody has %s stays, and is shown: the control', (_how, said) => {
  expect(movesFor({ costs: [cost(said)] }, {}).gone.costs).toEqual([]);
  expect(told({ costs: [cost(said)] })).toEqual([['KEPT', 30_000, 30_000]]);
});

const fare = (said: Partial<CostNow> = {}): CostNow => cost({ kind: 'FARE', unitCents: 20_000, onDay: '2027-11-08', travel: 'j', ...said });

test('on the same journey the fare that a plan wrote is what this one says; none where it says none', () => {
  expect(told({ journeys: [journey()], costs: [fare()] }, { journeys: [planned(30_000)] })).toEqual([['CHANGED', 20_000, 30_000]]);
  expect(told({ journeys: [journey()], costs: [fare()] }, { journeys: [planned(0)] })).toEqual([['LOST', 20_000, null]]);
});

test.each([['typed', { isOfPlan: false }], ['paid', { isPaid: true }]] as const)('a fare that somebody has %s stays as it is: the control', (_how, said) => {
  expect(told({ journeys: [journey()], costs: [fare(said)] }, { journeys: [planned(30_000)] })).toEqual([['KEPT', 20_000, 20_000]]);
});

test('a fare that was paid stays without its journey, and this is shown; one that was not goes with it', () => {
  expect(told({ journeys: [journey()], costs: [fare({ isPaid: true })] })).toEqual([['CHANGED', 20_000, 20_000]]);
  expect(told({ journeys: [journey()], costs: [fare({ isOfPlan: false })] })).toEqual([['LOST', 20_000, null]]);
});

test('an amount says its currency', () => {
  const [line] = linesOf(movesFor({ journeys: [journey()], costs: [fare({ isOfPlan: false, currency: 'CHF' })] }, { journeys: [planned(30_000)] })).filter(({ part }) => part === 'COST');
  expect([line!.before!.currency, line!.after!.currency]).toEqual(['CHF', 'CHF']);
});

test('a version that was raised is another seal; none that was not: the control', () => {
  const [was, is] = [journey(), journey({ version: 2 })];
  expect(sealOf([], { journeys: [is], costs: [] })).not.toBe(sealOf([], { journeys: [was], costs: [] }));
  expect(sealOf([], { journeys: [journey()], costs: [] })).toBe(sealOf([], { journeys: [was], costs: [] }));
});

const member = (uuid: string, said: Partial<MemberLine> = {}): MemberLine => ({ uuid, version: 1, who: uuid, human: uuid, profession: null, kind: 'POLICE', isLead: false, substituteFor: null, homeCity: null, mostDays: null, stays: [], ...said });
const stay = (leg: string, said: object = {}) => ({ leg, arrivesAt: '2027-11-08T10:00', leavesAt: '2027-11-10T18:00', isLodgingProvided: false, lunchesProvided: 0, dinnersProvided: 0, ...said });
const meeting = (said: Partial<MeetingNow> = {}): MeetingNow => ({ uuid: 'm', leg: 'a', isFixed: false, day: null, starts: null, isExcused: false, offeredUntil: null, windows: null, people: [], needs: [], ...said });
const goes = (person: string, leg: string) => ({ person, kind: 'POLICE' as const, stays: [{ leg, arrivesAt: '2027-11-08T10:00', leavesAt: '2027-11-10T18:00' }] });
const shown = (part: string, now: Partial<MissionNow>, target: Partial<Target> = {}) => linesOf(movesFor(now, target)).filter((one) => one.part === part);

test('lodging and meals of a stay that is lost are shown as lost; those of one that stays are kept: the control', () => {
  const now = { members: [member('nora', { stays: [stay('a', { isLodgingProvided: true, lunchesProvided: 2 }), stay('b')] })] };
  expect(shown('PROVIDED', now, { people: [goes('nora', 'b')] })).toMatchObject([{ becomes: 'LOST', personKey: 'nora', legKey: 'a', before: { isLodgingProvided: true, lunches: 2, dinners: 0 }, after: null }]);
  expect(shown('PROVIDED', now, { people: [goes('nora', 'a')] })).toMatchObject([{ becomes: 'KEPT', legKey: 'a' }]);
  expect(shown('PROVIDED', now)).toMatchObject([{ becomes: 'LOST', legKey: 'a' }]);
});

test('whoever went for somebody else if need be, and goes by the plan, is shown to go for nobody; who does not go stays a substitute: the control', () => {
  const now = { members: [member('nora'), member('ivo', { substituteFor: 'nora', stays: [stay('a')] })] };
  expect(shown('SUBSTITUTE', now, { people: [goes('ivo', 'a')] })).toMatchObject([{ becomes: 'LOST', personKey: 'ivo', before: { personKeys: ['nora'] }, after: null }]);
  expect(shown('SUBSTITUTE', now)).toMatchObject([{ becomes: 'KEPT', personKey: 'ivo' }]);
});

test('substitutes at a meeting who are not there any more are shown as lost; those who are stay: the control', () => {
  const now = { members: [member('nora', { stays: [stay('a')] }), member('ivo', { stays: [stay('a')] })], meetings: [meeting({ people: [{ member: 'ivo', kind: 'POLICE', isSubstitute: true, inPlaceOf: null }] })] };
  expect(shown('MEETING_SUBSTITUTES', now, { people: [goes('nora', 'a')] })).toMatchObject([{ becomes: 'LOST', meetingKey: 'm', before: { personKeys: ['ivo'] } }]);
  expect(shown('MEETING_SUBSTITUTES', now, { people: [goes('nora', 'a'), goes('ivo', 'a')] })).toMatchObject([{ becomes: 'KEPT', after: { personKeys: ['ivo'] } }]);
});

test('as what somebody was named for a meeting stays, and in whose place, as long as that one goes; as what the meeting needs them by the plan they go: the controls', () => {
  const named = (needs: MeetingNow['needs']): Partial<MissionNow> => ({
    members: [member('nora', { stays: [stay('a')] }), member('ivo', { stays: [stay('a')] })],
    meetings: [meeting({ needs, people: [{ member: 'nora', kind: 'OTHER', isSubstitute: false, inPlaceOf: null }, { member: 'ivo', kind: 'SOCIAL', isSubstitute: true, inPlaceOf: 'nora' }] })],
  });
  const goers = (...who: string[]): Partial<Target> => ({ people: [goes('nora', 'a'), goes('ivo', 'a')], meetings: new Map([['m', { time: { day: '2027-11-09', starts: '10:00' }, goers: who.map((person) => ({ person, kind: 'POLICE' as const })) }]]) });
  const substitute = { member: 'ivo', kind: 'SOCIAL', isSubstitute: true };
  expect(movesFor(named([]), goers('nora')).meetings[0]!.people).toEqual([{ ...substitute, inPlaceOf: 'nora' }, { member: 'nora', kind: 'OTHER', isSubstitute: false, inPlaceOf: null }]);
  expect(movesFor(named(['POLICE']), goers('nora')).meetings[0]!.people).toContainEqual({ member: 'nora', kind: 'POLICE', isSubstitute: false, inPlaceOf: null });
  expect(movesFor(named([]), goers()).meetings[0]!.people).toEqual([{ ...substitute, inPlaceOf: null }]);
});

test('times that a host can still take are lost once the meeting gets one; where it gets none, or keeps the one that was taken, they stay: the control', () => {
  const at = (day: string, starts: string): Partial<Target> => ({ meetings: new Map([['m', { time: { day, starts }, goers: [] }]]) });
  expect(shown('SLOTS', { meetings: [meeting({ offeredUntil: '2027-11-01' })] }, at('2027-11-09', '10:00'))).toMatchObject([{ becomes: 'LOST', meetingKey: 'm', before: { until: '2027-11-01' }, after: null }]);
  expect(shown('SLOTS', { meetings: [meeting({ offeredUntil: '2027-11-01' })] })).toMatchObject([{ becomes: 'KEPT' }]);
  expect(shown('SLOTS', { meetings: [meeting({ offeredUntil: '2027-11-01', day: '2027-11-09', starts: '10:00' })] }, at('2027-11-09', '10:00'))).toMatchObject([{ becomes: 'KEPT' }]);
  expect(shown('SLOTS', { meetings: [meeting()] }, at('2027-11-09', '10:00'))).toEqual([]);
});
