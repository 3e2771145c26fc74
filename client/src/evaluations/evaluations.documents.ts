import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What the page of a session shows those who prepare it, and its trainers. */
export const EvaluationStateQuery = graphql(`
  query EvaluationState($id: ID!) {
    trainingSession(id: $id) {
      id
      evaluation {
        state
        can { open }
      }
    }
  }
`);

/** The evaluation of a session. */
export const SessionEvaluationQuery = graphql(`
  query SessionEvaluation($id: ID!) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      timeZone
      evaluation {
        state
        questions
        closesAt
        closedAt
        asked
        answered
        results {
          question
          answered
          counts {
            choice
            count
          }
          comments {
            text
            locale
          }
        }
        can { open }
      }
    }
  }
`, [LocalizedFields]);

/** Asks those who were there. */
export const OpenEvaluationMutation = graphql(`
  mutation OpenEvaluation($input: OpenEvaluationInput!) {
    openEvaluation(input: $input) {
      outcome
    }
  }
`);

/** What whoever has a secret is asked. */
export const ReadEvaluationMutation = graphql(`
  mutation ReadEvaluation($secret: String!) {
    readEvaluation(secret: $secret) {
      state
      questions
      until
      session {
        id
        title { ...LocalizedFields }
        timeZone
      }
    }
  }
`, [LocalizedFields]);

/** Answers, once. */
export const AnswerEvaluationMutation = graphql(`
  mutation AnswerEvaluation($secret: String!, $answers: [EvaluationAnswerInput!]!) {
    answerEvaluation(secret: $secret, answers: $answers) {
      outcome
    }
  }
`);
