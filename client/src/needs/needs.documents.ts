import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A need, whole. */
export const NeedFields = graphql(`
  fragment NeedFields on Need {
    id
    version
    status
    urgency
    criteria
    pillar
    enteredAt
    enteredAs
    isDemonstration
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
    subtheme {
      id
      code
      name { ...LocalizedFields }
    }
    furtherThemes {
      id
      code
      name { ...LocalizedFields }
    }
    audiences {
      id
      code
      name { ...LocalizedFields }
    }
    title { ...LocalizedFields }
    text { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      text
    }
    links {
      url
      label
    }
    history {
      at
      byRole
      fromStatus
      toStatus
      reason
      locale
    }
    can {
      edit
      translate
      moveTo
    }
    commonNeed {
      id
      title { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** What comes of each change: the need as it is now. */
export const NeedAnswer = graphql(`
  fragment NeedAnswer on NeedPayload {
    outcome
    faults {
      field
      fault
      maximum
      position
    }
    need { ...NeedFields }
  }
`, [NeedFields]);

/** A page of the needs that somebody sees. */
export const NeedsQuery = graphql(`
  query Needs($filter: NeedFilter, $sort: NeedSort, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      email
      can {
        enterNeeds
        enterNeedsAnywhere
        groupNeeds
      }
    }
    needs(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        status
        urgency
        pillar
        enteredAt
        isDemonstration
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
        theme {
          id
          name { ...LocalizedFields }
        }
        subtheme {
          id
          name { ...LocalizedFields }
        }
        title { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields, PageFields]);

/** A need. */
export const NeedQuery = graphql(`
  query Need($id: ID!) {
    need(id: $id) { ...NeedFields }
  }
`, [NeedFields]);

/** The sub-themes, each with its theme. */
export const SubthemesQuery = graphql(`
  query Subthemes {
    subthemes {
      id
      code
      name { ...LocalizedFields }
      theme {
        id
        code
      }
    }
  }
`, [LocalizedFields]);

/** For which countries who is signed in enters needs. */
export const NeedChoicesQuery = graphql(`
  query NeedChoices {
    viewer {
      email
      can {
        enterNeeds
        enterNeedsAnywhere
      }
      memberships {
        can { enterNeeds }
        country {
          id
          code
        }
      }
    }
  }
`);

/** Enters a need, or changes it. */
export const SaveNeedMutation = graphql(`
  mutation SaveNeed($key: UUID!, $version: Int!, $input: NeedInput!) {
    saveNeed(key: $key, version: $version, input: $input) { ...NeedAnswer }
  }
`, [NeedAnswer]);

/** Says a need in another language. */
export const TranslateNeedMutation = graphql(`
  mutation TranslateNeed($id: ID!, $version: Int!, $texts: NeedTextsInput!) {
    translateNeed(id: $id, version: $version, texts: $texts) { ...NeedAnswer }
  }
`, [NeedAnswer]);

/** Moves a need. */
export const MoveNeedMutation = graphql(`
  mutation MoveNeed($id: ID!, $version: Int!, $to: NeedStatus!, $reason: String!) {
    moveNeed(id: $id, version: $version, to: $to, reason: $reason) { ...NeedAnswer }
  }
`, [NeedAnswer]);
