import { MemberFields } from '../accounts/accounts.documents.ts';
import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
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
        planMissions
        importRecommendations
        followRecommendations
        proposeProjects
        readLegs
        enterNeeds
        readCooperationRequests
        answerCooperationRequests
        prepareSessions
        registerParticipants
        takePart
        validateRegistrations
        translateSessions
        enterExperts
        askExperts
        answerAvailability
      }
      memberships { ...MemberFields }
    }
    mine: trainingSessions(filter: { mine: true, from: $from }, sort: STARTS_AT, first: 5) {
      nodes { ...SessionFields }
    }
    accessRequests(filter: { isDecided: false }, first: 1) {
      totalCount
    }
    offers: registrations(filter: { awaitsYou: true, states: [OFFERED] }, sort: DEADLINE, first: 1) {
      totalCount
      nodes {
        id
        offeredUntil
        session {
          id
          timeZone
        }
      }
    }
    registrations(filter: { awaitsYou: true, states: [AWAITING_VALIDATION] }, sort: EARLIEST, first: 1) {
      totalCount
      nodes {
        id
        registeredAt
      }
    }
    dataRequests(filter: { isAnswered: false }, sort: DUE, first: 1) {
      totalCount
    }
    sheetProposals {
      key
    }
    photoProposals {
      key
      expert { id }
    }
    cooperationRequests(filter: { awaitsYou: true }, sort: DUE, first: 2) {
      totalCount
      nodes {
        id
        dueOn
      }
    }
    invitations(filter: { states: [PENDING] }, first: 1) {
      totalCount
    }
    queuedJobs(filter: { states: [GIVEN_UP] }, first: 1) {
      totalCount
    }
  }
`, [MemberFields, LocalizedFields, SessionFields]);

/** The legs about which posts are consulted and that are not over, with what each service has said: of a post, those in its country. */
export const DeskOpinionsQuery = graphql(`
  query DeskOpinions($from: LocalDate!) {
    missionLegs(filter: { states: [CONSULTED], from: $from }, sort: STARTS_ON, first: 100) {
      nodes {
        id
        isDemonstration
        startsOn
        endsOn
        city {
          id
          name { ...LocalizedFields }
        }
        consultation {
          id
          state
          dueOn
          opinions {
            service
            state
          }
          can { give }
        }
      }
    }
  }
`, [LocalizedFields]);

/** How many pairs may be one person: asked apart by those who may make them one, since all names are compared. */
export const DeskDoublesQuery = graphql(`
  query DeskDoubles {
    likelyDoubles(first: 1) {
      totalCount
    }
  }
`);

/** In how many sessions something is not said in a language: asked apart by those who translate, since all that is said is looked through. */
export const DeskUntranslatedQuery = graphql(`
  query DeskUntranslated($locale: Locale!) {
    trainingSessions(filter: { untranslatedIn: $locale }, first: 1) {
      totalCount
    }
  }
`);

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

/** A page of the sessions of which something is not said in a language, the earliest first, and whether they are for who asks to translate. */
export const UntranslatedQuery = graphql(`
  query Untranslated(
    $language: Locale!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    viewer {
      can {
        prepareSessions
        translateSessions
      }
    }
    trainingSessions(filter: { untranslatedIn: $language }, sort: STARTS_AT, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...SessionFields }
    }
  }
`, [PageFields, SessionFields]);
