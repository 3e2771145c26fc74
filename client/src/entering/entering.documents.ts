import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** An expert with their sheet, as the adviser changes it: its texts in every language in which there are any, and nothing from another. */
export const EnteredFields = graphql(`
  fragment EnteredFields on Expert {
    id
    profession {
      id
      code
      name { ...LocalizedFields }
    }
    languages {
      level
      language {
        id
        code
      }
    }
    themes {
      id
      code
    }
    countries {
      id
      code
    }
    sheet {
      version
      name
      corps
      institution {
        id
        code
      }
      vouchedBy
      vouchedSince
      nameVisibility
      institutionVisibility
      emailVisibility
      missionsVisibility
      consentedOn
      contact {
        email
        locale
      }
      account { email }
      texts {
        locale
        isSource
        isOutdated
        summary
      }
      can {
        edit
        remove
      }
    }
  }
`, [LocalizedFields]);

/** What came of entering an expert, or of changing their sheet. */
export const EnteredPayloadFields = graphql(`
  fragment EnteredPayloadFields on ExpertPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    expert { ...EnteredFields }
  }
`, [EnteredFields]);

/** Whether who is signed in enters experts, and what they choose from. */
export const EnteringQuery = graphql(`
  query Entering {
    viewer { can { enterExperts } }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    professions {
      id
      code
      name { ...LocalizedFields }
    }
    themes {
      id
      code
      name { ...LocalizedFields }
    }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
    institutions {
      id
      code
      name
    }
  }
`, [LocalizedFields]);

/** An expert whose sheet is changed. */
export const EnteredExpertQuery = graphql(`
  query EnteredExpert($id: ID!) {
    expert(id: $id) { ...EnteredFields }
  }
`, [EnteredFields]);

/** Enters an expert. */
export const CreateExpertMutation = graphql(`
  mutation CreateExpert($key: UUID!, $input: ExpertInput!) {
    createExpert(key: $key, input: $input) { ...EnteredPayloadFields }
  }
`, [EnteredPayloadFields]);

/** Changes the sheet of an expert. */
export const UpdateExpertMutation = graphql(`
  mutation UpdateExpert($id: ID!, $version: Int!, $input: ExpertInput!) {
    updateExpert(id: $id, version: $version, input: $input) { ...EnteredPayloadFields }
  }
`, [EnteredPayloadFields]);

/** Says an expert in another language. */
export const TranslateExpertMutation = graphql(`
  mutation TranslateExpert($id: ID!, $version: Int!, $texts: ExpertTextsInput!) {
    translateExpert(id: $id, version: $version, texts: $texts) { ...EnteredPayloadFields }
  }
`, [EnteredPayloadFields]);

/** Takes the sheet of an expert, as it was read, away. */
export const RemoveExpertMutation = graphql(`
  mutation RemoveExpert($id: ID!, $version: Int!) {
    removeExpert(id: $id, version: $version) { ...EnteredPayloadFields }
  }
`, [EnteredPayloadFields]);
