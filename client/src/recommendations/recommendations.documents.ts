import { LocalizedFields, NotedCountryFields, PageFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A recommendation as lists show it. */
export const ListedRecommendationFields = graphql(`
  fragment ListedRecommendationFields on Recommendation {
    id
    body
    round
    year
    paragraph
    verb
    isDemonstration
    summary { ...LocalizedFields }
    themes {
      id
      code
      name { ...LocalizedFields }
    }
    nameContext
    country {
      ...NotedCountryFields
    }
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, NotedCountryFields, ProvenanceFields]);

/** A page of the recommendations; `isFollowed`: whether what is overdue is asked about, which visitors do not learn. */
export const RecommendationListQuery = graphql(`
  query RecommendationList(
    $filter: RecommendationFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
    $sort: RecommendationSort!
    $isFollowed: Boolean!
  ) {
    recommendations(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        ...ListedRecommendationFields
        overdueSince @include(if: $isFollowed)
        isOverdueDemonstration @include(if: $isFollowed)
      }
    }
  }
`, [PageFields, ListedRecommendationFields]);

/** A recommendation. */
export const RecommendationQuery = graphql(`
  query Recommendation($id: ID!) {
    recommendation(id: $id) {
      ...ListedRecommendationFields
      publicProvisions { key }
      trainingSessions(sort: LATEST, first: 20) {
        nodes {
          id
          startsAt
          timeZone
          title { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields, ListedRecommendationFields]);
