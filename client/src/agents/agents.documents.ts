import { graphql } from '../core/api/graphql.ts';

/** The identity at the provider of the French State that an account is bound to. */
export const AgentIdentityFields = graphql(`
  fragment AgentIdentityFields on SignInAccount {
    createdAt
    refusedAt
  }
`);

/** Whether agents of the French State can sign in at their own provider. */
export const AgentSignInQuery = graphql(`
  query AgentSignIn {
    service {
      hasAgentSignIn
    }
  }
`);

/** Takes the identity away that one's account is bound to. */
export const UnbindAgentMutation = graphql(`
  mutation UnbindAgent {
    unbindAgent {
      isUnbound
    }
  }
`);
