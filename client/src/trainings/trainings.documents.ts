import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A training session as lists show it. */
export const SessionFields = graphql(`
  fragment SessionFields on TrainingSession {
    id
    version
    isDemonstration
    title { ...LocalizedFields }
    state
    startsAt
    endsAt
    timeZone
    format
    town
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
      name { ...LocalizedFields }
    }
    languages {
      use
      language {
        id
        name { ...LocalizedFields }
      }
    }
    places
    placesLeft
  }
`, [LocalizedFields]);

/** A page of the training sessions. */
export const TrainingListQuery = graphql(`
  query TrainingList(
    $filter: TrainingSessionFilter
    $sort: TrainingSessionSort!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    trainingSessions(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...SessionFields }
    }
  }
`, [PageFields, SessionFields]);

/** A training session with its programme and its trainers. */
export const TrainingQuery = graphql(`
  query Training($id: ID!) {
    trainingSession(id: $id) {
      ...SessionFields
      state
      registrationUntil
      needsNomination
      cancelledReason { ...LocalizedFields }
      can {
        edit
        translate
        archive
      }
      level
      modePlaces {
        mode
        places
        placesLeft
      }
      objectives { ...LocalizedFields }
      venue {
        name
        address
      }
      summary { ...LocalizedFields }
      programme { ...LocalizedFields }
      recommendations {
        id
        body
        year
        summary { ...LocalizedFields }
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
      }
      documents {
        id
        title { ...LocalizedFields }
        locale
        kind
        size
        check
      }
      parts {
        id
        date
        startsAt
        endsAt
        format
        room
        title { ...LocalizedFields }
        trainers {
          id
          name
          profession {
            id
            name { ...LocalizedFields }
          }
        }
      }
      trainers {
        id
        isDemonstration
        name
        profession {
          id
          name { ...LocalizedFields }
        }
        institution {
          id
          name
          gloss { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields, SessionFields]);

/** The places of a session whenever they change. */
export const LivePlacesSubscription = graphql(`
  subscription LivePlaces($id: ID!) {
    sessionPlaces(id: $id) {
      places
      placesLeft
      modePlaces {
        mode
        places
        placesLeft
      }
    }
  }
`);
