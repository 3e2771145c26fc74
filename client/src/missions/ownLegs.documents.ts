import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The legs on which whoever is signed in comes as an expert. */
export const OwnLegsQuery = graphql(`
  query OwnLegs {
    viewer {
      can { answerAvailability }
    }
    ownLegs {
      key
      state
      isDemonstration
      startsOn
      endsOn
      country {
        id
        code
        name { ...LocalizedFields }
        nameNote { ...LocalizedFields }
      }
      city {
        id
        name { ...LocalizedFields }
      }
      purpose { ...LocalizedFields }
      lodgingName
      lodgingAddress
      sourceLocale
      transport
      arrivesAt
      leavesAt
      isLodgingProvided
      lunchesProvided
      dinnersProvided
      meetings {
        key
        day
        starts
        minutes
        status
        kind
        isSubstitute
        languages {
          atLeast
          isFollowed
          language {
            id
            name { ...LocalizedFields }
          }
        }
        sourceLocale
        hostName
        organisation {
          id
          name { ...LocalizedFields }
        }
        subject { ...LocalizedFields }
        placeName
        placeAddress
      }
      contacts {
        name
        function
        organisation
        email
        phone
      }
    }
    ownJourneys {
      key
      isDemonstration
      mode
      carrier
      departsAt
      arrivesAt
      fromCity {
        id
        name { ...LocalizedFields }
      }
      toCity {
        id
        name { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);
