import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The documents of a session as whoever prepares it sees them. */
export const DocumentsFields = graphql(`
  fragment DocumentsFields on TrainingSession {
    id
    title { ...LocalizedFields }
    state
    can {
      edit
      translate
      archive
    }
    documents {
      id
      version
      title { ...LocalizedFields }
      texts {
        locale
        isSource
        isOutdated
        title
      }
      locale
      kind
      size
      check
      checkedAt
      visibility
    }
  }
`, [LocalizedFields]);

/** The same, asked for. */
export const DocumentsQuery = graphql(`
  query PreparedDocuments($id: ID!) {
    trainingSession(id: $id) { ...DocumentsFields }
  }
`, [DocumentsFields]);

/** Changes what is said of a document. */
export const ChangeDocumentMutation = graphql(`
  mutation ChangeSessionDocument($session: ID!, $id: ID!, $version: Int!, $input: SessionDocumentInput!) {
    changeSessionDocument(session: $session, id: $id, version: $version, input: $input) {
      outcome
      session { ...DocumentsFields }
    }
  }
`, [DocumentsFields]);

/** Says what a document is called in another language. */
export const TranslateDocumentMutation = graphql(`
  mutation TranslateSessionDocument($session: ID!, $id: ID!, $version: Int!, $texts: SessionDocumentTextsInput!) {
    translateSessionDocument(session: $session, id: $id, version: $version, texts: $texts) {
      outcome
      session { ...DocumentsFields }
    }
  }
`, [DocumentsFields]);

/** Takes a document away. */
export const RemoveDocumentMutation = graphql(`
  mutation RemoveSessionDocument($session: ID!, $id: ID!) {
    removeSessionDocument(session: $session, id: $id) {
      outcome
    }
  }
`);
