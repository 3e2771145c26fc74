import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The projects of a need, a group of needs or a recommendation, for those who see any. */
export const ProjectsOfQuery = graphql(`
  query ProjectsOf($id: ID!) {
    viewer {
      can { proposeProjects }
    }
    node(id: $id) {
      ... on Need {
        id
        projects {
          id
          status
          title { ...LocalizedFields }
        }
      }
      ... on CommonNeed {
        id
        projects {
          id
          status
          title { ...LocalizedFields }
        }
      }
      ... on Recommendation {
        id
        projects {
          id
          status
          title { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields]);
