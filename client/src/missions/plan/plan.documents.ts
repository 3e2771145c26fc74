import { LocalizedFields } from '../../core/api/fragments.documents.ts';
import { graphql } from '../../core/api/graphql.ts';

/** How a search stands. */
export const SearchFacts = graphql(`
  fragment PlanSearchFacts on PlanSearch {
    id
    askedAt
    state
    isSolved
    reason
    isOptimal
    openPercent
  }
`);

/** A mission whose plan is searched for: what names in a plan stand for, and the searches so far. All of it in one statement. */
export const PlanPageQuery = graphql(`
  query MissionPlan($id: ID!) {
    viewer {
      email
      can { planMissions }
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    themes {
      id
      code
      name { ...LocalizedFields }
    }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
    cities {
      id
      code
      countryIso
      timeZone
      longitude
      latitude
      name { ...LocalizedFields }
    }
    mission(id: $id) {
      id
      isDemonstration
      startsOn
      endsOn
      envelopeCents
      title { ...LocalizedFields }
      can { searchPlan }
      legs {
        id
        city {
          id
          code
        }
        country {
          id
          code
          holidays {
            date
            name { ...LocalizedFields }
            correction { isDemonstration }
          }
        }
        meetings {
          key
          subject { ...LocalizedFields }
        }
      }
      planSearches {
        ...PlanSearchFacts
        settings {
          envelopeCents
          isIdea
          goals {
            isWeighed
            goals { measure }
          }
          pins { pin }
          former { search }
        }
        plan {
          nights
          meetings { meetingKey }
          costs { totalCents }
        }
      }
    }
  }
`, [LocalizedFields, SearchFacts]);

export const SearchPlanMutation = graphql(`
  mutation SearchPlan($mission: ID!, $key: UUID!, $settings: PlanSettingsInput) {
    searchPlan(mission: $mission, key: $key, settings: $settings) {
      outcome
      gone {
        pin
        meetingKey
        personKey
        startsAt
      }
      search { ...PlanSearchFacts }
    }
  }
`, [SearchFacts]);

export const StopPlanSearchMutation = graphql(`
  mutation StopPlanSearch($id: ID!) {
    stopPlanSearch(id: $id) {
      outcome
      search { ...PlanSearchFacts }
    }
  }
`, [SearchFacts]);

export const AskPlanCurveMutation = graphql(`
  mutation AskPlanCurve($id: ID!) {
    askPlanCurve(id: $id) {
      outcome
      search { ...PlanSearchFacts }
    }
  }
`, [SearchFacts]);

export const AskPlanWhyMutation = graphql(`
  mutation AskPlanWhy($id: ID!, $meeting: UUID!) {
    askPlanWhy(id: $id, meeting: $meeting) {
      outcome
      search { ...PlanSearchFacts }
    }
  }
`, [SearchFacts]);

export const StopPlanWhyMutation = graphql(`
  mutation StopPlanWhy($id: ID!) {
    stopPlanWhy(id: $id) {
      outcome
      search { ...PlanSearchFacts }
    }
  }
`, [SearchFacts]);

export const StopPlanCurveMutation = graphql(`
  mutation StopPlanCurve($id: ID!) {
    stopPlanCurve(id: $id) {
      outcome
      search { ...PlanSearchFacts }
    }
  }
`, [SearchFacts]);

/** That searches of a mission have changed: they are asked for again then. */
export const PlanSearchChangedSubscription = graphql(`
  subscription PlanSearchChanged($mission: ID!) {
    planSearchChanged(mission: $mission)
  }
`);
