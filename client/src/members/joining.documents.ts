import { graphql } from '../core/api/graphql.ts';

/** Asks for access. */
export const RequestAccessMutation = graphql(`
  mutation RequestAccess($input: RequestAccessInput!, $proof: String) {
    requestAccess(input: $input, proof: $proof) {
      days
    }
  }
`);

/** Shows that the address of a request is one's own. */
export const ConfirmAccessRequestMutation = graphql(`
  mutation ConfirmAccessRequest($secret: String!) {
    confirmAccessRequest(secret: $secret) {
      isConfirmed
    }
  }
`);

/** Accepts an invitation. */
export const AcceptInvitationMutation = graphql(`
  mutation AcceptInvitation($secret: String!) {
    acceptInvitation(secret: $secret) {
      outcome
      isSignedIn
      isSecondStepDue
    }
  }
`);
