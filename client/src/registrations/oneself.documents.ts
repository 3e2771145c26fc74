import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { AskedFields } from '../questions/parts/fragments.documents.ts';
import { AnswerFaultFields, PersonFaultFields, RegisterChoiceFields, RegisteredFields } from './register.documents.ts';
import { EmbassyFields, RegistrationFields } from './registrations.documents.ts';

/** What the form to register oneself needs: the session, and as what who is signed in takes part. */
export const RegisterMyselfFormQuery = graphql(`
  query RegisterMyselfForm($id: ID!) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      format
      needsNomination
      asksProfession
      can {
        register
        registerMyself
      }
      questions { ...AskedFields }
    }
    viewer {
      name
      email
      can {
        registerParticipants
        takePart
      }
      takesPartAs {
        sector
        country { ...EmbassyFields }
        organisation {
          id
          name { ...LocalizedFields }
        }
        profession {
          id
          name { ...LocalizedFields }
        }
      }
    }
    ...RegisterChoiceFields
  }
`, [LocalizedFields, EmbassyFields, AskedFields, RegisterChoiceFields]);

/** What a visitor is told of registering oneself for a session: what its page tells too. */
export const SessionForVisitorsQuery = graphql(`
  query SessionForVisitors($id: ID!) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      state
      needsNomination
    }
  }
`, [LocalizedFields]);

/** Registers who is signed in. */
export const RegisterMyselfMutation = graphql(`
  mutation RegisterMyself($input: RegisterMyselfInput!) {
    registerMyself(input: $input) {
      outcome
      registered { ...RegisteredFields }
      faults { ...AnswerFaultFields }
      personFaults { ...PersonFaultFields }
    }
  }
`, [RegisteredFields, AnswerFaultFields, PersonFaultFields]);

/** A page of what who is signed in has registered themselves for, the latest first. */
export const OwnRegistrationsQuery = graphql(`
  query OwnRegistrations(
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    registrations(filter: { own: true }, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...RegistrationFields }
    }
  }
`, [PageFields, RegistrationFields]);
