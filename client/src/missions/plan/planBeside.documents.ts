import { graphql } from '../../core/api/graphql.ts';
import { SearchFacts } from './plan.documents.ts';
import { LevelFields, SettingsFields } from './planAssumptions.documents.ts';
import { PlanFields } from './planSearch.documents.ts';

/** Another search as far as its plan is compared: asked for once it is chosen. */
export const PlanBesideQuery = graphql(`
  query PlanBeside($id: ID!) {
    planSearch(id: $id) {
      ...PlanSearchFacts
      settings { ...PlanSettingsFields }
      value { ...PlanLevelFields }
      people {
        key
        expert
        name
      }
      plan { ...PlanFields }
      assumptions {
        candidates {
          meetingKey
          countryCode
          city
          themeCode
        }
      }
    }
  }
`, [LevelFields, PlanFields, SearchFacts, SettingsFields]);

/** What a mission says today of all that a plan says: asked for once it is chosen. */
export const MissionTodayQuery = graphql(`
  query MissionToday($id: ID!) {
    mission(id: $id) {
      id
      budget {
        plannedCents
        unknownLines
      }
      costs {
        key
        kind
        plannedCents
      }
      journeys {
        key
        departsAt
        arrivesAt
        travellers
        fromCity {
          id
          code
        }
        toCity {
          id
          code
        }
      }
      members {
        key
        name
        expert { id }
        stays {
          legKey
          arrivesAt
          leavesAt
        }
      }
      legs {
        id
        city {
          id
          code
        }
        country {
          id
          code
        }
        meetings {
          key
          category
          status
          day
          starts
          people {
            memberKey
            isSubstitute
          }
        }
      }
    }
  }
`);
