import { PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What somebody asked about their data. */
export const DataRequestFields = graphql(`
  fragment DataRequestFields on DataRequest {
    id
    kind
    text
    askedAt
    dueOn
    daysLeft
    answeredAt
    answer
  }
`);

/** All that is kept about who is signed in. */
export const MyDataQuery = graphql(`
  query MyData {
    myData {
      tables {
        name
        columns {
          name
          category
          persons
          purpose
          basis
          retention {
            period
            from
          }
          recipients
          source
          proposed
        }
        rows {
          values
        }
      }
      unlinked {
        name
        reason
      }
    }
  }
`);

/** Who is signed in, with what they may do and have asked about their data. */
export const MyRequestsQuery = graphql(`
  query MyRequests {
    myData {
      isLastAdviser
      isReadOnly
    }
    viewer {
      name
      email
      dataRequests { ...DataRequestFields }
    }
  }
`, [DataRequestFields]);

/** What people ask about their data, the first to be answered first, for the adviser. */
export const DataRequestsQuery = graphql(`
  query DataRequests(
    $isAnswered: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    viewer {
      can { answerDataRequests }
    }
    dataRequests(filter: { isAnswered: $isAnswered }, sort: DUE, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        ...DataRequestFields
        person {
          name
          email
        }
      }
    }
  }
`, [DataRequestFields, PageFields]);

/** Corrects one's name. */
export const CorrectNameMutation = graphql(`
  mutation CorrectName($name: String!) {
    correctName(name: $name) {
      name
    }
  }
`);

/** Asks for another e-mail address. */
export const RequestAddressMutation = graphql(`
  mutation RequestAddress($email: EmailAddress!) {
    requestAddress(email: $email) {
      minutes
    }
  }
`);

/** Takes the new address, with the secret of its link. */
export const ConfirmAddressMutation = graphql(`
  mutation ConfirmAddress($secret: String!) {
    confirmAddress(secret: $secret) {
      isConfirmed
    }
  }
`);

/** Asks the adviser for something about one's data. */
export const MakeDataRequestMutation = graphql(`
  mutation MakeDataRequest($kind: DataRequestKind!, $text: String!) {
    makeDataRequest(kind: $kind, text: $text) {
      isMade
    }
  }
`);

/** Answers what somebody asks about their data. */
export const AnswerDataRequestMutation = graphql(`
  mutation AnswerDataRequest($id: ID!, $answer: String!) {
    answerDataRequest(id: $id, answer: $answer) {
      isAnswered
    }
  }
`);

/** Erases one's account. */
export const EraseAccountMutation = graphql(`
  mutation EraseAccount {
    eraseAccount {
      isErased
    }
  }
`);
