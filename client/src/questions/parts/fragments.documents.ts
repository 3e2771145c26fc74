import { LocalizedFields } from '../../core/api/fragments.documents.ts';
import { graphql } from '../../core/api/graphql.ts';

/** A question as it is asked, in the reader's language. */
export const AskedFields = graphql(`
  fragment AskedFields on FormQuestion {
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
    help { ...LocalizedFields }
    choices {
      code
      label { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** What was answered, in the reader's language. */
export const AnswerFields = graphql(`
  fragment AnswerFields on RegistrationAnswer {
    text
    locale
    choices {
      code
      label { ...LocalizedFields }
    }
    country {
      id
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    language {
      id
      name { ...LocalizedFields }
    }
    question {
      id
      kind
    }
    level
    day
    file {
      id
      name
      kind
      size
      check
      checkedAt
    }
    isYes
    needs
    needsText
  }
`, [LocalizedFields]);
