import { defineAsyncComponent } from 'vue';

/** Taking a mission with its costs along: loaded once they are drawn. */
export const CostsExport = defineAsyncComponent(async () => (await import('./CostsExport.vue')).default);
