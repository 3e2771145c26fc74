import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A need as what something works on. */
export const NeedLinkFields = graphql(`
  fragment NeedLinkFields on Need {
    id
    status
    title { ...LocalizedFields }
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** The needs of a country, on a theme, that have words, as far as any of it is said. */
export const NeedSearchQuery = graphql(`
  query NeedSearch($filter: NeedFilter!) {
    needs(filter: $filter, sort: NEWEST, first: 10) {
      totalCount
      nodes { ...NeedLinkFields }
    }
  }
`, [NeedLinkFields]);

/** The needs that a session works on, of those that its reader sees. */
export const SessionNeedsQuery = graphql(`
  query SessionNeeds($id: ID!) {
    trainingSession(id: $id) {
      id
      needs { ...NeedLinkFields }
    }
  }
`, [NeedLinkFields]);

/** What works on a need, and what was asked for to answer it, as far as its reader sees it. */
export const NeedWorkQuery = graphql(`
  query NeedWork($id: ID!) {
    need(id: $id) {
      id
      trainingSessions(first: 100, sort: LATEST, filter: { states: [DRAFT, OPEN, CLOSED, RUNNING, DONE, CANCELLED, ARCHIVED] }) {
        nodes {
          id
          startsAt
          timeZone
          title { ...LocalizedFields }
        }
      }
      missions(first: 100, sort: LATEST) {
        nodes {
          id
          startsOn
          endsOn
          title { ...LocalizedFields }
        }
      }
      missionLegs(first: 100, sort: LATEST) {
        nodes {
          id
          startsOn
          endsOn
          purpose { ...LocalizedFields }
        }
      }
      cooperationRequests {
        id
        sentAt
        subject { ...LocalizedFields }
      }
      findings {
        key
        foundOn
        text { ...LocalizedFields }
        foundBy {
          id
        }
      }
    }
  }
`, [LocalizedFields]);
