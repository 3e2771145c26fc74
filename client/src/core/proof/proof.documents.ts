import { graphql } from '../api/graphql.ts';

/** Work for the browser to do before it sends a form that anybody may send; null where none is asked for. */
export const ProofChallengeQuery = graphql(`
  query ProofChallenge {
    proofChallenge {
      challenge
      expiresAt
    }
  }
`);
