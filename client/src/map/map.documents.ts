import { LocalizedFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** Since when the Council of Europe’s convention against trafficking in human beings binds each country. */
export const ConventionQuery = graphql(`
  query Convention {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    instrument(code: "coe-197") {
      id
      reference
      title { ...LocalizedFields }
      countries {
        status
        inForceOn
        provenance { ...ProvenanceFields }
        country {
          id
          code
        }
      }
    }
  }
`, [LocalizedFields, ProvenanceFields]);

/** Where the countries and their capitals are. */
export const PlacesQuery = graphql(`
  query Places {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      capital { ...LocalizedFields }
      capitalCoordinates {
        latitude
        longitude
      }
    }
  }
`, [LocalizedFields]);
