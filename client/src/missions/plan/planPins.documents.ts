import { graphql } from '../../core/api/graphql.ts';
import { HoursFields, RefFields } from './planSearch.documents.ts';

/** What refuses that something is fixed, whatever else is planned, and which rules of borders refuse an hour of it in a plan whose other meetings stay at theirs. */
export const TryPlanPinsMutation = graphql(`
  mutation TryPlanPins($id: ID!, $pins: [PlanPinInput!]!, $tried: [PlanPinInput!]!, $taken: [PlanTaken!], $interpreterCents: Int, $plan: PlanTakenAs) {
    tryPlanPins(id: $id, pins: $pins, tried: $tried, taken: $taken, interpreterCents: $interpreterCents, plan: $plan) {
      outcome
      refusedBy {
        ...PlanRefFields
        ...PlanHoursFields
      }
      refusedInPlan {
        ...PlanRefFields
        ...PlanHoursFields
      }
    }
  }
`, [RefFields, HoursFields]);
