/** Slots for meetings: hosts are offered them by a mail, and take one by a link without an account. */
export { EndedSlotLink, OfferedSlot, SlotOffer } from './slot-offer.entity.ts';
export { HostAnswersResolver } from './answers.resolver.ts';
export { slotJobs } from './slots.jobs.ts';
export { SlotsResolver } from './slots.resolver.ts';
import './cancelled.service.ts';
import './slots.personal.ts';
import './slots.reader.ts';
