import { defineAsyncComponent } from 'vue';

/** The way to the working file of a country: loaded for whoever is signed in. */
export const CountryFileLink = defineAsyncComponent(() => import('./CountryFileLink.vue'));
