import { graphql } from '../core/api/graphql.ts';

/** Accepts the place that is offered, by the link of the mail. */
export const AcceptOfferByLinkMutation = graphql(`
  mutation AcceptOfferByLink($secret: String!) {
    acceptOfferByLink(secret: $secret) {
      outcome
    }
  }
`);

/** Withdraws a registration, by the link of a mail. */
export const LeaveByLinkMutation = graphql(`
  mutation LeaveByLink($secret: String!) {
    leaveByLink(secret: $secret) {
      outcome
    }
  }
`);

/** Declines the place that is offered, by the link of the mail. */
export const DeclineOfferByLinkMutation = graphql(`
  mutation DeclineOfferByLink($secret: String!) {
    declineOfferByLink(secret: $secret) {
      outcome
    }
  }
`);
