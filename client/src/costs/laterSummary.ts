import { defineAsyncComponent } from 'vue';

/** What the costs of a mission come to: loaded once the mission is drawn, as it asks for its own answer. */
export const CostSummary = defineAsyncComponent(async () => (await import('./CostSummary.vue')).default);
