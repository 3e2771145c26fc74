/** How the slots that hosts are offered are read: as a part of their meeting, by whoever sees the leg. */
import { edge, reader, sql } from '../core/reader/index.ts';
import { hour, MeetingReader } from '../meetings/index.ts';
import { seenWithLeg } from '../missions/index.ts';
import { OfferedSlot, SlotOffer } from './slot-offer.entity.ts';
import type { SlotOfferState } from './slot-words.ts';

const SlotOfferReader = reader(SlotOffer, {
  rows: seenWithLeg,
  fields: (offer) => ({ state: sql<SlotOfferState>`slots_state(${offer.meeting})`, takenStarts: hour(offer.takenStarts) }),
});

const SlotReader = reader(OfferedSlot, { fields: (slot) => ({ starts: hour(slot.starts), isFree: sql<boolean>`is_slot_free(${slot.offer}, ${slot.day}, ${slot.starts})` }) });

edge(MeetingReader, 'slotOffer', { description: 'The slots that its host was offered last; null where none were.', maybe: SlotOfferReader, on: (offer, meeting) => sql`${offer.meeting} = ${meeting.uuid}` });
edge(SlotOfferReader, 'slots', { description: 'The slots, in the order of their times.', list: SlotReader, on: (slot, offer) => sql`${slot.offer} = ${offer.meeting} and not ${slot.isByHost}`, order: (slot) => [slot.day, slot.starts] });
edge(SlotOfferReader, 'proposals', { description: 'Other times that the host proposes where none of them suits.', list: SlotReader, on: (slot, offer) => sql`${slot.offer} = ${offer.meeting} and ${slot.isByHost}`, order: (slot) => [slot.day, slot.starts] });
