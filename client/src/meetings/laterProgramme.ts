import { defineAsyncComponent } from 'vue';

/** The meetings of a leg, in short: loaded once the leg is drawn, as it asks for its own answer. */
export const LegProgramme = defineAsyncComponent(async () => (await import('./LegProgramme.vue')).default);
