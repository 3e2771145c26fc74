import { graphql } from '../../core/api/graphql.ts';
import { SearchFacts } from './plan.documents.ts';

const StateFields = graphql(`
  fragment PlanTakeOverStateFields on PlanTakeOverState {
    from
    until
    personKeys
    part: kind
    fromCity
    toCity
    mode
    carrier
    costKind
    cents
    currency
    isLodgingProvided
    lunches
    dinners
  }
`);

const FaultFields = graphql(`
  fragment PlanTakeOverFaultFields on PlanTakeOverFault {
    part
    fault
    legKey
    meetingKey
    personKey
  }
`);

/** What taking a plan over would change in its mission now, and what would come of it. */
export const PlanTakeOverQuery = graphql(`
  query PlanTakeOver($id: ID!, $alternative: PlanAlternativeKind) {
    planTakeOver(id: $id, alternative: $alternative) {
      outcome
      seal
      missionVersion
      searchVersion
      faults { ...PlanTakeOverFaultFields }
      lines {
        part
        becomes
        legKey
        meetingKey
        personKey
        before { ...PlanTakeOverStateFields }
        after { ...PlanTakeOverStateFields }
      }
    }
  }
`, [FaultFields, StateFields]);

export const TakeOverPlanMutation = graphql(`
  mutation TakeOverPlan($id: ID!, $alternative: PlanAlternativeKind, $shown: PlanShownInput!) {
    takeOverPlan(id: $id, alternative: $alternative, shown: $shown) {
      outcome
      faults { ...PlanTakeOverFaultFields }
      search {
        ...PlanSearchFacts
        takenAt
        takenAs
      }
    }
  }
`, [FaultFields, SearchFacts]);
