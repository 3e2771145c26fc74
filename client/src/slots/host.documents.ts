import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What the link of a mail offers. */
export const ReadSlotsMutation = graphql(`
  mutation ReadSlots($secret: String!) {
    readSlots(secret: $secret) {
      state
      offered {
        byAdviser
        version
        timeZone
        minutes
        answersUntil
        answer
        takenDay
        takenStarts
        remark
        remarkLocale
        country { ...LocalizedFields }
        countryNote { ...LocalizedFields }
        city { ...LocalizedFields }
        subject { ...LocalizedFields }
        languages { ...LocalizedFields }
        people {
          kind
          count
        }
        slots {
          day
          starts
          isFree
        }
        proposals {
          day
          starts
        }
      }
    }
  }
`, [LocalizedFields]);

/** Answers by the link of a mail. */
export const AnswerSlotsMutation = graphql(`
  mutation AnswerSlots($secret: String!, $version: Int!, $input: HostAnswerInput!) {
    answerSlots(secret: $secret, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
        maximum
        at
      }
    }
  }
`);
