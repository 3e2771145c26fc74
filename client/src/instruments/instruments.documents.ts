import { LocalizedFields, NameNotesFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** An instrument by its names, with its own dates. */
export const NamedInstrumentFields = graphql(`
  fragment NamedInstrumentFields on Instrument {
    id
    code
    reference
    title { ...LocalizedFields }
    shortTitle { ...LocalizedFields }
    inForceOn
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, ProvenanceFields]);

/** A country as the head of a column or of a row. */
export const HeadCountryFields = graphql(`
  fragment HeadCountryFields on Country {
    id
    code
    name { ...LocalizedFields }
    nameNote { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** All the instruments, and what each is to the countries. */
export const InstrumentListQuery = graphql(`
  query InstrumentList {
    instruments {
      ...NamedInstrumentFields
      transpositionDueOn
      countries {
        status
        inForceOn
        provenance { isVerified }
        country {
          id
          code
        }
      }
    }
    countries { ...HeadCountryFields }
  }
`, [NamedInstrumentFields, HeadCountryFields]);

/** An instrument, with what it is to each country and where each fact comes from. */
export const InstrumentQuery = graphql(`
  query Instrument($code: String!) {
    instrument(code: $code) {
      ...NamedInstrumentFields
      nameContext
      publicProvisions { key }
      titles {
        locale
        provenance { ...ProvenanceFields }
      }
      adoptedOn
      openedForSignatureOn
      transpositionDueOn
      articles {
        number
        title { ...LocalizedFields }
        provenance { ...ProvenanceFields note }
      }
      countries {
        status
        signedOn
        consentKind
        consentedOn
        inForceOn
        provenance { ...ProvenanceFields }
        country {
          id
          code
        }
      }
    }
    countries {
      ...HeadCountryFields
      ...NameNotesFields
    }
  }
`, [LocalizedFields, NameNotesFields, NamedInstrumentFields, HeadCountryFields, ProvenanceFields]);
