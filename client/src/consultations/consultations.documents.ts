import { graphql } from '../core/api/graphql.ts';

/** How a post is consulted about a leg of a mission, and what its services say. */
export const ConsultationFields = graphql(`
  fragment ConsultationFields on Consultation {
    id
    state
    round
    askedOn
    purposeVersion
    dueOn
    silenceAgrees
    ruleDays
    opinions {
      service
      state
      answer
      remark
      reason
      locale
      answeredAt
      answeredByName
      silenceAgrees
      version
    }
    can {
      give
      note
    }
  }
`);

/** The same of a leg, by its id; the earlier ones are the adviser's to read. */
export const LegConsultationQuery = graphql(`
  query LegConsultation($id: ID!) {
    missionLeg(id: $id) {
      id
      consultation { ...ConsultationFields }
      earlierConsultations { ...ConsultationFields }
    }
  }
`, [ConsultationFields]);

/** Gives the opinion of one's own service. */
export const GiveOpinionMutation = graphql(`
  mutation GiveOpinion($id: ID!, $input: OpinionInput!) {
    giveOpinion(id: $id, input: $input) {
      outcome
      faults {
        field
        fault
      }
      consultation { ...ConsultationFields }
    }
  }
`, [ConsultationFields]);

/** Notes an opinion for a service that gave it otherwise. */
export const NoteOpinionMutation = graphql(`
  mutation NoteOpinion($id: ID!, $input: OpinionInput!, $reason: String!) {
    noteOpinion(id: $id, input: $input, reason: $reason) {
      outcome
      faults {
        field
        fault
      }
      consultation { ...ConsultationFields }
    }
  }
`, [ConsultationFields]);
