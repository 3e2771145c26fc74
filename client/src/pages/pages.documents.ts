import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** Who answers for this site. */
export const OperatorQuery = graphql(`
  query Operator {
    service {
      operator {
        name
        director
        contact
        host
        securityContact
      }
    }
  }
`);

/** What there is of the reference data, fact by fact, and whether invented data stands beside it. */
export const DataQuery = graphql(`
  query Data {
    service {
      hasDemonstrationData
    }
    countries {
      id
      hotlines {
        provenance { isVerified }
      }
    }
    instruments {
      id
      provenance { isVerified }
    }
    organisations(first: 100) {
      totalCount
      nodes {
        id
        provenance { isVerified }
      }
    }
    recommendations(first: 100) {
      totalCount
      nodes {
        id
        provenance { isVerified }
      }
    }
  }
`);

/** The countries that have a page. */
export const SiteCountriesQuery = graphql(`
  query SiteCountries {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);
