import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A group of needs, whole. */
export const CommonNeedFields = graphql(`
  fragment CommonNeedFields on CommonNeed {
    id
    version
    status
    acceptedAt
    acceptedAs
    isDemonstration
    title { ...LocalizedFields }
    why { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      why
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    needs {
      id
      status
      pillar
      enteredAt
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
        code
        name { ...LocalizedFields }
      }
      furtherThemes {
        id
        code
      }
      audiences {
        id
        code
      }
      title { ...LocalizedFields }
    }
    history {
      at
      byRole
      act
      reason
      locale
      need {
        id
        title { ...LocalizedFields }
      }
      other {
        id
        title { ...LocalizedFields }
      }
    }
    can {
      edit
      translate
      regroup
      close
    }
  }
`, [LocalizedFields]);

/** What comes of each act: the group as it is now. */
export const CommonNeedAnswer = graphql(`
  fragment CommonNeedAnswer on CommonNeedPayload {
    outcome
    faults {
      field
      fault
      maximum
      position
    }
    commonNeed { ...CommonNeedFields }
  }
`, [CommonNeedFields]);

/** What is suggested. */
export const CommonNeedSuggestionsQuery = graphql(`
  query CommonNeedSuggestions($filter: CommonNeedSuggestionFilter) {
    commonNeedSuggestions(filter: $filter) {
      totalCount
      compared
      isMore
      nodes {
        countries
        themes
        subthemes
        audiences
        pillar
        concepts
        months
        score
        needs {
          id
          version
          country
          theme
          status
          enteredAt
          isDemonstration
          group
          title { ...LocalizedFields }
        }
        groups {
          id
          version
          title { ...LocalizedFields }
        }
        pairs {
          one
          other
          score
          themes
          subtheme
          audiences
          pillar
          concepts
          monthsApart
        }
      }
    }
  }
`, [LocalizedFields]);

/** A page of groups, and how many pairs were said not to belong together. */
export const CommonNeedsQuery = graphql(`
  query CommonNeeds($filter: CommonNeedFilter, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can { groupNeeds }
    }
    commonNeeds(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        version
        status
        acceptedAt
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
    needsApart(first: 1) {
      totalCount
    }
  }
`, [LocalizedFields, PageFields]);

/** A page of pairs that were said not to belong together. */
export const NeedsApartQuery = graphql(`
  query NeedsApart($first: Int, $after: String) {
    needsApart(first: $first, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        reason
        locale
        one {
          id
          title { ...LocalizedFields }
        }
        other {
          id
          title { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields]);

/** A group. */
export const CommonNeedQuery = graphql(`
  query CommonNeed($id: ID!) {
    commonNeed(id: $id) { ...CommonNeedFields }
  }
`, [CommonNeedFields]);

/** What two needs of a group or more speak of: asked apart, since they are compared for it. */
export const CommonNeedConceptsQuery = graphql(`
  query CommonNeedConcepts($id: ID!) {
    commonNeedConcepts(id: $id)
  }
`);

/** What a group can be merged with, and what can be added to it, of what has these words. */
export const RegroupChoicesQuery = graphql(`
  query RegroupChoices($search: NonEmptyString) {
    commonNeeds(first: 100, filter: { statuses: [ACCEPTED], search: $search }, sort: TITLE) {
      totalCount
      nodes {
        id
        version
        isDemonstration
        title { ...LocalizedFields }
      }
    }
    needs(first: 100, filter: { statuses: [SUBMITTED, UNDER_REVIEW, TAKEN_UP, ADDRESSED], search: $search }, sort: COUNTRY) {
      totalCount
      nodes {
        id
        version
        isDemonstration
        title { ...LocalizedFields }
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
        commonNeed { id }
      }
    }
  }
`, [LocalizedFields]);
