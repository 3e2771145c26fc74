import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { BoundSheetFields } from '../sheets/sheets.documents.ts';
import { SessionFields } from '../trainings/trainings.documents.ts';

/** An expert as lists show them. */
export const ExpertFields = graphql(`
  fragment ExpertFields on Expert {
    id
    isDemonstration
    name
    email
    corps
    profession {
      id
      name { ...LocalizedFields }
    }
    institution {
      id
      name
      gloss { ...LocalizedFields }
    }
    languages {
      level
      language {
        id
        name { ...LocalizedFields }
      }
    }
    themes {
      id
      name { ...LocalizedFields }
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    vouchedBy
    vouchedSince
    lastMissionOn
  }
`, [LocalizedFields]);

/** A page of the experts. */
export const ExpertListQuery = graphql(`
  query ExpertList($filter: ExpertFilter, $sort: ExpertSort!, $first: Int, $after: String, $last: Int, $before: String) {
    experts(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...ExpertFields }
    }
  }
`, [PageFields, ExpertFields]);

/** The institutions that experts come from, to filter by. */
export const InstitutionListQuery = graphql(`
  query InstitutionList {
    institutions {
      id
      code
      name
    }
  }
`);

/** An expert with what they bring and the sessions they teach in. */
export const ExpertQuery = graphql(`
  query Expert($id: ID!) {
    expert(id: $id) {
      ...ExpertFields
      photo {
        key
        width
        height
      }
      summary { ...LocalizedFields }
      sheet { ...BoundSheetFields }
      trainingSessions(first: 20, sort: LATEST) {
        totalCount
        nodes { ...SessionFields }
      }
    }
  }
`, [LocalizedFields, BoundSheetFields, ExpertFields, SessionFields]);

/** Whether who is signed in enters experts. */
export const MayEnterQuery = graphql(`
  query MayEnterExperts {
    viewer { can { enterExperts } }
  }
`);
