import { LocalizedFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A public holiday. */
export const HolidayFields = graphql(`
  fragment HolidayFields on Holiday {
    date
    version
    isMoonDependent
    name { ...LocalizedFields }
    correction {
      kind
      changedAt
      isByPost
      isDemonstration
    }
    provenance {
      ...ProvenanceFields
      note
    }
  }
`, [LocalizedFields, ProvenanceFields]);

/** The public holidays of a country that are known. */
export const CountryHolidaysQuery = graphql(`
  query CountryHolidays($code: CountryCode!) {
    country(code: $code) {
      id
      holidays { ...HolidayFields }
    }
  }
`, [HolidayFields]);

/** The public holidays of all countries that are known, with what a calendar says of them. */
export const HolidaysQuery = graphql(`
  query Holidays {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      holidays {
        date
        isMoonDependent
        name { ...LocalizedFields }
        provenance { isVerified }
        correction { isDemonstration }
      }
    }
  }
`, [LocalizedFields]);
