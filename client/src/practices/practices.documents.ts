import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A French practice that was shown abroad. */
export const PracticeFields = graphql(`
  fragment PracticeFields on Practice {
    id
    version
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    theme {
      id
      code
      name { ...LocalizedFields }
    }
    shownOn
    isPublic
    consentedOn
    isDemonstration
    title { ...LocalizedFields }
    audience { ...LocalizedFields }
    result { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      audience
      result
    }
    expert {
      id
      name
      profession {
        id
        name { ...LocalizedFields }
      }
    }
    can {
      edit
      agree
    }
  }
`, [LocalizedFields]);

/** A publication of an expert. */
export const PublicationFields = graphql(`
  fragment PublicationFields on Publication {
    id
    version
    year
    title
    locale
    url
    isPublic
    consentedOn
    can {
      edit
      agree
    }
  }
`);

/** What came of changing the record. */
export const RecordPayloadFields = graphql(`
  fragment RecordPayloadFields on RecordPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    practice { ...PracticeFields }
    publication { ...PublicationFields }
  }
`, [PracticeFields, PublicationFields]);

/** A page of the practices. */
export const PracticesQuery = graphql(`
  query Practices(
    $filter: PracticeFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    practices(filter: $filter, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...PracticeFields }
    }
  }
`, [PageFields, PracticeFields]);

/** The record of an expert. */
export const ExpertRecordQuery = graphql(`
  query ExpertRecord($id: ID!) {
    expert(id: $id) {
      id
      name
      profession {
        id
        name { ...LocalizedFields }
      }
      practices { ...PracticeFields }
      publications { ...PublicationFields }
      missionsDone {
        year
        countries {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
      }
      sheet {
        account { name }
        can {
          edit
          choose
        }
      }
    }
  }
`, [LocalizedFields, PracticeFields, PublicationFields]);

/** Whether who is signed in keeps the record. */
export const MayKeepRecordQuery = graphql(`
  query MayKeepRecord {
    viewer { can { enterExperts } }
  }
`);

/** Enters a practice, or changes it. */
export const SavePracticeMutation = graphql(`
  mutation SavePractice($key: UUID!, $version: Int!, $input: PracticeInput!) {
    savePractice(key: $key, version: $version, input: $input) { ...RecordPayloadFields }
  }
`, [RecordPayloadFields]);

/** Says a practice in another language. */
export const TranslatePracticeMutation = graphql(`
  mutation TranslatePractice($id: ID!, $version: Int!, $texts: PracticeTextsInput!) {
    translatePractice(id: $id, version: $version, texts: $texts) { ...RecordPayloadFields }
  }
`, [RecordPayloadFields]);

/** Removes a practice. */
export const RemovePracticeMutation = graphql(`
  mutation RemovePractice($id: ID!, $version: Int!) {
    removePractice(id: $id, version: $version) { outcome }
  }
`);

/** Enters a publication, or changes it. */
export const SavePublicationMutation = graphql(`
  mutation SavePublication(
    $expert: ID!
    $key: UUID!
    $version: Int!
    $input: PublicationInput!
  ) {
    savePublication(expert: $expert, key: $key, version: $version, input: $input) { ...RecordPayloadFields }
  }
`, [RecordPayloadFields]);

/** Removes a publication. */
export const RemovePublicationMutation = graphql(`
  mutation RemovePublication($id: ID!, $version: Int!) {
    removePublication(id: $id, version: $version) { outcome }
  }
`);

/** Agrees to one’s own practice being shown, or takes that back. */
export const AgreeToPracticeMutation = graphql(`
  mutation AgreeToPractice($id: ID!, $version: Int!, $agrees: Boolean!) {
    agreeToPractice(id: $id, version: $version, agrees: $agrees) { outcome }
  }
`);

/** The same of one’s own publication. */
export const AgreeToPublicationMutation = graphql(`
  mutation AgreeToPublication($id: ID!, $version: Int!, $agrees: Boolean!) {
    agreeToPublication(id: $id, version: $version, agrees: $agrees) { outcome }
  }
`);
