import type { ResultOf } from 'gql.tada';
import { expect, test } from 'vitest';

import type { DeskQuery } from './desk.documents.ts';
import type { AskedLeg } from './opinions.ts';
import { waitingOf } from './waiting.ts';

type Desk = ResultOf<typeof DeskQuery>;
type Can = NonNullable<Desk['viewer']>['can'];

const CAN: Can = {
  readAuditEntries: false, answerDataRequests: false, manageMembers: false, invite: [], decideAccessRequests: false, readJobs: false, planMissions: false, readLegs: false, enterNeeds: false, readCooperationRequests: false, answerCooperationRequests: false, prepareSessions: false, enterExperts: false, askExperts: false, answerAvailability: false, registerParticipants: false, takePart: false, translateSessions: false, validateRegistrations: false, importRecommendations: false, followRecommendations: false, proposeProjects: false,
};
const NONE = { totalCount: 0, nodes: [] };
const some = (totalCount: number): { totalCount: number; nodes: never[] } => ({ totalCount, nodes: [] });

const desk = (can: Partial<Can>, waiting: Partial<Desk>): Desk => ({
  viewer: { memberships: [], can: { ...CAN, ...can } },
  mine: { nodes: [] }, accessRequests: NONE, dataRequests: NONE, invitations: NONE, queuedJobs: NONE, offers: NONE, registrations: NONE, cooperationRequests: NONE, sheetProposals: [], photoProposals: [], ...waiting,
});

test('requests come before invitations', () => {
  expect(waitingOf(desk({ decideAccessRequests: true, invite: [{ role: 'NGO_COORDINATOR' }] }, { accessRequests: some(2), invitations: some(3) }))).toEqual([
    { kind: 'requests', count: 2, route: 'approvals' }, { kind: 'invitations', count: 3, route: 'invitations' },
  ]);
});

test('what the service could not do waits for those who may have it tried again', () => {
  expect(waitingOf(desk({ readJobs: true }, { queuedJobs: some(4) }))).toEqual([{ kind: 'jobs', count: 4, route: 'jobs' }]);
  expect(waitingOf(desk({}, { queuedJobs: some(4) }))).toEqual([]);
});

test('what people ask about their data waits for those who answer it', () => {
  expect(waitingOf(desk({ answerDataRequests: true }, { dataRequests: some(2) }))).toEqual([{ kind: 'dataRequests', count: 2, route: 'data-requests' }]);
  expect(waitingOf(desk({}, { dataRequests: some(2) }))).toEqual([]);
});

test('what experts propose for their sheets waits for those who enter experts', () => {
  const sheetProposals = [{ key: '1' }, { key: '2' }];
  expect(waitingOf(desk({ enterExperts: true }, { sheetProposals }))).toEqual([{ kind: 'proposals', count: 2, route: 'sheet-proposals' }]);
  expect(waitingOf(desk({}, { sheetProposals }))).toEqual([]);
});

test('a photo that an expert proposes waits for those who enter experts: on its own page where there is but one', () => {
  const photoProposals = [{ key: '1', expert: { id: 'Expert_1' } }, { key: '2', expert: { id: 'Expert_2' } }];
  expect(waitingOf(desk({ enterExperts: true }, { photoProposals: photoProposals.slice(0, 1) }))).toEqual([{ kind: 'photos', count: 1, route: 'expert-photo', params: { id: 'Expert_1' } }]);
  expect(waitingOf(desk({ enterExperts: true }, { photoProposals }))).toEqual([{ kind: 'photos', count: 2, route: 'sheet-proposals' }]);
  expect(waitingOf(desk({}, { photoProposals }))).toEqual([]);
});

test('who is to be validated waits for the embassy, which is told since when the first one does', () => {
  const registrations = { totalCount: 2, nodes: [{ id: 'Registration_1', registeredAt: '2026-11-20T10:00:00.000Z' }] };
  expect(waitingOf(desk({ validateRegistrations: true }, { registrations }))).toEqual([{ kind: 'registrations', count: 2, route: 'registrations', since: '2026-11-20T10:00:00.000Z' }]);
  expect(waitingOf(desk({ registerParticipants: true }, { registrations }))).toEqual([]);
});

