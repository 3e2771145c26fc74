import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { NeedLinkFields } from '../needs/choice.documents.ts';
import { TowardsFields, TrainerFields } from './choices.documents.ts';

/** All that is said of a session, in every language, as whoever prepares it changes it. */
export const PreparedFields = graphql(`
  fragment PreparedFields on TrainingSession {
    id
    version
    state
    can {
      edit
      translate
      open
      close
      reopen
      cancel
      archive
      discard
    }
    title { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      summary
      programme
      objectives
      cancelledReason
    }
    level
    theme {
      id
      code
    }
    audiences {
      id
      code
    }
    format
    country {
      id
      code
    }
    town
    venue {
      name
      address
    }
    timeZone
    startsAt
    endsAt
    registrationUntil
    places
    modePlaces {
      mode
      places
    }
    needsValidation
    needsNomination
    trainers { ...TrainerFields }
    untoldTrainers { ...TrainerFields }
    recommendations { ...TowardsFields }
    needs { ...NeedLinkFields }
    languages {
      use
      language {
        id
        code
      }
    }
  }
`, [LocalizedFields, NeedLinkFields, TowardsFields, TrainerFields]);

/** What comes of each change: the session as it is now. */
const SessionAnswer = graphql(`
  fragment SessionAnswer on SessionPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    session { ...PreparedFields }
  }
`, [PreparedFields]);

/** Where who is signed in prepares sessions, and what they choose from. */
export const PreparationQuery = graphql(`
  query Preparation {
    viewer {
      can {
        prepareSessions
        prepareSessionsAnywhere
      }
      memberships {
        country {
          id
          code
        }
        can { prepareSessions }
      }
    }
    countries {
      id
      code
      timeZone
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    themes {
      id
      code
      name { ...LocalizedFields }
    }
    audiences {
      id
      code
      name { ...LocalizedFields }
    }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** A session that is prepared. */
export const PreparedQuery = graphql(`
  query PreparedSession($id: ID!) {
    trainingSession(id: $id) { ...PreparedFields }
  }
`, [PreparedFields]);

/** A session that is said in other languages, with all that is said of its parts and questions. */
export const TranslationsQuery = graphql(`
  query SessionTranslations($id: ID!) {
    trainingSession(id: $id) {
      ...PreparedFields
      parts {
        id
        texts {
          locale
          isSource
          isOutdated
        }
      }
      documents {
        id
        texts {
          locale
          isSource
          isOutdated
        }
      }
      questions {
        id
        isClosed
        texts {
          locale
          isSource
          isOutdated
          label
          help
        }
        choices {
          code
          texts {
            locale
          }
        }
      }
    }
  }
`, [PreparedFields]);

/** Makes a session. */
export const CreateSessionMutation = graphql(`
  mutation CreateSession($key: UUID!, $input: SessionInput!) {
    createSession(key: $key, input: $input) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Changes what is said of a session. */
export const UpdateSessionMutation = graphql(`
  mutation UpdateSession($id: ID!, $version: Int!, $input: SessionInput!) {
    updateSession(id: $id, version: $version, input: $input) { ...SessionAnswer }
  }
`, [SessionAnswer]);

/** Says a session in another language. */
export const TranslateSessionMutation = graphql(`
  mutation TranslateSession($id: ID!, $version: Int!, $texts: SessionTextsInput!) {
    translateSession(id: $id, version: $version, texts: $texts) { ...SessionAnswer }
  }
`, [SessionAnswer]);

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
