import { graphql } from '../core/api/graphql.ts';

/** Which data about persons the database can hold, why and how long. */
export const DataRegisterQuery = graphql(`
  query DataRegister {
    dataRegister {
      tables {
        name
        columns {
          name
          category
          persons
          purpose
          basis
          retention {
            period
            from
          }
          recipients
          source
          proposed
        }
      }
      tablesWithoutPersons {
        name
        reason
      }
    }
  }
`);
