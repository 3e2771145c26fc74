/** What refuses a meeting at an hour is true of every plan: none has it then. */
import { type Instant, instantOf, dayNumber, type Problem, validate, zoneOf, factsOf } from '@passerelle/shared/planning.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { planMission } from '../planner/mission/index.ts';
import { refusedBy } from './refuse-hour.ts';
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
