import { MemberFields } from '../accounts/accounts.documents.ts';
import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { SessionFields } from '../trainings/trainings.documents.ts';

/** Who is signed in, and how much waits for them: each list has what is theirs to answer, and nothing for all others. */
export const DeskQuery = graphql(`
  query Desk($from: DateTimeISO!) {
    viewer {
      can {
        readAuditEntries
        manageMembers
        invite { role }
        decideAccessRequests
        readJobs
        answerDataRequests
        prepareSessions
        registerParticipants
        validateRegistrations
      }
      memberships { ...MemberFields }
    }
    mine: trainingSessions(filter: { mine: true, from: $from }, sort: STARTS_AT, first: 5) {
      nodes { ...SessionFields }
    }
    accessRequests(filter: { isDecided: false }, first: 1) {
      totalCount
    }
    registrations(filter: { awaitsYou: true }, first: 1) {
      totalCount
    }
    dataRequests(filter: { isAnswered: false }, sort: DUE, first: 1) {
      totalCount
    }
    invitations(filter: { states: [PENDING] }, first: 1) {
      totalCount
    }
    queuedJobs(filter: { states: [GIVEN_UP] }, first: 1) {
      totalCount
    }
  }
`, [MemberFields, LocalizedFields, SessionFields]);

/** The drafts of who asks: those of the countries for which they prepare sessions, the soonest first. */
export const DeskDraftsQuery = graphql(`
  query DeskDrafts {
    trainingSessions(filter: { states: [DRAFT] }, sort: STARTS_AT, first: 20) {
      totalCount
      nodes { ...SessionFields }
    }
  }
`, [LocalizedFields, SessionFields]);

/** The next training sessions, in a country or in all. */
export const DeskSessionsQuery = graphql(`
  query DeskSessions($filter: TrainingSessionFilter!) {
    trainingSessions(filter: $filter, sort: STARTS_AT, first: 3) {
      nodes { ...SessionFields }
    }
  }
`, [LocalizedFields, SessionFields]);
