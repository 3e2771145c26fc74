import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { AnswerFields } from '../questions/parts/fragments.documents.ts';

/** A country with the town of its embassy. */
export const EmbassyFields = graphql(`
  fragment EmbassyFields on Country {
    id
    code
    name { ...LocalizedFields }
    nameNote { ...LocalizedFields }
    capital { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** Whether who is signed in may register people for a session, or see who is registered. */
export const RegisterAbilityQuery = graphql(`
  query RegisterAbility($id: ID!) {
    trainingSession(id: $id) {
      id
      needsNomination
      can {
        register
        registerMyself
      }
    }
    viewer {
      can {
        registerParticipants
        takePart
        validateRegistrations
      }
    }
  }
`);

/** A registration, as lists show it. */
export const RegistrationFields = graphql(`
  fragment RegistrationFields on Registration {
    id
    state
    ending
    mode
    registeredAt
    position
    passedOver
    hasTwin
    offeredUntil
    refusedReason
    isDemonstration
    isOwn
    country { ...EmbassyFields }
    session {
      id
      title { ...LocalizedFields }
      startsAt
      timeZone
    }
    participant {
      id
      name
      email
      sector
      organisation {
        id
        name { ...LocalizedFields }
      }
      profession {
        id
        name { ...LocalizedFields }
      }
    }
    answers {
      ...AnswerFields
      question {
        id
        label { ...LocalizedFields }
      }
    }
    attendee {
      id
      token
      certificates { id revokedAt locale }
    }
    can {
      validate
      withdraw
      answerOffer
    }
  }
`, [LocalizedFields, EmbassyFields, AnswerFields]);

/** What who is signed in may do about registrations, those that wait for their validation, the first first, and a page of all, the latest first. */
export const RegistrationListQuery = graphql(`
  query RegistrationList(
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    viewer {
      can {
        registerParticipants
        validateRegistrations
      }
    }
    waiting: registrations(filter: { awaitsYou: true, states: [AWAITING_VALIDATION] }, sort: EARLIEST, first: 40) {
      totalCount
      nodes { ...RegistrationFields }
    }
    all: registrations(sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...RegistrationFields }
    }
  }
`, [PageFields, RegistrationFields]);

/** The places that wait for an answer of who is signed in, the one that lapses soonest first. */
export const OfferedPlacesQuery = graphql(`
  query OfferedPlaces {
    registrations(filter: { awaitsYou: true, states: [OFFERED] }, sort: DEADLINE, first: 50) {
      nodes { ...RegistrationFields }
    }
  }
`, [RegistrationFields]);

/** Who is registered for a session, in the order of the waiting list, with its quotas and the balance of those who have a place and those who wait. */
export const SessionRegistrationsQuery = graphql(`
  query SessionRegistrations(
    $id: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      can { edit }
      attendance { requiredShare }
      places
      placesLeft
      quotas {
        id
        kind
        key
        places
        counts {
          value
          taken
        }
      }
      placeCounts {
        kind
        value
        taken
        waiting
      }
    }
    authoritiesHeld: registrations(filter: { session: $id, states: [CONFIRMED, OFFERED], sectors: [AUTHORITY] }, first: 1) { totalCount }
    civilSocietyHeld: registrations(filter: { session: $id, states: [CONFIRMED, OFFERED], sectors: [CIVIL_SOCIETY] }, first: 1) { totalCount }
    othersHeld: registrations(filter: { session: $id, states: [CONFIRMED, OFFERED], sectors: [OTHER] }, first: 1) { totalCount }
    authoritiesWaiting: registrations(filter: { session: $id, states: [WAITING], sectors: [AUTHORITY] }, first: 1) { totalCount }
    civilSocietyWaiting: registrations(filter: { session: $id, states: [WAITING], sectors: [CIVIL_SOCIETY] }, first: 1) { totalCount }
    othersWaiting: registrations(filter: { session: $id, states: [WAITING], sectors: [OTHER] }, first: 1) { totalCount }
    registrations(filter: { session: $id }, sort: TURN, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...RegistrationFields }
    }
  }
`, [LocalizedFields, PageFields, RegistrationFields]);
