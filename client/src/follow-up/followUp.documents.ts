import { LocalizedFields, NotedCountryFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A recommendation with what has become of it, the entry made last first. */
export const FollowedFields = graphql(`
  fragment FollowedFields on Recommendation {
    id
    body
    verb
    year
    summary { ...LocalizedFields }
    nameContext
    country {
      ...NotedCountryFields
    }
    can { followUp }
    overdueSince
    isOverdueDemonstration
    progress {
      key
      status
      asOf
      enteredAt
      enteredAs
      version
      isDemonstration
      seen { ...LocalizedFields }
      texts {
        locale
        isSource
        isOutdated
        seen
      }
      links {
        url
        label
      }
    }
  }
`, [LocalizedFields, NotedCountryFields]);

/** What comes of an entry: the recommendation as it is now. */
export const ProgressAnswer = graphql(`
  fragment ProgressAnswer on RecommendationProgressPayload {
    outcome
    faults {
      field
      fault
      maximum
      position
    }
    recommendation { ...FollowedFields }
  }
`, [FollowedFields]);

/** What has become of a recommendation. */
export const FollowedQuery = graphql(`
  query Followed($id: ID!) {
    recommendation(id: $id) { ...FollowedFields }
  }
`, [FollowedFields]);

/** Says what has become of a recommendation. */
export const EnterProgressMutation = graphql(`
  mutation EnterProgress($id: ID!, $key: UUID!, $after: UUID, $input: RecommendationProgressInput!) {
    enterRecommendationProgress(id: $id, key: $key, after: $after, input: $input) { ...ProgressAnswer }
  }
`, [ProgressAnswer]);

/** Says in another language what was seen. */
export const TranslateProgressMutation = graphql(`
  mutation TranslateProgress($id: ID!, $key: UUID!, $version: Int!, $texts: RecommendationProgressTextsInput!) {
    translateRecommendationProgress(id: $id, key: $key, version: $version, texts: $texts) { ...ProgressAnswer }
  }
`, [ProgressAnswer]);

/** Whether who is signed in follows recommendations. */
export const FollowsQuery = graphql(`
  query Follows {
    viewer {
      can { followRecommendations }
    }
  }
`);

/** How many recommendations to a country stand where, of those that who asks follows. */
export const StandingsQuery = graphql(`
  query Standings($code: CountryCode!) {
    country(code: $code) {
      id
      unknown: recommendations(first: 1, filter: { standing: UNKNOWN }) { totalCount }
      notStarted: recommendations(first: 1, filter: { standing: NOT_STARTED }) { totalCount }
      underWay: recommendations(first: 1, filter: { standing: UNDER_WAY }) { totalCount }
      partly: recommendations(first: 1, filter: { standing: PARTLY_IMPLEMENTED }) { totalCount }
      implemented: recommendations(first: 1, filter: { standing: IMPLEMENTED }) { totalCount }
      gone: recommendations(first: 1, filter: { standing: NO_LONGER_RELEVANT }) { totalCount }
    }
  }
`);