test('a place that is offered waits first, for who registered them, who is told until when', () => {
  const offers = { totalCount: 1, nodes: [{ id: 'Registration_1', offeredUntil: '2026-11-26T10:00:00.000Z', session: { id: 'TrainingSession_1', timeZone: 'Europe/Belgrade' } }] };
  expect(waitingOf(desk({ registerParticipants: true, invite: [{ role: 'NGO_MEMBER' }] }, { offers, invitations: some(1) }))).toEqual([
    { kind: 'offers', count: 1, route: 'registrations', until: { at: '2026-11-26T10:00:00.000Z', timeZone: 'Europe/Belgrade' } }, { kind: 'invitations', count: 1, route: 'invitations' },
  ]);
  expect(waitingOf(desk({ validateRegistrations: true }, { offers }))).toEqual([]);
  expect(waitingOf(desk({ takePart: true }, { offers }))).toMatchObject([{ kind: 'offers', route: 'own-registrations' }]);
});

test('who may have been registered twice waits for those who may make them one', () => {
  expect(waitingOf(desk({ validateRegistrations: true }, {}), { doubles: 3 })).toEqual([{ kind: 'doubles', count: 3, route: 'doubles' }]);
  expect(waitingOf(desk({ registerParticipants: true }, {}), { doubles: 3 })).toEqual([]);
});

test('what is not said in a language waits for translators alone', () => {
  expect(waitingOf(desk({ translateSessions: true }, {}), { untranslated: 5 })).toEqual([{ kind: 'untranslated', count: 5, route: 'untranslated' }]);
  expect(waitingOf(desk({ prepareSessions: true }, {}), { untranslated: 5 })).toEqual([]);
});

test('an opinion on a leg waits for its post: on the page of that leg, where there is one, and with the last day of the first', () => {
  const [first, second] = ['2027-03-05', '2027-03-08'].map((dueOn, n) => ({ id: `MissionLeg_${n}`, consultation: { dueOn } }) as unknown as AskedLeg);
  expect(waitingOf(desk({ readLegs: true }, {}), { opinions: [first!] })).toEqual([{ kind: 'opinions', count: 1, route: 'leg', params: { id: 'MissionLeg_0' }, dueOn: '2027-03-05' }]);
  expect(waitingOf(desk({ readLegs: true }, {}), { opinions: [first!, second!] })).toEqual([{ kind: 'opinions', count: 2, route: 'legs', dueOn: '2027-03-05' }]);
  expect(waitingOf(desk({ planMissions: true }, {}), { opinions: [] })).toEqual([]);
});

test('what there is none of is left out', () => {
  expect(waitingOf(desk({ decideAccessRequests: true, invite: [{ role: 'NGO_COORDINATOR' }] }, { invitations: some(1) })).map(({ kind }) => kind)).toEqual(['invitations']);
});

test('what somebody cannot answer does not wait for them', () => {
  expect(waitingOf(desk({}, { accessRequests: some(2), invitations: some(3) }))).toEqual([]);
});

test('nothing waits for a visitor', () => {
  expect(waitingOf({ ...desk({ decideAccessRequests: true }, { accessRequests: some(2), invitations: some(3) }), viewer: null })).toEqual([]);
});

test('opinions about cooperation requests wait for the services of a post, on the page of the request where there is but one, and with the last day of the first', () => {
  const one = { id: 'CooperationRequest_1', dueOn: '2027-03-05' };
  const [gives, answers] = [{ readCooperationRequests: true }, { readCooperationRequests: true, answerCooperationRequests: true }];
  const both = [one, { id: 'CooperationRequest_2', dueOn: '2027-03-08' }];
  expect(waitingOf(desk(gives, { cooperationRequests: { totalCount: 1, nodes: [one] } }))).toEqual([{ kind: 'requestOpinions', count: 1, route: 'cooperation-request', params: { id: one.id }, dueOn: '2027-03-05' }]);
  expect(waitingOf(desk(gives, { cooperationRequests: { totalCount: 2, nodes: both } }))).toEqual([{ kind: 'requestOpinions', count: 2, route: 'cooperation-requests', query: { status: 'CONSULTED' }, dueOn: '2027-03-05' }]);
  // The adviser answers them, and has no last day for it.
  expect(waitingOf(desk(answers, { cooperationRequests: { totalCount: 1, nodes: [one] } }))).toEqual([{ kind: 'requestDecisions', count: 1, route: 'cooperation-request', params: { id: one.id } }]);
  expect(waitingOf(desk(answers, { cooperationRequests: { totalCount: 2, nodes: both } }))).toEqual([{ kind: 'requestDecisions', count: 2, route: 'cooperation-requests', query: { status: 'CONSULTED' } }]);
  // What else somebody may do says nothing of requests.
  expect(waitingOf(desk({ planMissions: true, readLegs: true }, { cooperationRequests: { totalCount: 1, nodes: [one] } }))).toEqual([]);
});
