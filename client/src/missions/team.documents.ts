import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** Somebody in the team of a mission, as the adviser changes it. */
export const MemberFields = graphql(`
  fragment MemberFields on MissionMember {
    key
    version
    name
    kind
    isLead
    isEngagedElsewhere
    substituteForKey
    expert {
      id
      profession {
        id
        name { ...LocalizedFields }
      }
      languages {
        level
        language {
          id
          name { ...LocalizedFields }
        }
      }
    }
    stays {
      legKey
      arrivesAt
      leavesAt
      isLodgingProvided
      lunchesProvided
      dinnersProvided
    }
  }
`, [LocalizedFields]);

/** Who comes on a leg, as the post there is told. */
export const LegPersonFields = graphql(`
  fragment LegPersonFields on LegPerson {
    name
    kind
    arrivesAt
    leavesAt
    profession {
      id
      name { ...LocalizedFields }
    }
    languages {
      level
      language {
        id
        name { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);

/** Whom a team is made of: experts who have some words, and those who act as the adviser or for the adviser. */
export const TeamSearchQuery = graphql(`
  query TeamSearch($search: NonEmptyString!) {
    experts(filter: { search: $search }, first: 10) {
      totalCount
      nodes {
        id
        name
        profession {
          id
          code
          name { ...LocalizedFields }
        }
        institution {
          id
          name
        }
      }
    }
  }
`, [LocalizedFields]);

export const ColleaguesQuery = graphql(`
  query Colleagues {
    members(filter: { roles: [ADVISER, ASSISTANT], states: [ACTIVE] }, sort: NAME, first: 50) {
      nodes {
        id
        name
      }
    }
  }
`);
