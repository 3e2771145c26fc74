import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A recommendation that a project may work towards. */
export const ProjectRecommendationFields = graphql(`
  fragment ProjectRecommendationFields on Recommendation {
    id
    body
    verb
    summary { ...LocalizedFields }
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** An organisation that may be a partner. */
export const ProjectPartnerFields = graphql(`
  fragment ProjectPartnerFields on Organisation {
    id
    name { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** An expert who may work in a project. */
export const ProjectExpertFields = graphql(`
  fragment ProjectExpertFields on Expert {
    id
    name
    profession {
      id
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** A session that a project may build on. */
export const ProjectSessionFields = graphql(`
  fragment ProjectSessionFields on TrainingSession {
    id
    startsAt
    timeZone
    title { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** A need with what it is about. */
export const ProjectNeedFields = graphql(`
  fragment ProjectNeedFields on Need {
    id
    status
    title { ...LocalizedFields }
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    theme {
      id
      code
    }
    subtheme {
      id
      name { ...LocalizedFields }
    }
    furtherThemes {
      id
      code
    }
  }
`, [LocalizedFields]);

/** A project, whole. */
export const ProjectFields = graphql(`
  fragment ProjectFields on Project {
    id
    version
    kind
    status
    proposedAt
    proposedAs
    isDemonstration
    title { ...LocalizedFields }
    purpose { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      purpose
    }
    commonNeed {
      id
      title { ...LocalizedFields }
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    needs { ...ProjectNeedFields }
    recommendations { ...ProjectRecommendationFields }
    partners { ...ProjectPartnerFields }
    experts { ...ProjectExpertFields }
    sessions { ...ProjectSessionFields }
    ownSessions { ...ProjectSessionFields }
    missions(first: 100) {
      nodes {
        id
        startsOn
        endsOn
        title { ...LocalizedFields }
      }
    }
    budget {
      label
      locale
      cents
    }
    history {
      at
      byRole
      toStatus
      reason
      locale
    }
    can {
      edit
      translate
      decide
    }
  }
`, [LocalizedFields, ProjectNeedFields, ProjectRecommendationFields, ProjectPartnerFields, ProjectExpertFields, ProjectSessionFields]);

/** A page of projects. */
export const ProjectsQuery = graphql(`
  query Projects($filter: ProjectFilter, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can { proposeProjects }
    }
    projects(filter: $filter, sort: NEWEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        kind
        status
        proposedAt
        isDemonstration
        title { ...LocalizedFields }
        countries {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields, PageFields]);

/** A project. */
export const ProjectQuery = graphql(`
  query Project($id: ID!) {
    project(id: $id) { ...ProjectFields }
  }
`, [ProjectFields]);

/** What a new project begins with: nothing, a need, or a group of needs with what was first said of it. */
export const ProjectDraftQuery = graphql(`
  query ProjectDraft($from: ID!, $hasFrom: Boolean!) {
    viewer {
      can { proposeProjects }
    }
    node(id: $from) @include(if: $hasFrom) {
      ... on Need { ...ProjectNeedFields }
      ... on CommonNeed {
        id
        title { ...LocalizedFields }
        texts {
          locale
          isSource
          title
          why
        }
        needs { ...ProjectNeedFields }
      }
    }
  }
`, [LocalizedFields, ProjectNeedFields]);

/** What may belong to a project with these countries on these themes. */
export const ProjectSuggestionsQuery = graphql(`
  query ProjectSuggestions($countries: [CountryCode!], $themes: [String!]) {
    projectSuggestions(countries: $countries, themes: $themes, first: 100) {
      nodes {
        kind
        lastOn
        countries {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
        themes {
          id
          name { ...LocalizedFields }
        }
        recommendation { ...ProjectRecommendationFields }
        partner { ...ProjectPartnerFields }
        expert { ...ProjectExpertFields }
        session { ...ProjectSessionFields }
      }
    }
  }
`, [LocalizedFields, ProjectRecommendationFields, ProjectPartnerFields, ProjectExpertFields, ProjectSessionFields]);
