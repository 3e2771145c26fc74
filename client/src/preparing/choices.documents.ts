import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A recommendation as something that a session works towards. */
export const TowardsFields = graphql(`
  fragment TowardsFields on Recommendation {
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
`, [LocalizedFields]);

/** Recommendations to a country that have words, as far as either is said. */
export const RecommendationSearchQuery = graphql(`
  query RecommendationSearch($filter: RecommendationFilter!) {
    recommendations(filter: $filter, sort: LATEST, first: 10) {
      totalCount
      nodes { ...TowardsFields }
    }
  }
`, [TowardsFields]);

/** An expert as somebody who may teach. */
export const TrainerFields = graphql(`
  fragment TrainerFields on Expert {
    id
    name
    profession {
      id
      code
      name { ...LocalizedFields }
    }
    institution {
      id
      name
    }
  }
`, [LocalizedFields]);

/** Experts who have words. */
export const TrainerSearchQuery = graphql(`
  query TrainerSearch($search: NonEmptyString!) {
    experts(filter: { search: $search }, first: 10) {
      totalCount
      nodes { ...TrainerFields }
    }
  }
`, [TrainerFields]);
