import { graphql } from '../core/api/graphql.ts';

/** What the server says of itself. */
export const ServiceQuery = graphql(`
  query Service {
    service {
      hasDemonstrationData
    }
  }
`);
