import { LocalizedFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What coordinates action against trafficking in a country. */
export const CoordinationFields = graphql(`
  fragment CoordinationFields on CountryCoordination {
    key
    kind
    name
    locale
    legalBasis
    website
    startsOn
    endsOn
    changedAt
    isByPost
    version
    isDemonstration
    canChange
    organisation {
      id
      name { ...LocalizedFields }
    }
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, ProvenanceFields]);

/** All of a country, for everybody. */
export const CoordinationQuery = graphql(`
  query Coordination($code: CountryCode!) {
    country(code: $code) {
      id
      coordination { ...CoordinationFields }
    }
  }
`, [CoordinationFields]);

/** All of a country, with the organisations that it may be, and whether who asks keeps it. */
export const KeptCoordinationQuery = graphql(`
  query KeptCoordination($code: CountryCode!) {
    viewer {
      can {
        enterNeedsAnywhere
        followRecommendations
      }
      memberships {
        can { enterNeeds }
        country {
          id
          code
        }
      }
    }
    country(code: $code) {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      coordination { ...CoordinationFields }
      organisations(first: 100) {
        nodes {
          id
          name { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields, CoordinationFields]);

/** Enters one, or changes it. */
export const SaveCoordinationMutation = graphql(`
  mutation SaveCoordination($key: NonEmptyString!, $version: Int!, $input: CoordinationInput!) {
    saveCoordination(key: $key, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
        maximum
      }
      coordination { ...CoordinationFields }
    }
  }
`, [CoordinationFields]);

/** Removes one, as it was read. */
export const RemoveCoordinationMutation = graphql(`
  mutation RemoveCoordination($key: NonEmptyString!, $version: Int!) {
    removeCoordination(key: $key, version: $version) {
      outcome
    }
  }
`);
