/** Slots for the hosts of meetings: what whoever prepares a leg sees of them, and the page of whoever has a link. */
export { MeetingSlots } from './laterSlots.ts';
export { slotRoutes } from './routes.ts';
