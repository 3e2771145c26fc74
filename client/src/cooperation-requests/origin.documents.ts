import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A cooperation request in a list of links. */
const OriginFields = graphql(`
  fragment OriginFields on CooperationRequest {
    id
    subject { ...LocalizedFields }
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** The cooperation requests that a training session, a mission or a leg came of, of those that its reader sees. */
export const OriginRequestsQuery = graphql(`
  query OriginRequests($id: ID!) {
    node(id: $id) {
      id
      ... on TrainingSession {
        cooperationRequests { ...OriginFields }
      }
      ... on Mission {
        cooperationRequests { ...OriginFields }
      }
      ... on MissionLeg {
        cooperationRequests { ...OriginFields }
      }
    }
  }
`, [OriginFields]);
