import { LocalizedFields, OrganisationNameFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { AskedFields } from '../questions/parts/fragments.documents.ts';
import { AnswerFaultFields, PersonFaultFields, RegisterChoiceFields, RegisteredFields } from '../registrations/register.documents.ts';
import { EmbassyFields } from '../registrations/registrations.documents.ts';

/** An invitation, as its list shows it. */
export const SessionInvitationFields = graphql(`
  fragment SessionInvitationFields on SessionInvitation {
    id
    name
    email
    locale
    sector
    organisation { ...OrganisationNameFields }
    country { ...EmbassyFields }
    state
    sentAt
    acceptedAt
    declinedAt
    revokedAt
    isDemonstration
    can {
      revoke
      resend
    }
  }
`, [OrganisationNameFields, EmbassyFields]);

/** A session with a page of its invitations, for those who prepare it. */
export const SessionInvitationsQuery = graphql(`
  query SessionInvitations(
    $id: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    trainingSession(id: $id) {
      id
      title { ...LocalizedFields }
      can {
        edit
        register
      }
      invitations(sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo { ...PageFields }
        nodes { ...SessionInvitationFields }
      }
    }
  }
`, [LocalizedFields, PageFields, SessionInvitationFields]);

/** Invites people. */
export const InviteToSessionMutation = graphql(`
  mutation InviteToSession($input: InviteToSessionInput!) {
    inviteToSession(input: $input) {
      outcome
      people {
        email
        outcome
      }
    }
  }
`);

/** Takes an invitation back. */
export const RevokeSessionInvitationMutation = graphql(`
  mutation RevokeSessionInvitation($id: ID!) {
    revokeSessionInvitation(id: $id) {
      outcome
    }
  }
`);

/** Sends an invitation again. */
export const ResendSessionInvitationMutation = graphql(`
  mutation ResendSessionInvitation($id: ID!, $submission: UUID!) {
    resendSessionInvitation(id: $id, submission: $submission) {
      outcome
    }
  }
`);

/** What the form of who is invited offers to choose from. */
export const InvitedChoicesQuery = graphql(`
  query InvitedChoices {
    ...RegisterChoiceFields
  }
`, [RegisterChoiceFields]);

/** What the link of an invitation leads to. */
export const ReadSessionInvitationMutation = graphql(`
  mutation ReadSessionInvitation($secret: String!) {
    readSessionInvitation(secret: $secret) {
      state
      name
      sector
      organisation { ...OrganisationNameFields }
      country { ...EmbassyFields }
      session {
        id
        title { ...LocalizedFields }
        startsAt
        timeZone
        format
        asksProfession
        questions { ...AskedFields }
      }
    }
  }
`, [LocalizedFields, OrganisationNameFields, EmbassyFields, AskedFields]);

/** Accepts by the secret of a link. */
export const AcceptSessionInvitationMutation = graphql(`
  mutation AcceptSessionInvitation($input: AcceptSessionInvitationInput!) {
    acceptSessionInvitation(input: $input) {
      outcome
      registered { ...RegisteredFields }
      faults { ...AnswerFaultFields }
      personFaults { ...PersonFaultFields }
    }
  }
`, [RegisteredFields, AnswerFaultFields, PersonFaultFields]);

/** Declines by the secret of a link. */
export const DeclineSessionInvitationMutation = graphql(`
  mutation DeclineSessionInvitation($secret: String!) {
    declineSessionInvitation(secret: $secret) {
      outcome
    }
  }
`);
