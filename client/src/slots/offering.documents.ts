import type { FragmentOf } from 'gql.tada';

import { graphql } from '../core/api/graphql.ts';
import { LegMeetingsFields } from '../meetings/meetings.documents.ts';

/** A leg with its meetings, and what their hosts are offered. */
export type SlotsLeg = FragmentOf<typeof LegMeetingsFields>;

const SlotsAnswer = graphql(`
  fragment SlotsAnswer on SlotsPayload {
    outcome
    faults {
      field
      fault
      maximum
      at
    }
    leg { ...LegMeetingsFields }
  }
`, [LegMeetingsFields]);

/** Offers the host of a meeting slots. */
export const OfferSlotsMutation = graphql(`
  mutation OfferSlots($leg: ID!, $meeting: UUID!, $version: Int!, $input: SlotOfferInput!) {
    offerSlots(leg: $leg, meeting: $meeting, version: $version, input: $input) { ...SlotsAnswer }
  }
`, [SlotsAnswer]);

/** Takes slots back. */
export const WithdrawSlotsMutation = graphql(`
  mutation WithdrawSlots($leg: ID!, $meeting: UUID!, $version: Int!) {
    withdrawSlots(leg: $leg, meeting: $meeting, version: $version) { ...SlotsAnswer }
  }
`, [SlotsAnswer]);
