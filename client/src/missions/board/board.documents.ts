import { LocalizedFields } from '../../core/api/fragments.documents.ts';
import { graphql } from '../../core/api/graphql.ts';
import { MeetingFacts } from '../../meetings/facts.documents.ts';

/** A leg on the board: where, on which days, and what is known of it. */
const BoardLeg = graphql(`
  fragment BoardLeg on MissionLeg {
    id
    startsOn
    endsOn
    lodgingName
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      holidays {
        date
        name { ...LocalizedFields }
        correction { isDemonstration }
      }
    }
    city {
      id
      code
      timeZone
      latitude
      longitude
      name { ...LocalizedFields }
    }
    consultation {
      id
      state
    }
    meetings {
      ...MeetingFacts
      people {
        memberKey
        name
        kind
        isSubstitute
        isEngagedElsewhere
        isAway
      }
    }
  }
`, [LocalizedFields, MeetingFacts]);

/** A mission over its days: who is where when, and what it lacks. All of it in one statement; in which languages somebody works is asked of the team, once, and not of each meeting. */
export const BoardQuery = graphql(`
  query MissionBoard($id: ID!) {
    viewer {
      can { planMissions }
    }
    mission(id: $id) {
      id
      state
      isDemonstration
      startsOn
      endsOn
      title { ...LocalizedFields }
      team {
        kind
        atLeast
        present
      }
      members {
        key
        name
        kind
        isEngagedElsewhere
        substituteForKey
        clearances {
          id
          fromOn
          untilOn
        }
        expert {
          id
          languages {
            level
            language {
              id
              code
              name { ...LocalizedFields }
            }
          }
          sheet {
            expert { id }
          }
        }
        stays {
          legKey
          arrivesAt
          leavesAt
        }
      }
      journeys {
        key
        mode
        departsAt
        arrivesAt
        carrier
        travellers
        fromCity {
          id
          timeZone
          name { ...LocalizedFields }
        }
        toCity {
          id
          timeZone
          name { ...LocalizedFields }
        }
      }
      legs { ...BoardLeg }
    }
  }
`, [BoardLeg, LocalizedFields]);
