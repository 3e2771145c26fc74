import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The documents of a session as whoever prepares it sees them. */
export const DocumentsQuery = graphql(`
  query PreparedDocuments($id: ID!) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      state
      can {
        edit
        archive
      }
      documents {
        id
        title
        locale
        kind
        size
        visibility
      }
    }
  }
`, [LocalizedFields]);

/** Takes a document away. */
export const RemoveDocumentMutation = graphql(`
  mutation RemoveSessionDocument($session: ID!, $id: ID!) {
    removeSessionDocument(session: $session, id: $id) {
      outcome
    }
  }
`);
