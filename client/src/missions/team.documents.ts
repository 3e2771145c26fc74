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
    homeCity {
      id
      code
      name { ...LocalizedFields }
    }
    mostDays
    daysAway
    expert {
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
