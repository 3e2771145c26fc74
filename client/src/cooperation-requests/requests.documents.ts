import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A cooperation request, whole. */
export const RequestFields = graphql(`
  fragment RequestFields on CooperationRequest {
    id
    version
    kind
    status
    urgency
    criteria
    wishedFrom
    wishedUntil
    sentAt
    sentAs
    isDemonstration
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    theme {
      id
      code
      name { ...LocalizedFields }
    }
    audiences {
      id
      code
      name { ...LocalizedFields }
    }
    need {
      id
      title { ...LocalizedFields }
    }
    session {
      id
      startsAt
      timeZone
      title { ...LocalizedFields }
    }
    mission {
      id
      startsOn
      endsOn
      title { ...LocalizedFields }
    }
    missionLegs {
      id
      startsOn
      endsOn
      purpose { ...LocalizedFields }
    }
    subject { ...LocalizedFields }
    text { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      subject
      text
    }
    history {
      at
      byRole
      toStatus
      reason
      locale
    }
    dueOn
    opinions {
      service
      state
      answer
      reason
      locale
      answeredAt
      version
    }
    decision
    met
    notMet
    can {
      translate
      withdraw
      giveOpinion
      decide
      close
    }
  }
`, [LocalizedFields]);

/** What comes of each change: the request as it is now. */
export const RequestAnswer = graphql(`
  fragment RequestAnswer on CooperationRequestPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    request { ...RequestFields }
  }
`, [RequestFields]);

/** A page of the requests that somebody sees. */
export const RequestsQuery = graphql(`
  query CooperationRequests($filter: CooperationRequestFilter, $sort: CooperationRequestSort, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can {
        readCooperationRequests
        sendCooperationRequests
        enterNeedsAnywhere
      }
    }
    cooperationRequests(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        kind
        status
        urgency
        sentAt
        isDemonstration
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
        theme {
          id
          name { ...LocalizedFields }
        }
        subject { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields, PageFields]);

/** A request. */
export const RequestQuery = graphql(`
  query CooperationRequest($id: ID!) {
    cooperationRequest(id: $id) { ...RequestFields }
  }
`, [RequestFields]);

/** For which countries who is signed in sends requests. */
export const RequestChoicesQuery = graphql(`
  query CooperationRequestChoices {
    viewer {
      can {
        sendCooperationRequests
        enterNeeds
      }
      memberships {
        can { sendCooperationRequests }
        country {
          id
          code
        }
      }
    }
  }
`);

/** Sends a request. */
export const SendRequestMutation = graphql(`
  mutation SendCooperationRequest($key: UUID!, $input: CooperationRequestInput!) {
    sendCooperationRequest(key: $key, input: $input) { ...RequestAnswer }
  }
`, [RequestAnswer]);

/** Says a request in another language. */
export const TranslateRequestMutation = graphql(`
  mutation TranslateCooperationRequest($id: ID!, $version: Int!, $texts: CooperationRequestTextsInput!) {
    translateCooperationRequest(id: $id, version: $version, texts: $texts) { ...RequestAnswer }
  }
`, [RequestAnswer]);

/** Withdraws a request. */
export const WithdrawRequestMutation = graphql(`
  mutation WithdrawCooperationRequest($id: ID!, $version: Int!, $reason: String!) {
    withdrawCooperationRequest(id: $id, version: $version, reason: $reason) { ...RequestAnswer }
  }
`, [RequestAnswer]);

/** Says what a service of the post thinks of a request. */
export const GiveRequestOpinionMutation = graphql(`
  mutation GiveRequestOpinion($id: ID!, $version: Int!, $input: RequestOpinionInput!) {
    giveRequestOpinion(id: $id, version: $version, input: $input) { ...RequestAnswer }
  }
`, [RequestAnswer]);

/** Decides about a request. */
export const DecideRequestMutation = graphql(`
  mutation DecideCooperationRequest($id: ID!, $version: Int!, $input: RequestDecisionInput!) {
    decideCooperationRequest(id: $id, version: $version, input: $input) { ...RequestAnswer }
  }
`, [RequestAnswer]);

/** Closes a request, with what came of it. */
export const CloseRequestMutation = graphql(`
  mutation CloseCooperationRequest($id: ID!, $version: Int!, $reason: String!, $result: RequestResultInput) {
    closeCooperationRequest(id: $id, version: $version, reason: $reason, result: $result) { ...RequestAnswer }
  }
`, [RequestAnswer]);

/** What can have come of a request: the last training sessions and missions that were not called off. */
export const RequestResultsQuery = graphql(`
  query CooperationRequestResults {
    trainingSessions(filter: { states: [DRAFT, OPEN, CLOSED, RUNNING, DONE, ARCHIVED] }, sort: LATEST, first: 100) {
      nodes {
        id
        startsAt
        timeZone
        title { ...LocalizedFields }
      }
    }
    missions(filter: { states: [IDEA, PLANNED, CONSULTED, AGREED, UNDER_WAY, REPORTED, CLOSED] }, sort: LATEST, first: 100) {
      nodes {
        id
        startsOn
        endsOn
        title { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);
