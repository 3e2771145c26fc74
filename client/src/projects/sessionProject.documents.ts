import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A project, to be led to. */
export const ProjectLinkFields = graphql(`
  fragment ProjectLinkFields on Project {
    id
    status
    title { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** The project that a session belongs to and those that build on it, for those who see any. */
export const ProjectsOfSessionQuery = graphql(`
  query ProjectsOfSession($id: ID!) {
    trainingSession(id: $id) {
      id
      belongsTo { ...ProjectLinkFields }
      projects { ...ProjectLinkFields }
    }
  }
`, [ProjectLinkFields]);

/** The project that a session belongs to, and those that take sessions. */
export const SessionProjectQuery = graphql(`
  query SessionProject($id: ID!) {
    viewer {
      can { proposeProjects }
    }
    trainingSession(id: $id) {
      id
      belongsTo { ...ProjectLinkFields }
    }
    projects(filter: { statuses: [PROPOSED, SELECTED] }, sort: TITLE, first: 100) {
      nodes { ...ProjectLinkFields }
    }
  }
`, [ProjectLinkFields]);

/** The projects that take sessions and missions. */
export const OpenProjectsQuery = graphql(`
  query OpenProjects {
    projects(filter: { statuses: [PROPOSED, SELECTED] }, sort: TITLE, first: 100) {
      nodes { ...ProjectLinkFields }
    }
  }
`, [ProjectLinkFields]);

/** Says to which project a session belongs. */
export const ChooseSessionProjectMutation = graphql(`
  mutation ChooseSessionProject($session: ID!, $project: ID, $was: ID) {
    chooseSessionProject(session: $session, project: $project, was: $was) {
      outcome
      session {
        id
        belongsTo { ...ProjectLinkFields }
      }
    }
  }
`, [ProjectLinkFields]);
