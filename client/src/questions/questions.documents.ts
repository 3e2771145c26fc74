import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { AnswerFields, AskedFields } from './parts/fragments.documents.ts';

/** A question as whoever prepares it changes it: in every language. */
const PreparedQuestionFields = graphql(`
  fragment PreparedQuestionFields on FormQuestion {
    id
    key
    kind
    isRequired
    isClosed
    retentionDays
    condition {
      question
      answer
    }
    label { ...LocalizedFields }
    version
    isAnswered
    texts {
      locale
      isSource
      isOutdated
      label
      help
    }
    choices {
      code
      label { ...LocalizedFields }
      texts {
        locale
        label
      }
    }
  }
`, [LocalizedFields]);

/** The form of a session as whoever prepares it changes it. */
export const FormFields = graphql(`
  fragment FormFields on TrainingSession {
    id
    title { ...LocalizedFields }
    can {
      edit
      translate
    }
    questions { ...PreparedQuestionFields }
  }
`, [LocalizedFields, PreparedQuestionFields]);

/** The form of a session, and what questions can be about. */
export const FormQuery = graphql(`
  query RegistrationForm($id: ID!) {
    trainingSession(id: $id) { ...FormFields }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields, FormFields]);

/** What comes of each change: the form as it is now. */
const QuestionAnswer = graphql(`
  fragment QuestionAnswer on QuestionPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    session { ...FormFields }
  }
`, [FormFields]);

/** Adds a question, or changes it. */
export const SaveQuestionMutation = graphql(`
  mutation SaveQuestion($session: ID!, $key: UUID!, $version: Int!, $input: QuestionInput!) {
    saveQuestion(session: $session, key: $key, version: $version, input: $input) { ...QuestionAnswer }
  }
`, [QuestionAnswer]);

/** Says a question in another language. */
export const TranslateQuestionMutation = graphql(`
  mutation TranslateQuestion($session: ID!, $key: UUID!, $version: Int!, $texts: QuestionTextsInput!) {
    translateQuestion(session: $session, key: $key, version: $version, texts: $texts) { ...QuestionAnswer }
  }
`, [QuestionAnswer]);

/** Moves a question within the form. */
export const MoveQuestionMutation = graphql(`
  mutation MoveQuestion($session: ID!, $key: UUID!, $position: Int!) {
    moveQuestion(session: $session, key: $key, position: $position) { ...QuestionAnswer }
  }
`, [QuestionAnswer]);

/** Closes a question. */
export const CloseQuestionMutation = graphql(`
  mutation CloseQuestion($session: ID!, $key: UUID!) {
    closeQuestion(session: $session, key: $key) { ...QuestionAnswer }
  }
`, [QuestionAnswer]);

/** Opens a question again. */
export const ReopenQuestionMutation = graphql(`
  mutation ReopenQuestion($session: ID!, $key: UUID!) {
    reopenQuestion(session: $session, key: $key) { ...QuestionAnswer }
  }
`, [QuestionAnswer]);

/** Takes a question away. */
export const RemoveQuestionMutation = graphql(`
  mutation RemoveQuestion($session: ID!, $key: UUID!) {
    removeQuestion(session: $session, key: $key) { ...QuestionAnswer }
  }
`, [QuestionAnswer]);

/** What was answered for a session, question by question; for who prepares it. */
export const SessionAnswersQuery = graphql(`
  query SessionAnswers($id: ID!) {
    trainingSession(id: $id) {
      id
      questions {
        ...AskedFields
        isAnswered
        counts {
          answer
          count
        }
        answers {
          ...AnswerFields
          registration {
            id
            participant {
              id
              name
            }
          }
        }
      }
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields, AskedFields, AnswerFields]);
