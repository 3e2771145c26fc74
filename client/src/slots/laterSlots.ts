import { defineAsyncComponent } from 'vue';

/** What the host of a meeting is offered: loaded once the meetings are drawn. */
export const MeetingSlots = defineAsyncComponent(async () => (await import('./MeetingSlots.vue')).default);
