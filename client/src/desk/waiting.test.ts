import type { ResultOf } from 'gql.tada';
import { expect, test } from 'vitest';

import type { DeskQuery } from './desk.documents.ts';
import { waitingOf } from './waiting.ts';

type Desk = ResultOf<typeof DeskQuery>;
type Can = NonNullable<Desk['viewer']>['can'];

const desk = (can: Partial<Can>, requests: number, invitations: number, jobs = 0, data = 0, registrations = 0): Desk => ({
  viewer: { memberships: [], can: { readAuditEntries: false, answerDataRequests: false, manageMembers: false, invite: [], decideAccessRequests: false, readJobs: false, prepareSessions: false, registerParticipants: false, validateRegistrations: false, ...can } },
  mine: { nodes: [] }, accessRequests: { totalCount: requests }, dataRequests: { totalCount: data }, invitations: { totalCount: invitations }, queuedJobs: { totalCount: jobs }, registrations: { totalCount: registrations },
});

test('requests come before invitations', () => {
  expect(waitingOf(desk({ decideAccessRequests: true, invite: [{ role: 'NGO_COORDINATOR' }] }, 2, 3))).toEqual([
    { kind: 'requests', count: 2, route: 'approvals' }, { kind: 'invitations', count: 3, route: 'invitations' },
  ]);
});

test('what the service could not do waits for those who may have it tried again', () => {
  expect(waitingOf(desk({ readJobs: true }, 0, 0, 4))).toEqual([{ kind: 'jobs', count: 4, route: 'jobs' }]);
  expect(waitingOf(desk({}, 0, 0, 4))).toEqual([]);
});

test('what people ask about their data waits for those who answer it', () => {
  expect(waitingOf(desk({ answerDataRequests: true }, 0, 0, 0, 2))).toEqual([{ kind: 'dataRequests', count: 2, route: 'data-requests' }]);
  expect(waitingOf(desk({}, 0, 0, 0, 2))).toEqual([]);
});

test('who is to be validated waits for the embassy', () => {
  expect(waitingOf(desk({ validateRegistrations: true }, 0, 0, 0, 0, 2))).toEqual([{ kind: 'registrations', count: 2, route: 'registrations' }]);
  expect(waitingOf(desk({ registerParticipants: true }, 0, 0, 0, 0, 2))).toEqual([]);
});

test('what there is none of is left out', () => {
  expect(waitingOf(desk({ decideAccessRequests: true, invite: [{ role: 'NGO_COORDINATOR' }] }, 0, 1)).map(({ kind }) => kind)).toEqual(['invitations']);
});

test('what somebody cannot answer does not wait for them', () => {
  expect(waitingOf(desk({}, 2, 3))).toEqual([]);
});

test('nothing waits for a visitor', () => {
  expect(waitingOf({ ...desk({ decideAccessRequests: true }, 2, 3), viewer: null })).toEqual([]);
});
