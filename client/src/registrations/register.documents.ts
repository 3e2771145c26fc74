import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { AskedFields } from '../questions/parts/fragments.documents.ts';
import { EmbassyFields } from './registrations.documents.ts';

/** What the forms of registrations offer to choose from. */
export const RegisterChoiceFields = graphql(`
  fragment RegisterChoiceFields on Query {
    professions {
      id
      code
      name { ...LocalizedFields }
    }
    countries { ...EmbassyFields }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields, EmbassyFields]);

/** What the form to register people needs: the session, and for whom who is signed in registers people. */
export const RegisterFormQuery = graphql(`
  query RegisterForm($id: ID!) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      format
      asksProfession
      can { register }
      questions { ...AskedFields }
    }
    viewer {
      name
      email
      registersFor {
        role
        country { ...EmbassyFields }
        organisation {
          id
          name { ...LocalizedFields }
          country { ...EmbassyFields }
        }
      }
    }
    ...RegisterChoiceFields
  }
`, [LocalizedFields, EmbassyFields, AskedFields, RegisterChoiceFields]);

/** What came of registering somebody. */
export const RegisteredFields = graphql(`
  fragment RegisteredFields on RegisteredPerson {
    email
    outcome
    position
    passedOver
  }
`);

/** What is wrong with an answer. */
export const AnswerFaultFields = graphql(`
  fragment AnswerFaultFields on AnswerFault {
    person
    question
    fault
    maximum
  }
`);

/** What is wrong with what is said of somebody. */
export const PersonFaultFields = graphql(`
  fragment PersonFaultFields on PersonFault {
    person
    field
    fault
  }
`);

/** Registers people. */
export const RegisterParticipantsMutation = graphql(`
  mutation RegisterParticipants($input: RegisterParticipantsInput!) {
    registerParticipants(input: $input) {
      outcome
      people { ...RegisteredFields }
      faults { ...AnswerFaultFields }
      personFaults { ...PersonFaultFields }
    }
  }
`, [RegisteredFields, AnswerFaultFields, PersonFaultFields]);
