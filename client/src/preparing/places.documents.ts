import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The places of a session, with its quotas and how many have a place and wait. */
export const PlacesFields = graphql(`
  fragment PlacesFields on TrainingSession {
    id
    version
    state
    format
    can { edit }
    title { ...LocalizedFields }
    places
    placesLeft
    quotas {
      id
      kind
      key
      places
    }
    placeCounts {
      kind
      value
      taken
      waiting
    }
  }
`, [LocalizedFields]);

/** The places of a session that is prepared, and what quotas look at. */
export const SessionPlacesQuery = graphql(`
  query SessionPlaces($id: ID!) {
    trainingSession(id: $id) { ...PlacesFields }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    professions {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [PlacesFields, LocalizedFields]);

/** That the places of a session that is prepared have changed, or how many have one and wait. */
export const PlaceCountsChangedSubscription = graphql(`
  subscription PlaceCountsChanged($session: ID!) {
    placeCountsChanged(session: $session)
  }
`);

/** Changes the places of a session, or says what would come of it. */
export const ChangePlacesMutation = graphql(`
  mutation ChangePlaces($input: ChangePlacesInput!) {
    changePlaces(input: $input) {
      outcome
      offered
      session { ...PlacesFields }
    }
  }
`, [PlacesFields]);
