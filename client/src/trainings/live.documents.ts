import { graphql } from '../core/api/graphql.ts';

/** Each session that changes, or whose places do. */
export const SessionsChangedSubscription = graphql(`
  subscription SessionsChanged {
    sessionsChanged {
      id
      version
      state
      startsAt
      endsAt
      places
      placesLeft
    }
  }
`);
