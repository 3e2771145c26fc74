import { graphql } from '../core/api/graphql.ts';
import { SessionAnswer } from './preparing.documents.ts';

/** Announces a draft. */
export const OpenSessionMutation = graphql(`
  mutation OpenSession($id: ID!) {
    openSession(id: $id) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Closes registration. */
export const CloseSessionMutation = graphql(`
  mutation CloseSession($id: ID!) {
    closeSession(id: $id) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Opens registration again. */
export const ReopenSessionMutation = graphql(`
  mutation ReopenSession($id: ID!) {
    reopenSession(id: $id) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Calls a session off. */
export const CancelSessionMutation = graphql(`
  mutation CancelSession($id: ID!, $reasons: [LocaleTextInput!]!) {
    cancelSession(id: $id, reasons: $reasons) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Puts a session away. */
export const ArchiveSessionMutation = graphql(`
  mutation ArchiveSession($id: ID!) {
    archiveSession(id: $id) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Throws a draft away. */
export const DiscardSessionMutation = graphql(`
  mutation DiscardSession($id: ID!) {
    discardSession(id: $id) { ...SessionAnswer }
  }
`, [SessionAnswer]);
