import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What an expert with an account is asked, and whether who asks is one. */
export const OwnRequestsQuery = graphql(`
  query OwnAvailability {
    viewer {
      can { answerAvailability }
    }
    availabilityRequests {
      id
      version
      fromOn
      untilOn
      answersUntil
      isOpen
      answeredAt
      answers
      remark
      remarkLocale
      substitute
      title { ...LocalizedFields }
      note { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** Answers as an expert with an account. */
export const AnswerMutation = graphql(`
  mutation AnswerAvailability($id: ID!, $version: Int!, $input: AvailabilityInput!) {
    answerAvailability(id: $id, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
        day
      }
    }
  }
`);

/** What the link of a mail asks. */
export const ReadRequestMutation = graphql(`
  mutation ReadAvailabilityRequest($secret: String!) {
    readAvailabilityRequest(secret: $secret) {
      isOpen
      asked {
        version
        fromOn
        untilOn
        answersUntil
        answeredAt
        answers
        remark
        remarkLocale
        substitute
        title { ...LocalizedFields }
        note { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);

/** Answers by the link of a mail. */
export const AnswerByLinkMutation = graphql(`
  mutation AnswerAvailabilityByLink($secret: String!, $version: Int!, $input: AvailabilityInput!) {
    answerAvailabilityByLink(secret: $secret, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
        day
      }
    }
  }
`);
