import { graphql } from './graphql.ts';

/** A text with the language it is in. */
export const LocalizedFields = graphql(`
  fragment LocalizedFields on LocalizedText {
    text
    locale
    isFallback
    isOutdated
  }
`);

/** Where a fact comes from. */
export const ProvenanceFields = graphql(`
  fragment ProvenanceFields on Provenance {
    source
    sourceUrl
    checkedOn
    isVerified
  }
`);

/** Where a page of a list stands. */
export const PageFields = graphql(`
  fragment PageFields on PageInfo {
    startCursor
    endCursor
    hasNextPage
    hasPreviousPage
  }
`);

/** An organisation by its name. */
export const OrganisationNameFields = graphql(`
  fragment OrganisationNameFields on Organisation {
    id
    name { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** A country by its name. */
export const CountryNameFields = graphql(`
  fragment CountryNameFields on Country {
    code
    name { ...LocalizedFields }
    nameNote { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** What families of texts print with the name of a country. */
export const NameNotesFields = graphql(`
  fragment NameNotesFields on Country {
    nameNotes {
      context
      text { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** A country as it is named in texts of any family. */
export const NotedCountryFields = graphql(`
  fragment NotedCountryFields on Country {
    id
    ...CountryNameFields
    ...NameNotesFields
  }
`, [CountryNameFields, NameNotesFields]);
