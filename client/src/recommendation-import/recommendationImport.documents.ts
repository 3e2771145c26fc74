import { graphql } from '../core/api/graphql.ts';

/** Whether who is signed in imports recommendations. */
export const MayImportQuery = graphql(`
  query MayImport {
    viewer {
      can { importRecommendations }
    }
  }
`);

/** What importing a file would do. */
export const ImportAnswer = graphql(`
  fragment ImportAnswer on RecommendationImportPayload {
    outcome
    state
    faults {
      line
      column
      position
      fault
      maximum
    }
    lines {
      line
      slug
      kind
      language
      faults {
        line
        column
        position
        fault
        maximum
      }
      fields {
        column
        kind
        imported
        register
        file
      }
    }
  }
`);

/** Says what importing a file would do. */
export const TryImportMutation = graphql(`
  mutation TryImport($text: [String!]!) {
    tryRecommendationImport(text: $text) { ...ImportAnswer }
  }
`, [ImportAnswer]);

/** Imports a file as it was tried. */
export const ImportMutation = graphql(`
  mutation Import($text: [String!]!, $state: String!, $choices: [RecommendationImportChoice!]!) {
    importRecommendations(text: $text, state: $state, choices: $choices) { ...ImportAnswer }
  }
`, [ImportAnswer]);
