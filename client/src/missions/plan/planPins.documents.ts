import { graphql } from '../../core/api/graphql.ts';
import { RefFields } from './planSearch.documents.ts';

/** What refuses a meeting at an hour, whatever else is planned, and which rules of borders do in a plan whose other meetings stay at theirs. */
export const TryPlanHourMutation = graphql(`
  mutation TryPlanHour($id: ID!, $meetingKey: UUID!, $startsAt: DateTimeISO!, $attends: [UUID!], $taken: [PlanTaken!], $plan: PlanTakenAs, $free: [UUID!]) {
    tryPlanHour(id: $id, meetingKey: $meetingKey, startsAt: $startsAt, attends: $attends, taken: $taken, plan: $plan, free: $free) {
      outcome
      refusedBy { ...PlanRefFields }
      refusedInPlan { ...PlanRefFields }
    }
  }
`, [RefFields]);
