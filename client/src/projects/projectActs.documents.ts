import { graphql } from '../core/api/graphql.ts';
import { ProjectFields } from './projects.documents.ts';

/** What comes of each act: the project as it is now. */
export const ProjectAnswer = graphql(`
  fragment ProjectAnswer on ProjectPayload {
    outcome
    faults {
      field
      fault
      maximum
      position
    }
    project { ...ProjectFields }
  }
`, [ProjectFields]);

/** Proposes a project, or changes one. */
export const SaveProjectMutation = graphql(`
  mutation SaveProject($key: UUID!, $version: Int!, $input: ProjectInput!) {
    saveProject(key: $key, version: $version, input: $input) { ...ProjectAnswer }
  }
`, [ProjectAnswer]);

/** Says a project in another language. */
export const TranslateProjectMutation = graphql(`
  mutation TranslateProject($id: ID!, $version: Int!, $texts: ProjectTextsInput!) {
    translateProject(id: $id, version: $version, texts: $texts) { ...ProjectAnswer }
  }
`, [ProjectAnswer]);

/** Decides what becomes of a project. */
export const DecideProjectMutation = graphql(`
  mutation DecideProject($id: ID!, $version: Int!, $to: ProjectStatus!, $reason: String!) {
    decideProject(id: $id, version: $version, to: $to, reason: $reason) { ...ProjectAnswer }
  }
`, [ProjectAnswer]);
