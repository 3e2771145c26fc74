import { defineAsyncComponent } from 'vue';

/** The choice of recommendations that something works towards: loaded once it is drawn. */
export const RecommendationChoice = defineAsyncComponent(async () => (await import('../RecommendationChoice.vue')).default);
