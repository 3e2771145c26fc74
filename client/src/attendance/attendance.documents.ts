import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What the page of a session shows those who may say who was there. */
export const AttendanceAbilityQuery = graphql(`
  query AttendanceAbility($id: ID!) {
    trainingSession(id: $id) {
      id
      attendance {
        can {
          record
          decide
          certify
        }
      }
    }
  }
`);

/** What is asked for in a session, and what its passes are read with. */
export const SessionAttendanceQuery = graphql(`
  query SessionAttendance($id: ID!) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      state
      timeZone
      attendance {
        days
        today
        now
        requiredShare
        thanked
        thankedAt
        passKey
        can {
          record
          decide
          certify
        }
      }
    }
  }
`, [LocalizedFields]);

/** A certificate, as it stands beside who it is for. */
export const CertificateFields = graphql(`
  fragment CertificateFields on Certificate {
    id
    number
    issuedAt
    locale
    revokedAt
    revokedReason
    can { revoke }
  }
`);

/** Somebody with a place, as lists show them. */
export const AttendeeFields = graphql(`
  fragment AttendeeFields on Attendee {
    id
    registration
    name
    code
    isDemonstration
    hasAttended
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    organisation {
      id
      name { ...LocalizedFields }
    }
    presences {
      day
      state
    }
    certificates { ...CertificateFields }
  }
`, [LocalizedFields, CertificateFields]);

/** A page of those with a place in a session. */
export const AttendeesQuery = graphql(`
  query Attendees($id: ID!, $first: Int!, $after: String) {
    trainingSession(id: $id) {
      id
      attendees(first: $first, after: $after) {
        totalCount
        pageInfo { ...PageFields }
        nodes { ...AttendeeFields }
      }
    }
  }
`, [PageFields, AttendeeFields]);

/** That something has changed in who was at a session, or who takes part, that who is signed in may see. */
export const AttendanceChangedSubscription = graphql(`
  subscription AttendanceChanged($session: ID!) {
    attendanceChanged(session: $session)
  }
`);

/** Says who was there. */
export const RecordPresenceMutation = graphql(`
  mutation RecordPresence($input: [PresenceInput!]!) {
    recordPresence(input: $input) {
      results {
        outcome
        registration
        day
        state
      }
    }
  }
`);

/** Says for which share of the days one gets a certificate. */
export const ChangeRequiredShareMutation = graphql(`
  mutation ChangeRequiredShare($session: ID!, $share: Int!) {
    changeRequiredShare(session: $session, share: $share) {
      outcome
    }
  }
`);

/** Issues certificates. */
export const IssueCertificatesMutation = graphql(`
  mutation IssueCertificates($input: IssueCertificatesInput!) {
    issueCertificates(input: $input) {
      results {
        registration
        outcome
      }
    }
  }
`);

/** Revokes a certificate, with a reason. */
export const RevokeCertificateMutation = graphql(`
  mutation RevokeCertificate($id: ID!, $reason: String!) {
    revokeCertificate(id: $id, reason: $reason) {
      outcome
    }
  }
`);

/** Whether whoever has the number of one's certificate sees one's name. */
export const ReadNameChoiceMutation = graphql(`
  mutation ReadNameChoice($secret: String!) {
    readNameChoice(secret: $secret) {
      choice {
        name
        isShown
      }
    }
  }
`);

/** Says whether they see it. */
export const ChooseNameByLinkMutation = graphql(`
  mutation ChooseNameByLink($secret: String!, $isShown: Boolean!) {
    chooseNameByLink(secret: $secret, isShown: $isShown) {
      choice {
        name
        isShown
      }
    }
  }
`);

/** What a certificate says to whoever has its number. */
export const VerifiedCertificateQuery = graphql(`
  query VerifiedCertificate($number: String!) {
    verifiedCertificate(number: $number) {
      state
      name
      session {
        id
        startsAt
        endsAt
        timeZone
        isDemonstration
        texts {
          locale
          title
        }
      }
    }
  }
`);
