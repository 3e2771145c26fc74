import { graphql } from '../../core/api/graphql.ts';
import { RefFields } from './planSearch.documents.ts';

/** What refuses a meeting at an hour, whatever else is planned. */
export const TryPlanHourMutation = graphql(`
  mutation TryPlanHour($id: ID!, $meetingKey: UUID!, $startsAt: DateTimeISO!, $attends: [UUID!], $taken: [PlanTaken!]) {
    tryPlanHour(id: $id, meetingKey: $meetingKey, startsAt: $startsAt, attends: $attends, taken: $taken) {
      outcome
      refusedBy { ...PlanRefFields }
    }
  }
`, [RefFields]);
