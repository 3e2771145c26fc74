/** What refuses a meeting at an hour is true of every plan: none has it then. */
import { type Instant, instantOf, dayNumber, type Plan, type Problem, validate, zoneOf, factsOf } from '@passerelle/shared/planning.ts';
import { ALL_NINE, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { planMission } from '../planner/mission/index.ts';
import { refusedBy, refusedIn } from './refuse-hour.ts';
import { showRef } from './show-ref.ts';

const at = (meetingId: string, day: string, minute: number): Instant => instantOf(zoneOf(factsOf(WORKED), WORKED.meetings.find(({ id }) => id === meetingId)!.placeId), dayNumber(day), minute);
const inBelgrade = WORKED.meetings.find(({ placeId }) => WORKED.places.find(({ id }) => id === placeId)!.countryId === 'RS')!;
const asked = (problem: Problem, startsAt: Instant, attends: readonly string[] = []): readonly string[] => refusedBy(problem, { meetingId: inBelgrade.id, startsAt, attends }).map(({ kind }) => kind);

test('a day off, hours that are not those of the country, and days beyond the mission refuse it, each by its name and source', () => {
  expect(asked(WORKED, at(inBelgrade.id, '2027-11-10', 600))).toEqual([]);
  const [off] = refusedBy(WORKED, { meetingId: inBelgrade.id, startsAt: at(inBelgrade.id, '2027-11-11', 600), attends: [] });
  expect(showRef(WORKED, off!)).toMatchObject({ kind: 'DAY_OFF', countryCode: 'RS', day: '2027-11-11', source: { text: expect.any(String) as string } });
  expect(asked(WORKED, at(inBelgrade.id, '2027-11-10', 60))).toContain('HOURS');
  expect(asked(WORKED, at(inBelgrade.id, '2027-12-10', 600))).toContain('PERIOD');
});

test('the hours of the host are named with when they are', () => {
  const problem = { ...WORKED, meetings: WORKED.meetings.map((one) => (one.id === inBelgrade.id ? { ...one, windows: [{ id: 'w', bounds: 'SERVICE' as const, day: '2027-11-09', from: 540, until: 720 }] } : one)) };
  const [window] = refusedBy(problem, { meetingId: inBelgrade.id, startsAt: at(inBelgrade.id, '2027-11-10', 600), attends: [] });
  expect(showRef(problem, window!)).toMatchObject({ kind: 'WINDOW', meetingKey: inBelgrade.id, from: new Date(at(inBelgrade.id, '2027-11-09', 540) * 60_000), until: new Date(at(inBelgrade.id, '2027-11-09', 720) * 60_000) });
});

test('somebody who is to attend and cannot, and a need that nobody who is free has, refuse it', () => {
  const startsAt = at(inBelgrade.id, '2027-11-10', 600);
  const block = (id: string) => ({ id: `${id}.block`, cause: 'ENGAGED' as const, from: startsAt - 10, until: startsAt + 10 });
  const [{ id, roles }] = WORKED.persons as [Problem['persons'][number]];
  const one = { ...WORKED, persons: WORKED.persons.map((person) => (person.id === id ? { ...person, blocks: [block(id)] } : person)) };
  expect(asked(one, startsAt, [id])).toContain('BLOCK');
  const none = { ...one, meetings: one.meetings.map((meeting) => ({ ...meeting, needs: [{ id: `${meeting.id}.need`, kind: roles[0]!, atLeast: 1 }] })), persons: one.persons.filter((person) => person.id === id || !person.roles.includes(roles[0]!)) };
  expect(asked(none, startsAt)).toEqual(['NEED', 'BLOCK']);
});

test('of no hour of a valid plan anything is refused', () => {
  const { plan } = planMission({ problem: WORKED, seed: 0, maxWork: 60_000, maxLabels: 40_000 });
  expect(validate(WORKED, plan!)).toEqual([]);
  for (const { meetingId, startsAt, attends } of plan!.meetings) expect(refusedBy(WORKED, { meetingId, startsAt, attends: attends.map(({ personId }) => personId) })).toEqual([]);
});

const PRISTINA = 'P1';

test('in a plan in which Pristina comes before Belgrade the border rule refuses it, with its source, its date and the meeting to which nobody comes; between other hours of the same order nothing does', () => {
  const refs = refusedIn(WORKED, ALL_NINE, { meetingId: PRISTINA, startsAt: at(PRISTINA, '2027-11-09', 900) });
  expect(refs).toEqual([{ kind: 'RULE', id: 'xk-rs' }, { kind: 'MEETING', id: 'B1' }]);
  expect(showRef(WORKED, refs[0]!)).toMatchObject({ rule: 'BORDER', fromCountry: 'XK', toCountry: 'RS', source: { text: 'Embassy of Serbia in Warsaw', url: 'https://warsaw.mfa.gov.rs', checkedOn: '2026-11-28', isVerified: false, validFrom: '2016-01-01' } });
  expect(refusedIn(WORKED, ALL_NINE, { meetingId: PRISTINA, startsAt: at(PRISTINA, '2027-11-12', 660) })).toEqual([]);
  expect(refusedIn(WORKED, ALL_NINE, { meetingId: 'B1', startsAt: at('B1', '2027-11-10', 960) })).toEqual([]);
});

test('it refuses a meeting in Belgrade behind those in Pristina, unless those do not stay, somebody is excepted, or the rule is not in force', () => {
  const late = { meetingId: 'B3', startsAt: at('B3', '2027-11-12', 900) };
  const after: Plan = { ...ALL_NINE, meetings: ALL_NINE.meetings.filter(({ meetingId }) => !['B1', 'B2'].includes(meetingId)) };
  expect(refusedIn(WORKED, after, late).map(({ kind }) => kind)).toEqual(['RULE', 'MEETING']);
  expect(refusedIn(WORKED, after, late, ['P1', 'P2', 'P3'])).toEqual([]);
  const ruled = (rule: object): Problem => ({ ...WORKED, borderRules: WORKED.borderRules!.map((one) => ({ ...one, ...rule })) });
  expect(refusedIn(ruled({ exceptPersons: ['M', 'O', 'N'] }), after, late)).toEqual([]);
  expect(refusedIn(ruled({ validFrom: '2028-01-01' }), after, late)).toEqual([]);
});

test('who goes through Belgrade to Pristina in time is let back, unless there is no time to rest on the way', () => {
  const [late, other]: readonly [Plan, Problem] = [{ ...ALL_NINE, meetings: ALL_NINE.meetings.filter(({ meetingId }) => ['S1', 'B3'].includes(meetingId)) }, { ...WORKED, workRules: null }];
  const night: Problem = { ...WORKED, travel: WORKED.travel.map((one) => (one.id === 'BEG-PRN' && one.type === 'SERVICE' ? { ...one, departs: { first: 0, last: 1410 } } : one)) };
  const asked = { meetingId: PRISTINA, startsAt: at(PRISTINA, '2027-11-09', 540) };
  expect(refusedIn(night, late, asked).map(({ kind }) => kind)).toEqual(['RULE', 'MEETING']);
  expect(refusedIn({ ...night, workRules: other.workRules }, late, asked)).toEqual([]);
});

test('where one goes through Belgrade to Pristina and back in time, the rule does not refuse it', () => {
  const back: Plan = { ...ALL_NINE, meetings: ALL_NINE.meetings.filter(({ meetingId }) => ['B1', 'P1'].includes(meetingId)) };
  const problem: Problem = { ...WORKED, countries: WORKED.countries.map((one) => ({ ...one, workingHours: null, daysOff: [] })) };
  expect(refusedIn(problem, back, { meetingId: 'B3', startsAt: at('B3', '2027-11-12', 900) })).toEqual([]);
});
