import { graphql } from '../core/api/graphql.ts';

/** Validates a registration. */
export const ValidateRegistrationMutation = graphql(`
  mutation ValidateRegistration($id: ID!) {
    validateRegistration(id: $id) {
      outcome
      state
      position
    }
  }
`);

/** Refuses a registration, with the reason that they are told. */
export const RefuseRegistrationMutation = graphql(`
  mutation RefuseRegistration($id: ID!, $reason: String!) {
    refuseRegistration(id: $id, reason: $reason) {
      outcome
    }
  }
`);

/** Withdraws a registration. */
export const WithdrawRegistrationMutation = graphql(`
  mutation WithdrawRegistration($id: ID!) {
    withdrawRegistration(id: $id) {
      outcome
    }
  }
`);

/** Accepts the place that is offered. */
export const AcceptOfferMutation = graphql(`
  mutation AcceptOffer($id: ID!) {
    acceptOffer(id: $id) {
      outcome
    }
  }
`);

/** Declines the place that is offered. */
export const DeclineOfferMutation = graphql(`
  mutation DeclineOffer($id: ID!) {
    declineOffer(id: $id) {
      outcome
    }
  }
`);
