import { MemberFields } from '../accounts/accounts.documents.ts';
import { LocalizedFields, OrganisationNameFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A place that a role is for. */
const PlaceFields = graphql(`
  fragment PlaceFields on Country {
    id
    code
    name { ...LocalizedFields }
    nameNote { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** The organisations of a country that somebody can ask for, or be invited to. */
export const NgoListQuery = graphql(`
  query NgoList($country: CountryCode, $kinds: [OrganisationKind!]!) {
    organisations(first: 100, filter: { country: $country, kinds: $kinds }, sort: NAME) {
      nodes { ...OrganisationNameFields }
    }
  }
`, [OrganisationNameFields]);

/** What who is signed in may do about others, and where. */
export const OfficeQuery = graphql(`
  query Office {
    viewer {
      can {
        manageMembers
        manageMembersAnywhere
        invite { role scope }
        decideAccessRequests
        registerParticipants
        validateRegistrations
      }
      memberships {
        ...MemberFields
        can { invite }
      }
    }
  }
`, [MemberFields]);

/** A role that somebody has. */
export const NetworkMemberFields = graphql(`
  fragment NetworkMemberFields on NetworkMember {
    id
    name
    email
    role
    country { ...PlaceFields }
    organisation { ...OrganisationNameFields }
    since
    until
    state
    isOwn
    isDemonstration
    sheet {
      expert { id }
    }
    can {
      suspend
      restore
      end
      changeTo
      openSheet
    }
  }
`, [PlaceFields, OrganisationNameFields]);

/** A page of the members. */
export const MemberListQuery = graphql(`
  query MemberList(
    $filter: NetworkMemberFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    members(filter: $filter, sort: NAME, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...NetworkMemberFields }
    }
  }
`, [PageFields, NetworkMemberFields]);

/** Suspends a role. */
export const SuspendMemberMutation = graphql(`
  mutation SuspendMember($id: ID!) {
    suspendMember(id: $id) {
      outcome
    }
  }
`);

/** Lifts the suspension of a role. */
export const RestoreMemberMutation = graphql(`
  mutation RestoreMember($id: ID!) {
    restoreMember(id: $id) {
      outcome
    }
  }
`);

/** Ends a role. */
export const EndMemberMutation = graphql(`
  mutation EndMember($id: ID!) {
    endMember(id: $id) {
      outcome
    }
  }
`);

/** Changes a role into another. */
export const ChangeMemberRoleMutation = graphql(`
  mutation ChangeMemberRole($id: ID!, $role: MemberRole!) {
    changeMemberRole(id: $id, role: $role) {
      outcome
    }
  }
`);

/** An invitation. */
export const InvitationFields = graphql(`
  fragment InvitationFields on Invitation {
    id
    name
    email
    role
    country { ...PlaceFields }
    organisation { ...OrganisationNameFields }
    sentAt
    expiresAt
    state
    isDemonstration
    can {
      withdraw
      resend
    }
  }
`, [PlaceFields, OrganisationNameFields]);

/** A page of the invitations, sent last first. */
export const InvitationListQuery = graphql(`
  query InvitationList(
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    invitations(sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...InvitationFields }
    }
  }
`, [PageFields, InvitationFields]);

/** Invites somebody. */
export const InviteMemberMutation = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      outcome
      days
    }
  }
`);

/** Withdraws an invitation. */
export const WithdrawInvitationMutation = graphql(`
  mutation WithdrawInvitation($id: ID!) {
    withdrawInvitation(id: $id) {
      outcome
    }
  }
`);

/** Sends an invitation again. */
export const ResendInvitationMutation = graphql(`
  mutation ResendInvitation($id: ID!, $submission: UUID!) {
    resendInvitation(id: $id, submission: $submission) {
      outcome
    }
  }
`);

/** A request for access. */
export const AccessRequestFields = graphql(`
  fragment AccessRequestFields on AccessRequest {
    id
    country { ...PlaceFields }
    organisation { ...OrganisationNameFields }
    organisationName
    organisationWebsite
    alike { ...OrganisationNameFields }
    name
    email
    role
    message
    locale
    confirmedAt
    decision
    decidedAt
    reason
    isDemonstration
    can { decide }
  }
`, [PlaceFields, OrganisationNameFields]);

/** The requests that wait, and a page of all, the latest first. */
export const AccessRequestListQuery = graphql(`
  query AccessRequestList(
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    waiting: accessRequests(filter: { isDecided: false }, first: 50) {
      totalCount
      nodes { ...AccessRequestFields }
    }
    decided: accessRequests(filter: { isDecided: true }, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...AccessRequestFields }
    }
  }
`, [PageFields, AccessRequestFields]);

/** Decides about a request. */
export const DecideAccessRequestMutation = graphql(`
  mutation DecideAccessRequest(
    $id: ID!
    $decision: AccessDecision!
    $reason: String!
    $which: WhichOrganisationInput
  ) {
    decideAccessRequest(id: $id, decision: $decision, reason: $reason, which: $which) {
      outcome
    }
  }
`);
