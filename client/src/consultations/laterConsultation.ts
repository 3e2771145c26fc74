import { defineAsyncComponent } from 'vue';

/** How the post of a leg is consulted: loaded once the leg is drawn, as it asks for its own answer. */
export const LegConsultation = defineAsyncComponent(async () => (await import('./LegConsultation.vue')).default);
