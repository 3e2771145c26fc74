import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** All that the first page shows: the hotlines of the countries and the next training sessions, in one request. */
export const HomeQuery = graphql(`
  query Home($from: DateTimeISO!) {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      hotlines {
        number
        provenance {
          checkedOn
          isVerified
        }
      }
    }
    trainingSessions(filter: { from: $from, states: [OPEN, CLOSED] }, sort: STARTS_AT, first: 3) {
      nodes {
        id
        isDemonstration
        title { ...LocalizedFields }
        state
        startsAt
        endsAt
        timeZone
        country {
          id
          name { ...LocalizedFields }
          nameNote { text }
        }
        places
        placesLeft
      }
    }
  }
`, [LocalizedFields]);
