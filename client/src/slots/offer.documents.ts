import { graphql } from '../core/api/graphql.ts';

/** The slots that the host of a meeting is offered, as whoever prepares the leg sees them. */
export const SlotOfferFields = graphql(`
  fragment SlotOfferFields on SlotOffer {
    version
    name
    email
    state
    answersUntil
    askedAt
    remindedAt
    answeredAt
    answer
    takenDay
    takenStarts
    remark
    remarkLocale
    slots {
      day
      starts
      isFree
    }
    proposals {
      day
      starts
    }
  }
`);
