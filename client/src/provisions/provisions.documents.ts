import { LocalizedFields, NotedCountryFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A recommendation by what it asks and where. */
export const AnsweredFields = graphql(`
  fragment AnsweredFields on Recommendation {
    id
    body
    round
    paragraph
    summary { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** What a country has in its law for an instrument, or has reserved or declared. */
export const ProvisionFields = graphql(`
  fragment ProvisionFields on NationalProvision {
    key
    kind
    locale
    text
    reference
    startsOn
    endsOn
    enteredAt
    enteredAs
    changedAt
    changedAs
    version
    isDemonstration
    canChange
    canPublish
    publicSince
    country {
      ...NotedCountryFields
    }
    instrument {
      id
      code
      nameContext
      title { ...LocalizedFields }
      shortTitle { ...LocalizedFields }
    }
    articles { number }
    recommendations { ...AnsweredFields }
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, NotedCountryFields, ProvenanceFields, AnsweredFields]);

/** What everybody reads of one that is public. */
export const PublicProvisionFields = graphql(`
  fragment PublicProvisionFields on PublicProvision {
    key
    kind
    locale
    text
    reference
    startsOn
    endsOn
    isDemonstration
    country {
      ...NotedCountryFields
    }
    instrument {
      id
      code
      nameContext
      title { ...LocalizedFields }
      shortTitle { ...LocalizedFields }
    }
    articles { number }
    recommendations { ...AnsweredFields }
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, NotedCountryFields, ProvenanceFields, AnsweredFields]);

/** Those of an instrument, a recommendation or a country. */
export const PublicLawQuery = graphql(`
  query PublicLaw($id: ID!) {
    node(id: $id) {
      ... on Instrument {
        id
        publicProvisions { ...PublicProvisionFields }
      }
      ... on Recommendation {
        id
        publicProvisions { ...PublicProvisionFields }
      }
      ... on Country {
        id
        publicProvisions { ...PublicProvisionFields }
      }
    }
  }
`, [PublicProvisionFields]);

/** Of which countries who asks keeps them. */
export const LawKeepingFields = graphql(`
  fragment LawKeepingFields on Person {
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
`);

/** Those of a country, with the articles of each instrument, what is recommended to it, and whether who asks keeps them. */
export const CountryLawQuery = graphql(`
  query CountryLaw($code: CountryCode!) {
    viewer { ...LawKeepingFields }
    country(code: $code) {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      provisions { ...ProvisionFields }
      recommendations(first: 100) {
        totalCount
        nodes { ...AnsweredFields }
      }
    }
    instruments {
      id
      code
      title { ...LocalizedFields }
      shortTitle { ...LocalizedFields }
      articles {
        number
        title { ...LocalizedFields }
        provenance { ...ProvenanceFields }
      }
    }
  }
`, [LocalizedFields, ProvenanceFields, AnsweredFields, ProvisionFields, LawKeepingFields]);

/** Those of something else: an instrument, or a recommendation. */
export const LawOfQuery = graphql(`
  query LawOf($id: ID!) {
    viewer { ...LawKeepingFields }
    node(id: $id) {
      ... on Instrument {
        id
        provisions { ...ProvisionFields }
      }
      ... on Recommendation {
        id
        provisions { ...ProvisionFields }
        country {
          id
          code
        }
      }
      ... on Country {
        id
        provisions { ...ProvisionFields }
        code
      }
    }
  }
`, [ProvisionFields, LawKeepingFields]);

/** Enters one, or changes it. */
export const SaveProvisionMutation = graphql(`
  mutation SaveProvision($key: UUID!, $version: Int!, $input: NationalProvisionInput!) {
    saveNationalProvision(key: $key, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
        maximum
      }
      provision { ...ProvisionFields }
    }
  }
`, [ProvisionFields]);

/** Makes one public as it was read, or takes that back. */
export const PublishProvisionMutation = graphql(`
  mutation PublishProvision($key: UUID!, $version: Int!, $isPublic: Boolean!) {
    publishNationalProvision(key: $key, version: $version, isPublic: $isPublic) {
      outcome
    }
  }
`);

/** Removes one, as it was read. */
export const RemoveProvisionMutation = graphql(`
  mutation RemoveProvision($key: UUID!, $version: Int!) {
    removeNationalProvision(key: $key, version: $version) {
      outcome
    }
  }
`);
